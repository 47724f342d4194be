import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect, useRef } from 'react'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import styles from './Forms.module.css'
import { type FollowUp, isCallback } from './follow-up.ts'
import { putOff } from './follow-up-commands.ts'
import { type LaterTime, laterTimes } from './later-times.ts'

/** When it shall come back. */
export function LaterForm({ one, now, practice }: { one: FollowUp; now: Instant; practice: PracticeNow }) {
  const { setForm } = useCallbacksStore.getState()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const choose = async ({ at, words }: LaterTime) => {
    if (await putOff(one, at, words)) setForm(null)
  }
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <span className={styles.label}>{isCallback(one) ? 'Due again' : 'Back on the list'}</span>
        {laterTimes(now, practice).map((time, index) => (
          <Button key={time.words} ref={index === 0 ? first : undefined} size="small" onClick={() => void choose(time)}>
            {time.words}
          </Button>
        ))}
        <Button size="small" tone="quiet" keys="escape" onClick={() => setForm(null)}>
          Not now
        </Button>
      </div>
    </div>
  )
}
