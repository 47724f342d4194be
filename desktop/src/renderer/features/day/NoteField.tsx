import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useDay } from './day-store.ts'
import styles from './Pane.module.css'

type NoteFieldProps = { appointmentId: string; note: string; onSave: (note: string) => Promise<boolean> }

/** The note of an appointment. What is being written stays when the note changes elsewhere meanwhile, and until it is kept or given up. */
export function NoteField({ appointmentId, note, onSave }: NoteFieldProps) {
  const draft = useDay((state) => state.notes[appointmentId] ?? null)
  const setDraft = (text: string | null) => useDay.getState().writeNote(appointmentId, text)
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    if (draft === null || isBusy) return
    setBusy(true)
    if (await onSave(draft)) setDraft(null)
    setBusy(false)
  }
  return (
    <div className={styles.form}>
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={draft ?? note}
        data-private={draft === null ? '' : undefined}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
          if (event.key !== 'Escape' || draft === null) return
          // The first Escape only leaves the field: what is not kept yet stays in view.
          event.preventDefault()
          event.currentTarget.closest('main')?.focus()
        }}
      />
      {draft !== null && draft !== note ? (
        <div className={styles.actions}>
          <Button tone="main" size="small" keys="mod+enter" isBusy={isBusy} onClick={() => void save()}>
            Keep note
          </Button>
          <Button size="small" onClick={() => setDraft(null)}>
            Leave as it was
          </Button>
        </div>
      ) : null}
    </div>
  )
}
