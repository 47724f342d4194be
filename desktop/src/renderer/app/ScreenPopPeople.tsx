import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { HouseholdView } from '../../ipc/views.ts'
import type { PracticeNow } from '../live/practice.ts'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './Callouts.module.css'
import { callerFacts } from './caller-facts.ts'

type ScreenPopPeopleProps = { household: HouseholdView; practice: PracticeNow; now: Instant }

/** What to know before one says hello: each person on the number, open promises, and whether texts are blocked. */
export function ScreenPopPeople({ household, practice, now }: ScreenPopPeopleProps) {
  const { times, today } = practice
  const people = callerFacts(household, now, practice)
  const open = household.callbacks.filter((one) => one.status === 'open')
  return (
    <>
      {household.optOut && household.optOut.optedInAt === null ? (
        <p className={styles.text}>
          <Tag tone="amber">Texts blocked</Tag> Only they can switch them back on.
        </p>
      ) : null}
      {open.map((one) => (
        <p key={one.id} className={styles.text}>
          <Tag tone={one.dueAt < now ? 'amber' : 'grey'}>Callback promised</Tag> {times.dayAndTime(one.dueAt, today)}:{' '}
          <PersonText>{one.reason}</PersonText>
        </p>
      ))}
      <ul className={styles.people} hidden={people.length === 0}>
        {people.map((person) => (
          <li key={person.id}>
            <div className={styles.name}>
              <strong>
                <PersonText>{person.name}</PersonText>
              </strong>
              {person.age === null ? null : <span>{person.age}</span>}
              {person.tags.map((tag) => (
                <Tag key={tag.words} tone={tag.tone}>
                  {tag.words}
                </Tag>
              ))}
            </div>
            <dl className={styles.facts}>
              <dt>Next</dt>
              <dd>{person.next ?? 'no visit booked'}</dd>
              {person.last ? <dt>Last</dt> : null}
              {person.last ? <dd>{person.last}</dd> : null}
              {person.note ? <dt>Note</dt> : null}
              {person.note ? (
                <dd>
                  <PersonText>{person.note}</PersonText>
                </dd>
              ) : null}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
