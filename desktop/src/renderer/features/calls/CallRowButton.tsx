import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { usePreferences } from '../../live/session.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { callLength } from '../../ui/times.ts'
import styles from './CallRowButton.module.css'
import { isLiveCall, STATE_WORDS } from './call-outcome.ts'
import type { CallRow } from './call-rows.ts'

const SHOWN_OUTCOMES = 2

type CallRowButtonProps = { row: CallRow; now: Instant; practice: PracticeNow; isSelected: boolean; onOpen: () => void }

/** Who called, when, how long, and what came of it. */
export function CallRowButton({ row, now, practice, isSelected, onOpen }: CallRowButtonProps) {
  const { call, who, outcomes } = row
  const { counterMode } = usePreferences()
  const isLive = isLiveCall(call)
  const began = call.startedAt ?? call.createdAt
  const length = isLive ? callLength(began, now) : call.endedAt ? callLength(began, call.endedAt) : ''
  return (
    <ListRow
      name={who.name}
      aside={<span className={styles.time}>{practice.times.time(began)}</span>}
      stripe={stripeOf(row)}
      isSelected={isSelected}
      title={counterMode ? undefined : [who.name, call.summary].filter(Boolean).join('\n')}
      onOpen={onOpen}
    >
      <span className={styles.second}>
        <PersonText className={styles.number}>
          {numberWords(row, practice)}
          {call.direction === 'outbound' ? ' · called by the AI' : ''}
        </PersonText>
        <span className={styles.length}>{length}</span>
      </span>
      <span className={styles.tags}>
        {isLive ? <Tag tone="green">{STATE_WORDS[call.status]}</Tag> : null}
        {call.urgency !== 'none' && !outcomes.some((one) => one.tone === 'red') ? (
          <Tag tone={call.urgency === 'emergency' ? 'red' : 'amber'}>{call.urgency === 'emergency' ? 'Emergency' : 'Urgent'}</Tag>
        ) : null}
        {outcomes.slice(0, SHOWN_OUTCOMES).map((one) => (
          <Tag key={one.words} tone={one.tone}>
            {one.words}
          </Tag>
        ))}
        {outcomes.length > SHOWN_OUTCOMES ? <Tag>{`${outcomes.length - SHOWN_OUTCOMES} more`}</Tag> : null}
      </span>
    </ListRow>
  )
}

function numberWords({ call, who }: CallRow, { phone }: PracticeNow): string {
  if (call.callerNumber) return phone(call.callerNumber)
  return who.proven.length + who.others.length > 0 || who.note ? 'Withheld number' : 'No number was sent'
}

function stripeOf({ call, outcomes, isWaiting }: CallRow): 'red' | 'amber' | 'green' | undefined {
  if (call.urgency === 'emergency' && (isWaiting || isLiveCall(call))) return 'red'
  if (isLiveCall(call)) return 'green'
  return isWaiting || outcomes.some((one) => one.tone === 'amber') ? 'amber' : undefined
}
