import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PersonView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ageOn } from '../../ui/times.ts'
import { noteFlags } from './note-flags.ts'
import styles from './PersonPage.module.css'
import { mainNumber } from './person-form.ts'
import { visitsOf, visitWords } from './visits-of.ts'

type HouseholdCardsProps = { practice: PracticeNow; person: PersonView }

/** The others on this person's numbers, each a person of their own. */
export function HouseholdCards({ practice, person }: HouseholdCardsProps) {
  const others = person.household.filter((one) => one.mergedIntoId === null)
  if (others.length === 0) return null
  return (
    <section className={styles.cards} aria-label="On the same number">
      {others.map((other, at) => (
        <Panel key={other.id} title={at === 0 ? 'On the same number' : undefined} label={fullName(other)}>
          <OtherPerson practice={practice} of={person.patient} other={other} all={[person.patient, ...others]} />
        </Panel>
      ))}
    </section>
  )
}

type OtherPersonProps = { practice: PracticeNow; of: Patient; other: Patient; all: Patient[] }

function OtherPerson({ practice, of, other, all }: OtherPersonProps) {
  const now = useNow()
  const number = mainNumber(other)
  const household = useLive('household.read', number ? { phoneNumber: number } : null).value
  const [next] = visitsOf(household?.appointments.filter((one) => one.patientId === other.id) ?? [], now).next
  const age = ageOn(other.birthDate, practice.today)
  const guardian = all.find((one) => one.id === other.guardianId)
  const decides = guardian ? `${guardian.firstName} decides` : of.guardianId === other.id ? `decides for ${of.firstName}` : ''
  const shared = other.contactPoints.filter(
    (point) =>
      point.status !== 'removed' && of.contactPoints.some((own) => own.status !== 'removed' && own.phoneNumber === point.phoneNumber),
  )
  return (
    <>
      <div className={styles.head}>
        <strong className={styles.words}>
          <PersonText>{fullName(other)}</PersonText>
        </strong>
        <Button size="small" aria-label={`Open ${fullName(other)}`} onClick={() => openPlace('people', other.id)}>
          Open
        </Button>
      </div>
      <dl className={styles.facts}>
        <dt>Age</dt>
        <dd>
          <PersonText>{[age ?? 'not known', decides].filter((part) => part !== '').join(', ')}</PersonText>
        </dd>
        <dt>Next</dt>
        <dd>
          {next
            ? `${practice.times.dayAndTime(next.startsAt, practice.today)}, ${practice.typeName(next.appointmentTypeId)}`
            : 'nothing booked'}{' '}
          {next ? <Tag tone={next.confirmation === 'confirmed' ? 'green' : 'amber'}>{visitWords(next, now)}</Tag> : null}
        </dd>
        <dt>Shares</dt>
        <dd>
          <PersonText>{shared.map((point) => practice.phone(point.phoneNumber)).join(', ')}</PersonText>
        </dd>
        {noteFlags(other.note).length > 0 ? (
          <>
            <dt>Alerts</dt>
            <dd className={styles.line}>
              {noteFlags(other.note).map((flag) => (
                <Tag key={flag} tone="amber">
                  {flag}
                </Tag>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </>
  )
}
