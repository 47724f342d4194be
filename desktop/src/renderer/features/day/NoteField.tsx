import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './Pane.module.css'

type NoteFieldProps = { note: string; onSave: (note: string) => Promise<boolean> }

/** The note of an appointment. What is being written stays when the note changes elsewhere meanwhile. */
export function NoteField({ note, onSave }: NoteFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    if (draft === null) return
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
