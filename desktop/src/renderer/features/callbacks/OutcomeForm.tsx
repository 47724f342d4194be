import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { attemptLine } from '../../live/attempts.ts'
import { deskNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { whoIsHere } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import styles from './Forms.module.css'
import type { FollowUp } from './follow-up.ts'
import { finish, tryAgain } from './follow-up-commands.ts'
import { tryAgainAt } from './later-times.ts'
import { outcomeText } from './outcome-text.ts'

const CLOSING = ['Reached, settled', 'Booked', 'Not needed']
const TRYING = ['Left voicemail', 'No answer']

type OutcomeFormProps = { one: FollowUp; now: Instant; practice: PracticeNow }

/** How it ended. A voicemail or no answer does not end it: the attempt is written down, and it comes back in two hours. */
export function OutcomeForm({ one, now, practice }: OutcomeFormProps) {
  const note = useCallbacksStore((state) => state.notes[one.id] ?? '')
  const { setForm, setNote } = useCallbacksStore.getState()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [isBusy, setBusy] = useState(false)
  const close = async (quick: string) => {
    setBusy(true)
    const outcome = await finish(one, outcomeText(quick, note))
    setBusy(false)
    if (!outcome) return
    setNote(one.id, '')
    setForm(null)
  }
  const again = async (quick: string) => {
    setBusy(true)
    const what = [quick.toLowerCase(), note.trim()].filter(Boolean).join(': ')
    const outcome = await tryAgain(one, tryAgainAt(now), attemptLine(what, deskNow(), practice, whoIsHere()))
    setBusy(false)
    if (!outcome) return
    setNote(one.id, '')
    setForm(null)
  }
  return (
    <form
      className={styles.form}
      aria-label="How it ended"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void close('')
      }}
    >
      <div className={styles.row}>
        <TextInput
          ref={field}
          className={styles.grow}
          size="xs"
          aria-label="Outcome in your words"
          placeholder="Outcome in your words"
          maxLength={900}
          value={note}
          onChange={(event) => setNote(one.id, event.currentTarget.value)}
        />
        <Button tone="main" type="submit" keys="enter" isBusy={isBusy}>
          Done
        </Button>
      </div>
      <div className={styles.row}>
        <span className={styles.label}>Ends it</span>
        {CLOSING.map((quick) => (
          <Button key={quick} size="small" isBusy={isBusy} onClick={() => void close(quick)}>
            {quick}
          </Button>
        ))}
      </div>
      <div className={styles.row}>
        <span className={styles.label}>Stays open, again in 2 h</span>
        {TRYING.map((quick) => (
          <Button key={quick} size="small" isBusy={isBusy} onClick={() => void again(quick)}>
            {quick}
          </Button>
        ))}
        <Button size="small" tone="quiet" keys="escape" onClick={() => setForm(null)}>
          Not now
        </Button>
      </div>
    </form>
  )
}
