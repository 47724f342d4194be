import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { askedIds, machineActs } from '../../ui/board/machine-acts.ts'
import { Tag } from '../../ui/Tag.tsx'
import styles from './Pane.module.css'
import type { Scene } from './use-scene.ts'

/** How the appointment stands, in a word each. */
export function DetailTags({ scene, appointment }: { scene: Scene; appointment: Appointment }) {
  const { status, confirmation, overbookReason } = appointment
  const waiting = scene.pending.find((one) => one.kind !== 'book' && one.appointmentId === appointment.id)
  const act = machineActs(scene.view).get(appointment.id)
  return (
    <div className={styles.tags}>
      {status === 'cancelled' ? <Tag>Cancelled</Tag> : null}
      {status === 'completed' ? <Tag tone="green">Completed</Tag> : null}
      {status === 'no_show' ? <Tag tone="amber">No-show</Tag> : null}
      {status === 'booked' && confirmation === 'confirmed' ? <Tag tone="green">Confirmed</Tag> : null}
      {status === 'booked' && confirmation === 'unconfirmed' ? (
        <Tag tone="amber">{askedIds(scene.view).has(appointment.id) ? 'Asked, not confirmed' : 'Not confirmed'}</Tag>
      ) : null}
      {act ? <Tag tone="violet">{act === 'moved' ? 'Moved by AI' : 'Booked by AI'}</Tag> : null}
      {overbookReason ? <Tag tone="amber">Overbooked</Tag> : null}
      {waiting ? <Tag>{waiting.state === 'sending' ? 'Change on its way' : 'Change waits for the connection'}</Tag> : null}
    </div>
  )
}
