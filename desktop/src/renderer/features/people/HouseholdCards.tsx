import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PersonView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonCard } from '../../ui/PersonCard.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ageOn } from '../../ui/times.ts'
import styles from './PersonPage.module.css'
import { visitsOf, visitWords } from './visits-of.ts'

type HouseholdCardsProps = { practice: PracticeNow; person: PersonView }

/** The others on this person's numbers, each a person of their own. */
export function HouseholdCards({ practice, person }: HouseholdCardsProps) {
  const others = person.household.filter((one) => one.mergedIntoId === null)
  if (others.length === 0) return null
  return (
    <section className={styles.cards} aria-label="On the same number">
      <h2>On the same number</h2>
      {others.map((other) => (
        <OtherPerson key={other.id} practice={practice} of={person.patient} other={other} all={[person.patient, ...others]} />
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
  const facts = [
    { label: 'Age', value: [age ?? 'not known', decides].filter((part) => part !== '').join(', ') },
    {
      label: 'Next',
      value: next ? (
        <>
          {`${practice.times.dayAndTime(next.startsAt, practice.today)}, ${practice.typeName(next.appointmentTypeId)} `}
          <Tag tone={next.confirmation === 'confirmed' ? 'green' : 'amber'}>{visitWords(next, now)}</Tag>
        </>
      ) : (
        'nothing booked'
      ),
    },
    { label: 'Shares', value: shared.map((point) => practice.phone(point.phoneNumber)).join(', ') },
  ]
  return <PersonCard name={fullName(other)} note={other.note} facts={facts} onOpen={() => openPlace('people', other.id)} />
}
