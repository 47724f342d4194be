import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './Standing.module.css'

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode }

/** What is true when a list is empty, and what to do next. Never a bare "No data". */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className={styles.standing}>
      <p className={styles.title}>{title}</p>
      {children ? <p className={styles.text}>{children}</p> : null}
      {action}
    </div>
  )
}

/** What happened and the one thing to try. */
export function Problem({ text, onAgain }: { text: string; onAgain?: () => void }) {
  return (
    <div className={styles.standing} role="alert">
      <p className={styles.title}>This could not be read</p>
      <p className={styles.text}>{text}</p>
      {onAgain ? <Button onClick={onAgain}>Try again</Button> : null}
    </div>
  )
}

/** Grey rows in the place of a list that is being read for the first time. */
export function Loading({ rows = 4, label = 'Reading' }: { rows?: number; label?: string }) {
  return (
    <div className={styles.loading} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} />
      ))}
    </div>
  )
}
