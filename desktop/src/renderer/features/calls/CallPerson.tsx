import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { usePersonFacts } from '../../live/person-facts.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { fullName } from '../../ui/names.ts'
import { NextVisit, PersonCard } from '../../ui/PersonCard.tsx'
import { Tag } from '../../ui/Tag.tsx'

type CallPersonProps = { patient: Patient; isProven: boolean; practice: PracticeNow }

/** One of those the call may have been about, with the visit that comes next and the one before. */
export function CallPerson({ patient, isProven, practice }: CallPersonProps) {
  const { next, facts } = usePersonFacts(patient, practice)
  const name = fullName(patient)
  return (
    <PersonCard
      name={name}
      note={patient.note}
      tags={
        <>
          {isProven ? <Tag tone="green">Proved in this call</Tag> : null}
          {patient.isNew ? <Tag tone="accent">New</Tag> : null}
        </>
      }
      facts={facts}
      onOpen={() => openPlace('people', patient.id)}
      buttons={next ? <NextVisit name={name} onOpen={() => openPlace('day', next.id)} /> : null}
    />
  )
}
