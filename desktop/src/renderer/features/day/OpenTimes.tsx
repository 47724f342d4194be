import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import type { AppointmentTypeId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { useState } from 'react'
import { useOpenSlots } from '../../live/open-slots.ts'
import { Button } from '../../ui/Button.tsx'
import type { BookDraft } from './book-draft.ts'
import styles from './Pane.module.css'
import { slotsByDay } from './slots-by-day.ts'
import type { Scene } from './use-scene.ts'

const DAYS_AHEAD = 21
const MOST = 60

type OpenTimesProps = { scene: Scene; draft: BookDraft; onTake: (slot: OpenSlotOut) => void }

/** Open times from the day on screen on, as the relay knows them. */
export function OpenTimes({ scene, draft, onTake }: OpenTimesProps) {
  const { practice, day, isLive, view } = scene
  const [isOpen, setOpen] = useState(false)
  const { appointmentTypeId, providerId, patient } = draft
  const from = day < practice.today ? practice.today : day
  const isAsked = isOpen && isLive && appointmentTypeId !== null
  const { slots, problem } = useOpenSlots(
    isAsked
      ? {
          ...{ appointmentTypeId: appointmentTypeId as AppointmentTypeId, from, days: DAYS_AHEAD },
          ...(providerId && { providerId: providerId as ProviderId }),
          ...(patient && { patientId: patient.id }),
        }
      : null,
    view.appointments,
  )
  if (!isOpen)
    return (
      <div className={styles.actions}>
        <Button size="small" disabled={!isLive || !appointmentTypeId} onClick={() => setOpen(true)}>
          Show open times
        </Button>
        {isLive ? null : <span className={styles.second}>Open times need the connection.</span>}
      </div>
    )
  return (
    <section className={styles.how} aria-label="Open times">
      <h3>Open times</h3>
      {problem ? <p className={styles.problem}>{problem}</p> : null}
      {slots?.length === 0 ? <p className={styles.second}>Nothing is open in the next three weeks.</p> : null}
      {slots || problem ? null : <p className={styles.second}>Asking the relay.</p>}
      <div className={styles.times}>
        {slotsByDay((slots ?? []).slice(0, MOST), practice.times).map((group) => (
          <div key={group.day} className={styles.slots}>
            <span className={styles.second}>{practice.times.relativeDay(group.day, practice.today)}</span>
            {group.slots.map((slot) => (
              <Button
                key={`${slot.startsAt} ${slot.providerId}`}
                size="small"
                aria-pressed={slot.startsAt === draft.startsAt && slot.providerId === draft.providerId}
                title={`${practice.providerName(slot.providerId)} · ${practice.operatoryName(slot.operatoryId)}`}
                onClick={() => onTake(slot)}
              >
                {practice.times.clock(slot.startsAt)}
              </Button>
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}
