import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useLive } from '../../live/live-query.ts'
import { usePersonFacts } from '../../live/person-facts.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { NextVisit, PersonCard } from '../../ui/PersonCard.tsx'
import { Part } from '../../ui/Subject.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './FollowUpPeople.module.css'
import type { FollowUp } from './follow-up.ts'

const MOST_CARDS = 6

/** Whom it is about, and everyone else on the number. */
export function FollowUpPeople({ one, practice }: { one: FollowUp; practice: PracticeNow }) {
  const { value: household } = useLive('household.read', one.number ? { phoneNumber: one.number } : null)
  const { value: person } = useLive('person.read', one.patientId ? { patientId: one.patientId } : null)
  const others = (household?.patients ?? []).filter((patient) => patient.id !== one.patientId)
  const people = [...(person ? [person.patient] : []), ...others].slice(0, MOST_CARDS)
  const isRead = one.number === null || household !== undefined
  return (
    <Part title={one.patientId ? 'Whom it is about' : 'On this number'}>
      <div className={styles.people}>
        {household?.optOut && !household.optOut.optedInAt ? (
          <p className={styles.blocked}>
            <Tag tone="amber">Texting is blocked</Tag> Only they can switch texts back on. Phone them.
          </p>
        ) : null}
        {people.map((patient) => (
          <Person key={patient.id} patient={patient} practice={practice} />
        ))}
        {people.length === 0 && isRead ? <p className={styles.none}>Nobody in the records has this number.</p> : null}
        <div className={styles.buttons}>
          {one.number ? (
            <Button size="small" onClick={() => openPlace('messages', one.number)}>
              Open texts
            </Button>
          ) : null}
          {people.length === 0 && isRead ? (
            <Button size="small" onClick={() => openPlace('people', one.number ? `new:${one.number}` : 'new')}>
              New patient
            </Button>
          ) : null}
        </div>
      </div>
    </Part>
  )
}

function Person({ patient, practice }: { patient: Patient; practice: PracticeNow }) {
  const { next, facts } = usePersonFacts(patient, practice)
  const name = fullName(patient)
  return (
    <PersonCard
      name={name}
      note={patient.note}
      tags={patient.isNew ? <Tag tone="accent">New</Tag> : null}
      facts={facts}
      onOpen={() => openPlace('people', patient.id)}
      buttons={next ? <NextVisit name={name} onOpen={() => openPlace('day', next.id)} /> : null}
    />
  )
}
