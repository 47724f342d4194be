import { Input, TextInput } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import type { PracticeForm } from './practice-form.ts'
import { RowOrder } from './RowOrder.tsx'
import styles from './SetupPlace.module.css'

type OnCallListProps = { people: PracticeForm['onCall']; problem: string | undefined; onChange: (people: PracticeForm['onCall']) => void }
const MOST = 10

/** Whom an emergency goes to, in order. */
export function OnCallList({ people, problem, onChange }: OnCallListProps) {
  const put = (at: number, part: Partial<PracticeForm['onCall'][number]>) =>
    onChange(people.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <Input.Wrapper label="On call, in order" error={problem} labelElement="div" role="group" aria-label="On call, in order">
      {people.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what a row is.
        <div key={at} className={styles.triple}>
          <TextInput
            aria-label={`Name of number ${at + 1} on call`}
            placeholder="Name"
            value={one.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Phone of number ${at + 1} on call`}
            placeholder="Phone"
            value={one.phoneNumber}
            onChange={(event) => put(at, { phoneNumber: event.currentTarget.value })}
          />
          <span className={styles.order}>
            <RowOrder rows={people} at={at} name={one.name || 'this person'} onChange={onChange} />
          </span>
        </div>
      ))}
      <div className={styles.triple}>
        <span>
          <Button size="small" disabled={people.length >= MOST} onClick={() => onChange([...people, { name: '', phoneNumber: '' }])}>
            Add a person
          </Button>
        </span>
      </div>
    </Input.Wrapper>
  )
}
