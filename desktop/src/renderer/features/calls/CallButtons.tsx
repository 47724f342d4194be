import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './CallButtons.module.css'
import { takeOver } from './call-commands.ts'
import { isLiveCall, STATE_WORDS } from './call-outcome.ts'
import type { CallWho } from './call-who.ts'

/** How the call stands, and what can be done about the call itself. */
export function CallButtons({ call, who }: { call: Call; who: CallWho }) {
  const isConnected = useIsLive()
  const isLive = isLiveCall(call)
  return (
    <>
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
    </>
  )
}
