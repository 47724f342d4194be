import { Input, TextInput } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import { moved } from './move-in-order.ts'
import type { PracticeForm } from './practice-form.ts'
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
            <Button
              size="small"
              tone="quiet"
              aria-label={`Move ${one.name || 'this person'} up`}
              disabled={at === 0}
              onClick={() => onChange(moved(people, at, -1))}
            >
              ↑
            </Button>
            <Button
              size="small"
              tone="quiet"
              aria-label={`Move ${one.name || 'this person'} down`}
              disabled={at === people.length - 1}
              onClick={() => onChange(moved(people, at, 1))}
            >
              ↓
            </Button>
            <Button
              size="small"
              tone="quiet"
              aria-label={`Take ${one.name || 'this person'} off`}
              onClick={() => onChange(people.filter((_, index) => index !== at))}
            >
              Off
            </Button>
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
