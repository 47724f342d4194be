import type { ReactNode } from 'react'
import styles from './ListRow.module.css'
import { PersonText } from './PersonText.tsx'

type ListRowProps = {
  name: ReactNode
  /** At the end of the first line: a time or a tag. */
  aside?: ReactNode
  stripe?: 'red' | 'amber' | 'green' | undefined
  /** What is shown beside the list. */
  isSelected: boolean
  /** Where the keyboard is, when that is not yet shown. */
  isReached?: boolean
  /** Nothing in it is new. */
  isQuiet?: boolean
  /** Names the whole content when it may be cut off. */
  title?: string | undefined
  onOpen: () => void
  children: ReactNode
}

/** One row of a list: who it is, and below the name whatever lines matter here. */
export function ListRow({ name, aside, stripe, isSelected, isReached = false, isQuiet = false, title, onOpen, children }: ListRowProps) {
  return (
    <button
      type="button"
      className={styles.row}
      data-stripe={stripe}
      data-reached={isReached || undefined}
      data-quiet={isQuiet || undefined}
      aria-current={isSelected || undefined}
      title={title}
      onClick={onOpen}
    >
      <span className={styles.head}>
        <PersonText className={styles.name}>{name}</PersonText>
        {aside}
      </span>
      {children}
    </button>
  )
}
