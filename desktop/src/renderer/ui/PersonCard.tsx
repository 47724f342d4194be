import { Fragment, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { noteHead } from './note-head.ts'
import styles from './PersonCard.module.css'
import { PersonText } from './PersonText.tsx'
import { Tag } from './Tag.tsx'

type PersonCardProps = {
  name: string
  /** What everybody at the desk should know of them: their own note. */
  note: string
  tags?: ReactNode
  facts?: { label: string; value: ReactNode }[]
  /** Opens the person's own page. */
  onOpen: () => void
  buttons?: ReactNode
  /** What stands between the name and the facts. */
  children?: ReactNode
}

/** One person in a few lines, for the column beside what is shown: the name opens their page. */
export function PersonCard({ name, note, tags, facts = [], onOpen, buttons, children }: PersonCardProps) {
  const { head, rest } = noteHead(note)
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.head}>
        <button type="button" className={styles.name} title={`Open ${name}`} onClick={onOpen}>
          <PersonText>{name}</PersonText>
        </button>
        {tags}
      </header>
      {children}
      {facts.length > 0 || note ? (
        <dl className={styles.facts}>
          {facts.map((one) => (
            <Fragment key={one.label}>
              <dt>{one.label}</dt>
              <dd>
                <PersonText>{one.value}</PersonText>
              </dd>
            </Fragment>
          ))}
          {note ? (
            <>
              <dt>Alerts</dt>
              <dd>
                <PersonText>
                  {head ? <Tag tone="amber">{head}</Tag> : null} {rest}
                </PersonText>
              </dd>
            </>
          ) : null}
        </dl>
      ) : null}
      {buttons ? <div className={styles.buttons}>{buttons}</div> : null}
    </article>
  )
}

/** The button of a card that opens the visit that comes next. */
export function NextVisit({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <Button size="small" aria-label={`Next visit of ${name}`} onClick={onOpen}>
      Next visit
    </Button>
  )
}
