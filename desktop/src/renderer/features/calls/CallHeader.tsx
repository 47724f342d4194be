import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { useNow } from '../../live/clock.ts'
import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { callLength } from '../../ui/times.ts'
import styles from './CallHeader.module.css'
import { takeOver } from './call-commands.ts'
import { isLiveCall, STATE_WORDS } from './call-outcome.ts'
import type { CallWho } from './call-who.ts'
import { useCallsStore } from './calls-store.ts'

type CallHeaderProps = { call: Call; who: CallWho; practice: PracticeNow }

/** Who is or was on the line, and what can be done about the call itself. */
export function CallHeader({ call, who, practice }: CallHeaderProps) {
  const now = useNow()
  const isConnected = useIsLive()
  const isLive = isLiveCall(call)
  const began = call.startedAt ?? call.createdAt
  const { times, today } = practice
  const length = callLength(began, call.endedAt ?? now)
  return (
    <header className={styles.header}>
      <Button className={styles.back} size="small" tone="quiet" keys="escape" onClick={useCallsStore.getState().close}>
        All calls
      </Button>
      <div className={styles.words}>
        <h2 className={styles.name}>
          <PersonText>{who.name}</PersonText>
        </h2>
        <p className={styles.line}>
          <PersonText>{call.callerNumber ? practice.phone(call.callerNumber) : 'No number was sent'}</PersonText>
          {` · ${times.dayAndTime(began, today)} · ${length}`}
        </p>
        {who.note ? <p className={styles.line}>{who.note}</p> : null}
      </div>
      <div className={styles.buttons}>
        <output className={styles.state}>
          {isLive ? <Tag tone="green">{STATE_WORDS[call.status]}</Tag> : null}
          {call.urgency !== 'none' ? (
            <Tag tone={call.urgency === 'emergency' ? 'red' : 'amber'}>{call.urgency === 'emergency' ? 'Emergency' : 'Urgent'}</Tag>
          ) : null}
          {call.takenOverBy ? <Tag>Taken over by {call.takenOverBy}</Tag> : null}
        </output>
        {isLive && !call.takenOverBy ? (
          <Button tone="main" keys="p" disabled={!isConnected} onClick={() => void takeOver(call, who.name)}>
            Take over
          </Button>
        ) : null}
        {call.callerNumber && !isLive ? (
          <Button keys="b" onClick={() => void dial(call.callerNumber!)}>
            Call back
          </Button>
        ) : null}
        {call.callerNumber ? (
          <Button keys="r" onClick={() => openPlace('messages', call.callerNumber)}>
            Text
          </Button>
        ) : null}
        {isLive && !isConnected ? <p className={styles.refused}>Taking over needs the connection.</p> : null}
      </div>
    </header>
  )
}
