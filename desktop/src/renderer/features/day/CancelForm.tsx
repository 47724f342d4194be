import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useActions } from '../../live/actions.ts'
import { Button } from '../../ui/Button.tsx'
import { boardName } from '../../ui/names.ts'
import { expectedVersion, sendCancel } from './day-commands.ts'
import { useDay } from './day-store.ts'
import styles from './Pane.module.css'
import { whyNoText } from './texting.ts'
import type { Scene } from './use-scene.ts'

const REASONS = ['Patient called', 'Sick', 'Provider away', 'Booked by mistake']

/** Cancels one appointment, with the reason and whether the patient is told. */
export function CancelForm({ scene, appointment, patient }: { scene: Scene; appointment: Appointment; patient: Patient | null }) {
  const [reason, setReason] = useState('')
  const [sendText, setSendText] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const noText = whyNoText(patient, scene.view.optOuts)
  const keep = () => useDay.getState().startCancel(null)
  useActions([{ id: 'cancel-keep', title: 'Keep the visit', keys: ['escape'], group: 'Appointment', whileTyping: true, run: keep }])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const isSent = await sendCancel(scene.practice, appointment, {
      name: patient ? boardName(patient) : 'the visit',
      reason: reason.trim(),
      sendText: sendText && !noText,
      version: expectedVersion(appointment, scene.pending),
    })
    setBusy(false)
    if (isSent) keep()
  }
  return (
    <form className={styles.form} aria-label="Cancel the visit" onSubmit={submit}>
      <TextInput
        label="Why it is cancelled"
        data-autofocus
        autoFocus
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        {REASONS.map((one) => (
          <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
      <Checkbox
        size="xs"
        label={noText ?? 'Text the patient that it is cancelled'}
        disabled={noText !== null}
        checked={sendText && !noText}
        onChange={(event) => setSendText(event.currentTarget.checked)}
      />
      <div className={styles.actions}>
        <Button type="submit" tone="main" keys="enter" disabled={!reason.trim()} isBusy={isBusy}>
          Cancel this visit
        </Button>
        <Button keys="escape" onClick={keep}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
