import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { usePersonVisits } from '../../live/person-visits.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonCard } from '../../ui/PersonCard.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ageOn } from '../../ui/times.ts'

type CallPersonProps = { patient: Patient; isProven: boolean; practice: PracticeNow }

/** One of those the call may have been about, with the visit that comes next and the one before. */
export function CallPerson({ patient, isProven, practice }: CallPersonProps) {
  const { next, nextWords, lastWords } = usePersonVisits(patient.id, practice)
  const tags = (
    <>
      {isProven ? <Tag tone="green">Proved in this call</Tag> : null}
      {patient.isNew ? <Tag>New patient</Tag> : null}
    </>
  )
  const facts = [
    { label: 'Age', value: ageOn(patient.birthDate, practice.today) ?? 'not known' },
    { label: 'Next', value: nextWords },
    { label: 'Last', value: lastWords },
    ...(patient.note ? [{ label: 'Note', value: patient.note }] : []),
  ]
  return (
    <PersonCard patient={patient} tags={tags} facts={facts}>
      <Button size="small" aria-label={`Open person: ${fullName(patient)}`} onClick={() => openPlace('people', patient.id)}>
        Open person
      </Button>
      {next ? (
        <Button size="small" tone="quiet" aria-label={`Next visit of ${fullName(patient)}`} onClick={() => openPlace('day', next.id)}>
          Next visit
        </Button>
      ) : null}
    </PersonCard>
  )
}
