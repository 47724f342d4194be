import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import { useEffect } from 'react'
import { offerUndo } from '../../live/last-undo.ts'
import { openPlace } from '../../live/places.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { mainNumber } from '../../ui/main-number.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { inSentence } from '../../ui/times.ts'
import { whyWords } from '../../ui/why-words.ts'
import { changeWords, originWords } from './change-words.ts'
import styles from './Pane.module.css'
import type { Scene } from './use-scene.ts'

/** Where the appointment came from, and what machines did about it: why, where to hear or read it, and the way back. */
export function HowBooked({ scene, appointment }: { scene: Scene; appointment: Appointment }) {
  const { practice, view } = scene
  const changes = view.changes.filter((one) => one.appointmentId === appointment.id).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const newest = changes.find((one) => !one.undoneAt)
  const number = mainNumber(view.patients.find((one) => one.id === appointment.patientId) ?? null)
  const undo = (change: Change) =>
    void doCommand('change.undo', { changeId: change.id }, `Undo: ${changeWords(change)}`, 'Taken back: it is as it was before')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change is offered once while it is shown.
  useEffect(() => (newest ? offerUndo({ words: changeWords(newest).toLowerCase(), run: () => undo(newest) }) : undefined), [newest?.id])
  return (
    <section className={styles.how} aria-label="How it was booked">
      <h3>How it was booked</h3>
      <p className={styles.second}>
        {originWords(appointment)}, {inSentence(practice.times.dayAndTime(appointment.createdAt, practice.today))}
      </p>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change.id} className={styles.change}>
            <strong>{changeWords(change)}</strong>
            <span className={styles.second}>
              {practice.times.dayAndTime(change.at, practice.today)}
              {change.undoneAt ? ' · undone' : ''}
            </span>
            {change.why.matched.length > 0 ? (
              <span>
                <PersonText>{change.why.matched.map((words) => `“${words}”`).join(', ')}</PersonText>
              </span>
            ) : null}
            <span className={styles.second}>{whyWords(change)}</span>
            <div className={styles.actions}>
              {change.callId ? (
                <Button size="small" onClick={() => openPlace('calls', change.callId)}>
                  Open the call
                </Button>
              ) : null}
              {change.messageId && number ? (
                <Button size="small" onClick={() => openPlace('messages', number)}>
                  Open the texts
                </Button>
              ) : null}
              {change === newest ? (
                <Button size="small" keys="z" onClick={() => undo(change)}>
                  Undo
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
