import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect } from 'react'
import { openPlace } from '../../live/places.ts'
import { doCommand, runCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Empty } from '../../ui/Standing.tsx'
import { CancelVisit } from './CancelVisit.tsx'
import { CloseButton } from './CloseButton.tsx'
import { DetailActions } from './DetailActions.tsx'
import { DetailFacts } from './DetailFacts.tsx'
import { DetailTags } from './DetailTags.tsx'
import { useDay } from './day-store.ts'
import { HowBooked } from './HowBooked.tsx'
import { NoteField } from './NoteField.tsx'
import styles from './Pane.module.css'
import { openAppointment } from './use-open-target.ts'
import type { Scene } from './use-scene.ts'

/** One appointment with everything that can be done about it. Opening what a machine made marks it seen. */
export function AppointmentDetail({ scene }: { scene: Scene }) {
  const { practice, view, isLive } = scene
  const selectedId = useDay((state) => state.selectedId)
  const isCancelling = useDay((state) => state.cancellingId === state.selectedId && state.cancellingId !== null)
  const appointment = view.appointments.find((one) => one.id === selectedId)
  const isUnseen = appointment?.seenAt === null
  useMarkSeen(appointment?.id ?? null, isUnseen && isLive)

  const close = () => useDay.getState().openSide('none')
  if (!appointment)
    return (
      <Empty
        title="Not on this day"
        action={selectedId ? <Button onClick={() => void openAppointment(practice, selectedId)}>Show where it is now</Button> : undefined}
      >
        The appointment was moved to another day, or is not kept at this desk.
      </Empty>
    )
  const patient = view.patients.find((one) => one.id === appointment.patientId) ?? null
  const name = patient ? fullName(patient) : 'Name not here yet'
  return (
    <section className={styles.pane} aria-label={`Appointment of ${name}`}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <button
            type="button"
            className={styles.link}
            onClick={() => openPlace('people', appointment.patientId)}
            title="Open the person (O)"
          >
            <PersonText>{name}</PersonText>
          </button>
        </h2>
        <CloseButton onClick={close} />
      </header>
      <DetailTags scene={scene} appointment={appointment} />
      <DetailFacts scene={scene} appointment={appointment} patient={patient} />
      {isCancelling ? (
        <CancelVisit scene={scene} appointment={appointment} patient={patient} />
      ) : (
        <DetailActions scene={scene} appointment={appointment} patient={patient} />
      )}
      <NoteField
        key={appointment.id}
        appointmentId={appointment.id}
        note={appointment.note}
        onSave={async (note) =>
          (await doCommand('appointment.note', { appointmentId: appointment.id, note }, `Note for ${name}`, 'Note kept')) !== null
        }
      />
      <HowBooked scene={scene} appointment={appointment} />
    </section>
  )
}

function useMarkSeen(appointmentId: AppointmentId | null, isWanted: boolean): void {
  useEffect(() => {
    if (!appointmentId || !isWanted) return
    // Whoever looks next marks it again if this does not arrive.
    runCommand('appointment.seen', { appointmentId }, 'Mark as seen', false).catch(() => undefined)
  }, [appointmentId, isWanted])
}
