import { Input, NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { RowOrder } from './RowOrder.tsx'
import styles from './SetupPlace.module.css'

type OrderedPicksProps<T> = {
  label: string
  picks: T[]
  idOf: (pick: T) => string
  nameOf: (id: string) => string
  /** What can still be chosen. */
  choices: { id: string; name: string }[]
  make: (id: string) => T
  onChange: (picks: T[]) => void
  problem: string | undefined
  /** One more field of a pick. */
  field?: (pick: T, put: (pick: T) => void) => ReactNode
}

/** Some of a list, in an order that matters. */
export function OrderedPicks<T>({ label, picks, idOf, nameOf, choices, make, onChange, problem, field }: OrderedPicksProps<T>) {
  const left = choices.filter((one) => !picks.some((pick) => idOf(pick) === one.id))
  return (
    <Input.Wrapper label={label} error={problem} labelElement="div">
      {picks.map((pick, at) => {
        const name = nameOf(idOf(pick))
        return (
          <div key={idOf(pick)} className={styles.triple}>
            <span>
              {at + 1}. {name}
            </span>
            <span>{field?.(pick, (next) => onChange(picks.with(at, next)))}</span>
            <span className={styles.order}>
              <RowOrder rows={picks} at={at} name={name} onChange={onChange} />
            </span>
          </div>
        )
      })}
      {left.length > 0 ? (
        <NativeSelect
          mt={6}
          aria-label={`Add to ${label}`}
          data={[{ value: '', label: 'Add…' }, ...left.map((one) => ({ value: one.id, label: one.name }))]}
          value=""
          onChange={(event) => event.currentTarget.value && onChange([...picks, make(event.currentTarget.value)])}
        />
      ) : null}
    </Input.Wrapper>
  )
}
