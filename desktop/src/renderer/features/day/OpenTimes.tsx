import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import { addDays } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect, useState } from 'react'
import type { IpcInput } from '../../../ipc/contract.ts'
import { callDesk } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import type { BookDraft } from './book-draft.ts'
import styles from './Pane.module.css'
import { slotsByDay } from './slots-by-day.ts'
import type { Scene } from './use-scene.ts'

const DAYS_AHEAD = 21
const MOST = 60

type OpenTimesProps = { scene: Scene; draft: BookDraft; onTake: (slot: OpenSlotOut) => void }
type Found = { key: string; slots: OpenSlotOut[]; problem: string | null }

/** Open times from the day on screen on, as the relay knows them. */
export function OpenTimes({ scene, draft, onTake }: OpenTimesProps) {
  const { practice, day, isLive, view } = scene
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const { appointmentTypeId, providerId, patient } = draft
  const from = day < practice.today ? practice.today : day
  const key = isOpen && isLive && appointmentTypeId ? JSON.stringify([appointmentTypeId, providerId, patient?.id, from]) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question; a changed day is asked about again.
  useEffect(() => {
    if (!key) return
    let isCurrent = true
    const input = {
      appointmentTypeId,
      from,
      to: addDays(from, DAYS_AHEAD),
      providerId: providerId ?? undefined,
      patientId: patient?.id,
      limit: MOST,
    }
    callDesk('slots.find', input as IpcInput<'slots.find'>).then(
      (slots) => isCurrent && setFound({ key, slots, problem: null }),
      (error) => isCurrent && setFound({ key, slots: [], problem: wordsOf(error) }),
    )
    return () => {
      isCurrent = false
    }
  }, [key, view.appointments])
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
      {found?.problem ? <p className={styles.problem}>{found.problem}</p> : null}
      {found && !found.problem && found.slots.length === 0 ? (
        <p className={styles.second}>Nothing is open in the next three weeks.</p>
      ) : null}
      {found ? null : <p className={styles.second}>Asking the relay.</p>}
      {slotsByDay(found?.slots ?? [], practice.times).map((group) => (
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
    </section>
  )
}
