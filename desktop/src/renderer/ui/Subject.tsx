import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { PersonText } from './PersonText.tsx'
import styles from './Subject.module.css'

type SubjectProps = {
  label: string
  name: string
  /** What stands under the name; each is a line. */
  lines: ReactNode[]
  buttons: ReactNode
  /** The way back to the list, shown where the subject has taken its place. */
  back: { words: string; onBack: () => void }
  aside: { label: string; content: ReactNode }
  children: ReactNode
}

/** What was selected in a list: its name and buttons above, what is known below, and those it is about at the side. */
export function Subject({ label, name, lines, buttons, back, aside, children }: SubjectProps) {
  return (
    <div className={styles.detail}>
      <section className={styles.subject} aria-label={label}>
        <header className={styles.header}>
          <Button className={styles.back} size="small" tone="quiet" keys="escape" onClick={back.onBack}>
            {back.words}
          </Button>
          <div className={styles.words}>
            <h2 className={styles.name}>
              <PersonText>{name}</PersonText>
            </h2>
            {lines.filter(Boolean).map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name than their place.
              <p key={at} className={styles.line}>
                {line}
              </p>
            ))}
          </div>
          {buttons ? <div className={styles.buttons}>{buttons}</div> : null}
        </header>
        <div className={styles.body}>{children}</div>
      </section>
      <aside className={styles.aside} aria-label={aside.label}>
        {aside.content}
      </aside>
    </div>
  )
}

/** One part of a subject under its heading. */
export function Part({ title, label, children }: { title: string; label?: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={label}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
