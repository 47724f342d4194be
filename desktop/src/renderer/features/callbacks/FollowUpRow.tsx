import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { usePreferences } from '../../live/session.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './FollowUpRow.module.css'
import { type FollowUp, isCallback } from './follow-up.ts'
import { dueWords } from './follow-up-groups.ts'

type FollowUpRowProps = { one: FollowUp; now: Instant; practice: PracticeNow; isSelected: boolean; onOpen: () => void }

/** Who, when it is due, what it is about in their words, how it came about and whose it is. */
export function FollowUpRow({ one, now, practice, isSelected, onOpen }: FollowUpRowProps) {
  const isQueued = useQueuedFor(isCallback(one) ? 'callbackId' : 'leadId', one.id).length > 0
  const { counterMode } = usePreferences()
  const due = dueWords(one, now, practice)
  return (
    <ListRow
      name={one.who}
      aside={<Tag tone={due.tone}>{due.words}</Tag>}
      stripe={due.tone === 'amber' ? 'amber' : undefined}
      isSelected={isSelected}
      title={counterMode ? undefined : one.who}
      onOpen={onOpen}
    >
      <PersonText className={styles.said}>{one.said ? `“${one.said}”` : one.reason}</PersonText>
      <span className={styles.foot}>
        <span className={styles.origin}>{one.status === 'done' ? (one.outcome ?? 'No outcome written') : one.origin}</span>
        {one.isUrgent && one.status === 'open' ? <Tag tone="amber">Urgent</Tag> : null}
        {one.owner ? <Tag tone="accent">{one.owner}</Tag> : null}
        {isQueued ? <Tag tone="amber">Waits for the connection</Tag> : null}
      </span>
    </ListRow>
  )
}
