import type { ReactNode } from 'react'
import styles from './Thread.module.css'

type BubbleProps = {
  from: 'patient' | 'machine' | 'desk'
  /** "machine · 8:00 AM · delivered · 1 segment" */
  meta: string
  /** Why it did not arrive, when it did not. */
  reason?: string | null
  tone?: 'plain' | 'waiting' | 'problem'
  children: ReactNode
}

/** What somebody wrote or said: the patient's on the left, the machine's and the staff's on the right. */
export function Bubble({ from, meta, reason = null, tone = 'plain', children }: BubbleProps) {
  return (
    <article className={styles.bubble} data-from={from} data-tone={tone}>
      {children}
      <p className={styles.meta}>{meta}</p>
      {reason ? <p className={styles.reason}>{reason}</p> : null}
    </article>
  )
}
