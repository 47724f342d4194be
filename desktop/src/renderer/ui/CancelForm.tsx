import { Checkbox, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { Button } from './Button.tsx'
import styles from './CancelForm.module.css'

const REASONS = ['Patient called', 'Sick', 'Cannot come', 'Provider away', 'Booked by mistake']

type Cancel = { reason: string; sendText: boolean }
type CancelFormProps = {
  value: Cancel
  /** Why the patient gets no text; null when one can be sent. */
  noText: string | null
  isBusy: boolean
  onChange: (value: Cancel) => void
  onCancel: (value: Cancel) => void
  onKeep: () => void
}

/** Cancels one visit, with the reason and whether the patient is told by text. */
export function CancelForm({ value, noText, isBusy, onChange, onCancel, onKeep }: CancelFormProps) {
  const { reason } = value
  const sendText = value.sendText && noText === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCancel({ reason: reason.trim(), sendText })
  }
  return (
    <form className={styles.form} aria-label="Cancel the visit" onSubmit={submit}>
      <TextInput
        label="Why it is cancelled"
        size="xs"
        data-autofocus
        autoFocus
        value={reason}
        maxLength={200}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
      <div className={styles.buttons}>
        {REASONS.map((one) => (
          <Button key={one} size="small" aria-pressed={reason === one} onClick={() => onChange({ ...value, reason: one })}>
            {one}
          </Button>
        ))}
      </div>
      <Checkbox
        size="xs"
        label={noText ?? 'Text the patient that it is cancelled'}
        disabled={noText !== null}
        checked={sendText}
        onChange={(event) => onChange({ ...value, sendText: event.currentTarget.checked })}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small" tone="main" keys="enter" disabled={reason.trim() === ''} isBusy={isBusy}>
          Cancel this visit
        </Button>
        <Button size="small" keys="escape" onClick={onKeep}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
