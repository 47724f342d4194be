import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect } from 'react'
import { usePerson } from '../../live/person.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading, Problem } from '../../ui/Standing.tsx'
import { AuditPanel } from './AuditPanel.tsx'
import { EditPerson } from './EditPerson.tsx'
import { FollowUps } from './FollowUps.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { HouseholdCards } from './HouseholdCards.tsx'
import { NotePanel } from './NotePanel.tsx'
import { NumbersPanel } from './NumbersPanel.tsx'
import { PersonHead } from './PersonHead.tsx'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'
import { SamePerson } from './SamePerson.tsx'
import { VisitsPanel } from './VisitsPanel.tsx'

type PersonPageProps = { practice: PracticeNow; patientId: string }

/** Everything this practice knows about one person. */
export function PersonPage({ practice, patientId }: PersonPageProps) {
  const { value: person, error, again } = usePerson(patientId as PatientId)
  const isEditing = usePeople((state) => state.editingId === patientId)
  const opened = usePeople((state) => state.opened)
  const patient = person?.patient
  useEffect(() => {
    if (patient && !patient.mergedIntoId) opened(patient)
  }, [patient, opened])
  if (!person || !patient)
    return error ? <Problem text={error.message} onAgain={again} /> : <Loading rows={8} label="Reading this person" />
  if (patient.mergedIntoId) return <Merged keptId={patient.mergedIntoId} />
  return (
    <div className={styles.page}>
      <div className={styles.middle}>
        <PersonHead practice={practice} person={person} isEditing={isEditing} />
        <SamePerson person={person} />
        {isEditing ? <EditPerson practice={practice} patient={patient} /> : null}
        <VisitsPanel practice={practice} appointments={person.appointments} patientId={patient.id} />
        <NumbersPanel practice={practice} person={person} />
        <NotePanel patient={patient} />
      </div>
      <div className={styles.context}>
        <HouseholdCards practice={practice} person={person} />
        <FollowUps practice={practice} person={person} />
        <HistoryPanel practice={practice} person={person} />
        <AuditPanel practice={practice} person={person} />
      </div>
    </div>
  )
}

function Merged({ keptId }: { keptId: string }) {
  return (
    <Empty
      title="This record was merged into another."
      action={
        <Button tone="main" onClick={() => openPlace('people', keptId)}>
          Open the kept record
        </Button>
      }
    >
      Visits, numbers and work of this person are there now.
    </Empty>
  )
}
