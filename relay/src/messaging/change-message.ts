import type { Message, MessageStatus } from '@dentalanswer/shared/domain/message.ts'
import { loseLeaveToText } from '../onboarding/registration-lost.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { adviceFor } from './delivery-advice.ts'
import { optOut } from './opt-outs.ts'

/** Writes a message and tells the desks. */
export function* changeMessage(tx: Tx, message: Message, change: Partial<Message>): Work<Message> {
  const changed = yield* tx.update('messages', { ...message, ...change })
  tx.emit('message.changed')
  return changed
}

const BEFORE_ACCEPTED: MessageStatus[] = ['waiting', 'unknown', 'sending']

/** The vendor took the text. A status callback may have told more already; that stands. */
export function* markAccepted(tx: Tx, message: Message, providerMessageId: string, segments: number | null): Work<void> {
  const isBehind = BEFORE_ACCEPTED.includes(message.status)
  yield* changeMessage(tx, message, {
    providerMessageId,
    segments: segments ?? message.segments,
    sentAt: message.sentAt ?? tx.now,
    ...(isBehind ? { status: 'accepted' as const, errorCode: null, error: null, attention: answered(message) } : {}),
  })
}

/** A text that staff were told about as unknown needs nobody once its fate is known. */
export function answered(message: Message): Message['attention'] {
  return message.status === 'unknown' && message.attention === 'open' ? 'done' : message.attention
}

/** A text that will not arrive: says what staff should do, and learns an opt-out from the carrier's refusal. */
export function* failMessage(tx: Tx, message: Message, status: 'failed' | 'undelivered', code: string | null): Work<void> {
  const advice = adviceFor(code)
  yield* changeMessage(tx, message, { status, errorCode: code, error: advice, ...callForPerson(message, advice) })
  if (code === '21610') yield* optOut(tx, message, 'send_refused')
  if (code === '30034' || code === '30032') yield* loseLeaveToText(tx, message.fromNumber)
}

/** A lost acknowledgement changes nothing for anybody; every other text that does not go out is somebody's work. */
export function callForPerson(message: Message, reason: string): Partial<Message> {
  return message.purpose === 'acknowledgement' ? {} : { attention: 'open', attentionReason: reason }
}
