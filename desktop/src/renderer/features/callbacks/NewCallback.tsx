import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { deskNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import { type DraftTrouble, readDraft, wallOfInstant } from './draft.ts'
import { writeDown } from './follow-up-commands.ts'
import { laterTimes } from './later-times.ts'
import styles from './NewCallback.module.css'
import { WhoField } from './WhoField.tsx'

const DEFAULT_MINUTES = 60

/** Writes a callback down: whom, about what, until when. What is typed stays while staff are elsewhere. */
export function NewCallback({ practice }: { practice: PracticeNow }) {
  const draft = useCallbacksStore((state) => state.draft)
  const { changeDraft, dropDraft, close } = useCallbacksStore.getState()
  const [trouble, setTrouble] = useState<DraftTrouble>({})
  const [isSaving, setSaving] = useState(false)
  const { zone } = practice.times
  const now = deskNow()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const read = readDraft(draft, addMinutes(deskNow(), DEFAULT_MINUTES), deskNow(), practice)
    setTrouble('trouble' in read ? read.trouble : {})
    if ('trouble' in read) return
    setSaving(true)
    const outcome = await writeDown(read.input, draft.name.trim() || practice.phone(read.input.phoneNumber as never))
    setSaving(false)
    if (outcome) dropDraft()
  }
  return (
    <form className={styles.form} aria-label="New callback" onSubmit={(event) => void save(event)}>
      <h2>New callback</h2>
      <WhoField practice={practice} />
      <TextInput
        label="Number to call"
        size="sm"
        value={draft.number}
        error={trouble.number}
        inputMode="tel"
        onChange={(event) => changeDraft({ number: event.currentTarget.value })}
      />
      <TextInput
        label="What it is about"
        description="In their words, short"
        size="sm"
        maxLength={300}
        value={draft.reason}
        error={trouble.reason}
        onChange={(event) => changeDraft({ reason: event.currentTarget.value })}
      />
      <div>
        <TextInput
          type="datetime-local"
          label="Due"
          size="sm"
          value={draft.due || wallOfInstant(addMinutes(now, DEFAULT_MINUTES), zone)}
          error={trouble.due}
          onChange={(event) => changeDraft({ due: event.currentTarget.value })}
        />
        <div className={styles.quick}>
          {laterTimes(now, practice).map((one) => (
            <Button key={one.words} size="small" onClick={() => changeDraft({ due: wallOfInstant(one.at, zone) })}>
              {one.words}
            </Button>
          ))}
        </div>
      </div>
      <Checkbox
        label="Urgent: first among those due"
        checked={draft.isUrgent}
        onChange={(event) => changeDraft({ isUrgent: event.currentTarget.checked })}
      />
      <div className={styles.buttons}>
        <Button tone="main" type="submit" isBusy={isSaving}>
          Write it down
        </Button>
        <Button keys="escape" onClick={close}>
          Close, keep what is typed
        </Button>
        <Button tone="quiet" onClick={dropDraft}>
          Discard
        </Button>
      </div>
    </form>
  )
}
