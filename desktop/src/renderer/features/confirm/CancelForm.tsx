import { Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useActions } from '../../live/actions.ts'
import { Button } from '../../ui/Button.tsx'
import { cancelVisit } from './confirm-commands.ts'
import { type Form, useConfirm } from './confirm-store.ts'
import styles from './HouseholdPane.module.css'
import type { Household, Visit } from './households-of.ts'
import type { Scene } from './use-scene.ts'

const REASONS = ['Patient called', 'Sick', 'Cannot come', 'Provider away']

type CancelFormProps = { scene: Scene; household: Household; visit: Visit; form: Extract<Form, { kind: 'cancel' }> }

/** Cancels one visit, with the reason and whether the patient is told by text. */
export function CancelForm({ scene, household, visit, form }: CancelFormProps) {
  const openForm = useConfirm((state) => state.openForm)
  const [isBusy, setBusy] = useState(false)
  const { noText } = household
  const close = () => openForm(null)
  useActions([
    {
      id: 'confirm-form-close',
      title: 'Keep the visit',
      keys: ['escape'],
      group: 'Confirm',
      isHidden: true,
      whileTyping: true,
      run: close,
    },
  ])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const isDone = await cancelVisit(visit, scene.practice, { reason: form.reason, sendText: form.sendText && noText === null })
    setBusy(false)
    if (isDone) close()
  }
  return (
    <form className={styles.form} aria-label="Cancel the visit" onSubmit={submit}>
      <TextInput
        autoFocus
        label="Why it is cancelled"
        size="xs"
        value={form.reason}
        maxLength={200}
        onChange={(event) => openForm({ ...form, reason: event.currentTarget.value })}
      />
      <div className={styles.buttons}>
        {REASONS.map((one) => (
          <Button key={one} size="small" aria-pressed={form.reason === one} onClick={() => openForm({ ...form, reason: one })}>
            {one}
          </Button>
        ))}
      </div>
      <Checkbox
        size="xs"
        label={noText ? `${noText}: no text goes out` : 'Text the patient that it is cancelled'}
        disabled={noText !== null}
        checked={form.sendText && noText === null}
        onChange={(event) => openForm({ ...form, sendText: event.currentTarget.checked })}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small" tone="main" disabled={form.reason.trim() === ''} isBusy={isBusy}>
          Cancel this visit
        </Button>
        <Button size="small" keys="escape" onClick={close}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
