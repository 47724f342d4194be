import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import choose from './Choose.module.css'
import { rentWords } from './money.ts'
import { useNumbers } from './wizard-store.ts'

type FoundNumbersProps = { practice: PracticeNow; answer: DeskOutput<'numbers.search'> }

/** Numbers that can be had, one to choose. What was chosen before stays in sight when it is not among them. */
export function FoundNumbers({ practice, answer: { numbers, near } }: FoundNumbersProps) {
  const { draft, change } = useNumbers()
  const ours = new Set<string>(practice.setup.phoneNumbers.filter((one) => one.status !== 'released').map((one) => one.phoneNumber))
  const free = numbers.filter((one) => !ours.has(one.phoneNumber))
  const { chosen } = draft
  const isThere = free.some((one) => one.phoneNumber === chosen?.phoneNumber)
  const list = chosen && !isThere ? [chosen, ...free] : free
  if (list.length === 0) return <p className={choose.note}>None like that. Try a neighbouring area code, a nearby city, or fewer digits.</p>
  return (
    <fieldset className={`${choose.found} ${choose.list}`}>
      <legend data-unseen="">Numbers</legend>
      {near ? <p className={choose.note}>{near}</p> : null}
      {list.map((one) => (
        <label key={one.phoneNumber} data-chosen={one.phoneNumber === chosen?.phoneNumber || undefined}>
          <input type="radio" name="number" checked={one.phoneNumber === chosen?.phoneNumber} onChange={() => change({ chosen: one })} />
          <strong>{practice.phone(one.phoneNumber)}</strong>
          <span>{placeWords(one)}</span>
          <span className={choose.price}>{rentWords(one.rentMicrodollars)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function placeWords({ kind, locality, region }: { kind: string; locality: string | null; region: string | null }): string {
  if (kind === 'toll_free') return 'Toll-free'
  return [locality, region].filter(Boolean).join(', ') || 'Place not told'
}
