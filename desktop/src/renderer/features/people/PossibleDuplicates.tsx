import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'
import { useCandidates } from './use-candidates.ts'

type PossibleDuplicatesProps = {
  practice: PracticeNow
  comparable: Pick<Patient, 'firstName' | 'lastName' | 'birthDate' | 'contactPoints'>
}

/** Records that may be the person being typed, and who else is on the number typed. */
export function PossibleDuplicates({ practice, comparable }: PossibleDuplicatesProps) {
  const candidates = useCandidates(comparable).slice(0, 4)
  const number = comparable.contactPoints[0]?.phoneNumber ?? null
  const onNumber = useLive('household.read', number ? { phoneNumber: number } : null).value?.patients ?? []
  const others = onNumber.filter((one) => !candidates.some(({ patient }) => patient.id === one.id))
  if (candidates.length === 0 && others.length === 0) return null
  return (
    <div className={styles.cards} role="status">
      {candidates.map(({ patient, likeness }) => (
        <Row
          key={patient.id}
          practice={practice}
          patient={patient}
          words={`Perhaps this person is here already: ${likeness.reasons.join(', ')}.`}
        />
      ))}
      {others.map((patient) => (
        <Row key={patient.id} practice={practice} patient={patient} words="On the same number; stays a separate person." isQuiet />
      ))}
    </div>
  )
}

type RowProps = { practice: PracticeNow; patient: Patient; words: string; isQuiet?: boolean }

function Row({ practice, patient, words, isQuiet = false }: RowProps) {
  const open = usePeople((state) => state.open)
  return (
    <div className={styles.suggestion} data-quiet={isQuiet || undefined}>
      <div className={styles.words}>
        <p>
          <PersonText>
            <strong>{fullName(patient)}</strong>
            {patient.birthDate ? `, born ${practice.times.withYear(patient.birthDate)}` : ', birth date not known'}
          </PersonText>
        </p>
        <p className={styles.second}>{words}</p>
      </div>
      <Button size="small" aria-label={`Open ${fullName(patient)}`} onClick={() => open(patient.id)}>
        Open
      </Button>
    </div>
  )
}
