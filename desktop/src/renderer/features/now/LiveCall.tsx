import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { WorkView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { householdName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { callLength } from '../../ui/times.ts'
import { doAct } from './do-act.ts'
import styles from './LiveCall.module.css'

const SHOWN_TURNS = 4
const STATE = { ringing: 'Ringing', in_progress: 'Call in progress', forwarding: 'Being put through', ended: 'Ended' } as const
type LiveCallProps = { call: Call; turns: CallTurn[]; work: WorkView | undefined; practice: PracticeNow }

/** A call in progress with the last things said. */
export function LiveCall({ call, turns, work, practice }: LiveCallProps) {
  const now = useNow()
  const people = (work?.patients ?? []).filter((one) => one.contactPoints.some((point) => point.phoneNumber === call.callerNumber))
  const who = householdName(people) ?? (call.callerNumber ? 'Unknown caller' : 'Withheld number')
  const said = turns.filter((one) => one.role !== 'tool').slice(-SHOWN_TURNS)
  return (
    <article className={styles.call}>
      <header className={styles.head}>
        <Tag tone={call.urgency === 'none' ? 'green' : 'red'}>{STATE[call.status]}</Tag>
        <span className={styles.length}>{callLength(call.startedAt ?? call.createdAt, now)}</span>
        {call.takenOverBy ? (
          <Tag>Taken over by {call.takenOverBy}</Tag>
        ) : (
          <Button size="small" keys="p" onClick={() => void doAct({ kind: 'takeOverCall', callId: call.id }, who)}>
            Take over
          </Button>
        )}
      </header>
      <button type="button" className={styles.who} onClick={() => openPlace('calls', call.id)}>
        <PersonText>
          <strong>{who}</strong>
          {call.callerNumber ? ` · ${practice.phone(call.callerNumber)}` : ''}
        </PersonText>
      </button>
      <ol className={styles.turns} aria-label="What is being said">
        {said.map((one) => (
          <li key={one.position} data-role={one.role}>
            <span data-unseen="">{one.role === 'caller' ? 'Caller: ' : 'AI: '}</span>
            <PersonText>{one.text}</PersonText>
          </li>
        ))}
      </ol>
    </article>
  )
}
