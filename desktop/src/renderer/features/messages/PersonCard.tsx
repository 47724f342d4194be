import { VisuallyHidden } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './NumberPane.module.css'
import { noteHead } from './note-head.ts'
import type { PersonFacts } from './person-facts.ts'

type PersonCardProps = { facts: PersonFacts; hasKeys: boolean; onOpen: () => void; onConfirm: () => void; onMove: () => void }

/** One person on the number: next and last visit, whether texts reach them, what to know, and what to do about the next visit. */
export function PersonCard({ facts, hasKeys, onOpen, onConfirm, onMove }: PersonCardProps) {
  const { patient, next, tag, lines, note } = facts
  const name = fullName(patient)
  const { head, rest } = noteHead(note)
  return (
    <article className={styles.card} aria-label={name}>
      <header>
        <h3>
          <button type="button" className={styles.name} onClick={onOpen} title={`Open ${name}`}>
            <PersonText>{name}</PersonText>
          </button>
        </h3>
        {tag ? <Tag tone={tag.tone}>{tag.words}</Tag> : null}
        {patient.isNew ? <Tag tone="accent">New</Tag> : null}
      </header>
      <dl className={styles.facts}>
        {lines.map((line) => (
          <div key={line.name}>
            <dt>{line.name}</dt>
            <dd>
              <PersonText>{line.words}</PersonText>
            </dd>
          </div>
        ))}
        {note ? (
          <div>
            <dt>Alerts</dt>
            <dd>
              <PersonText>
                {head ? <Tag tone="amber">{head}</Tag> : null} {rest}
              </PersonText>
            </dd>
          </div>
        ) : null}
      </dl>
      {next ? (
        <div className={styles.buttons}>
          {next.confirmation === 'unconfirmed' ? (
            <Button size="small" keys={hasKeys ? 'c' : undefined} onClick={onConfirm}>
              Confirm <VisuallyHidden>{name}</VisuallyHidden>
            </Button>
          ) : null}
          <Button size="small" keys={hasKeys ? 'm' : undefined} onClick={onMove}>
            Move <VisuallyHidden>{name}</VisuallyHidden>
          </Button>
        </div>
      ) : null}
    </article>
  )
}
