import type { ReactNode } from 'react'
import styles from './ListDetail.module.css'

type ListDetailProps = {
  list: ReactNode
  /** On a narrow window the list and the subject share one place; this says which is shown. */
  isOpen: boolean
  children: ReactNode
}

/** The layout of a place: its list on the left, and the one thing that is selected beside it. */
export function ListDetail({ list, isOpen, children }: ListDetailProps) {
  return (
    <div className={styles.place}>
      <div className={styles.columns} data-open={isOpen || undefined}>
        {list}
        <div className={styles.subject}>{children}</div>
      </div>
    </div>
  )
}

type ListPaneProps = { label: string; tools?: ReactNode; children: ReactNode }

/** The list itself, under what filters it or adds to it. */
export function ListPane({ label, tools, children }: ListPaneProps) {
  return (
    <section className={styles.list} aria-label={label}>
      {tools ? <div className={styles.tools}>{tools}</div> : null}
      {children}
    </section>
  )
}

/** What the rows below it have in common. */
export function ListHeading({ words, count }: { words: string; count?: number }) {
  return (
    <h2 className={styles.heading}>
      {words} {count === undefined ? null : <span>{count}</span>}
    </h2>
  )
}
