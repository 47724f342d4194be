import type { ReactNode } from 'react'
import styles from './Panel.module.css'

type PanelProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; isFlush?: boolean; label?: string; className?: string }

/** A white panel with its heading above it. `isFlush` leaves out the padding, for lists. */
export function Panel({ title, aside, children, isFlush = false, label, className }: PanelProps) {
  return (
    <section
      className={className ? `${styles.section} ${className}` : styles.section}
      aria-label={label ?? (typeof title === 'string' ? title : undefined)}
    >
      {title ? (
        <header className={styles.head}>
          <h2>{title}</h2>
          {aside ? <span className={styles.aside}>{aside}</span> : null}
        </header>
      ) : null}
      <div className={styles.panel} data-flush={isFlush || undefined}>
        {children}
      </div>
    </section>
  )
}
