import { TextInput } from '@mantine/core'
import type { BookDraft } from './book-draft.ts'
import { useDay } from './day-store.ts'
import { readTime } from './read-time.ts'
import { timeContext } from './time-context.ts'
import type { Scene } from './use-scene.ts'

/** A time as people write it; what it means stands below while they type. */
export function TimeField({ scene, draft }: { scene: Scene; draft: BookDraft }) {
  const { practice, day } = scene
  const { changeDraft, showDay } = useDay.getState()
  const context = timeContext(scene)
  const read = draft.timeText.trim() ? readTime(draft.timeText, context) : null
  const meaning = draft.startsAt ? practice.times.dayAndTime(draft.startsAt, practice.today) : ''
  const note = read?.kind === 'time' ? read.note : null
  return (
    <TextInput
      label="When"
      placeholder="2:30, tue 9, 3/12 14:00"
      value={draft.timeText}
      description={meaning && meaning !== draft.timeText ? [meaning, note].filter(Boolean).join('. ') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={read?.kind === 'problem' && !draft.startsAt ? read.text : undefined}
      onChange={(event) => {
        const timeText = event.currentTarget.value
        const next = readTime(timeText, context)
        changeDraft({ timeText, startsAt: next.kind === 'time' ? next.startsAt : null, refusal: null })
      }}
      onBlur={() => {
        const there = draft.startsAt ? practice.times.dayOf(draft.startsAt) : day
        if (there !== day) showDay(there === practice.today ? null : there)
      }}
    />
  )
}
