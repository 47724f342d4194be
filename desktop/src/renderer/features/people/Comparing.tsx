import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { usePerson } from '../../live/person.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { ComparePeople } from './ComparePeople.tsx'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'

/** Reads the two records that are compared. */
export function Comparing({ practice, patientId }: { practice: PracticeNow; patientId: string }) {
  const otherId = usePeople((state) => state.otherId)
  const backToPerson = usePeople((state) => state.backToPerson)
  const one = usePerson(patientId as PatientId)
  const other = usePerson(otherId as PatientId | null)
  const error = one.error ?? other.error
  if (error) return <Problem text={error.message} onAgain={one.again} />
  if (!one.value || !other.value) return <Loading rows={8} label="Reading both records" />
  const merged = [one.value, other.value].find(({ patient }) => patient.mergedIntoId !== null)
  if (merged)
    return (
      <div className={styles.column}>
        <p>These records are one person by now.</p>
        <Button onClick={() => usePeople.getState().open(merged.patient.mergedIntoId!)}>Open the kept record</Button>
      </div>
    )
  return <ComparePeople practice={practice} sides={[one.value, other.value]} onBack={backToPerson} />
}
