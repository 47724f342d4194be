import { VisuallyHidden } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonCard } from '../../ui/PersonCard.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { PersonFacts } from './person-facts.ts'

type PersonOnNumberProps = { facts: PersonFacts; hasKeys: boolean; onOpen: () => void; onConfirm: () => void; onMove: () => void }

/** One person on the number: next and last visit, whether texts reach them, what to know, and what to do about the next visit. */
export function PersonOnNumber({ facts: { patient, next, tag, lines }, hasKeys, onOpen, onConfirm, onMove }: PersonOnNumberProps) {
  const name = fullName(patient)
  const buttons = next ? (
    <>
      {next.confirmation === 'unconfirmed' ? (
        <Button size="small" keys={hasKeys ? 'c' : undefined} onClick={onConfirm}>
          Confirm <VisuallyHidden>{name}</VisuallyHidden>
        </Button>
      ) : null}
      <Button size="small" keys={hasKeys ? 'm' : undefined} onClick={onMove}>
        Move <VisuallyHidden>{name}</VisuallyHidden>
      </Button>
    </>
  ) : null
  const tags = (
    <>
      {tag ? <Tag tone={tag.tone}>{tag.words}</Tag> : null}
      {patient.isNew ? <Tag tone="accent">New</Tag> : null}
    </>
  )
  return <PersonCard name={name} note={patient.note} tags={tags} facts={lines} onOpen={onOpen} buttons={buttons} />
}
