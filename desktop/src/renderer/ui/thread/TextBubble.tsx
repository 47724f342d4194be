import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Times } from '../times.ts'
import { Bubble } from './Bubble.tsx'
import { deliveryOf } from './delivery-words.ts'
import { Words } from './Words.tsx'

const BY = { machine: 'machine', desk: 'staff', patient: '' }
const MANY_SEGMENTS = 2

/** A text with who sent it, when, and what became of it. */
export function TextBubble({ message, times, now }: { message: Message; times: Times; now: Instant }) {
  const at = times.time(message.receivedAt ?? message.sentAt ?? message.createdAt)
  const words = <Words body={message.body} mediaCount={message.mediaCount} />
  if (message.direction === 'inbound')
    return (
      <Bubble from="patient" meta={at}>
        {words}
      </Bubble>
    )
  const { words: delivery, tone, reason } = deliveryOf(message, { now, time: times.time })
  const segments = message.segments >= MANY_SEGMENTS ? `${message.segments} segments` : ''
  return (
    <Bubble
      from={message.sentBy}
      tone={tone}
      reason={reason}
      meta={[BY[message.sentBy], at, delivery, segments].filter(Boolean).join(' · ')}
    >
      {words}
    </Bubble>
  )
}
