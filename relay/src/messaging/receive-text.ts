import type { MessageId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { inboundMessagesSince } from '../store/messages.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { actOnReply } from './act-on-reply.ts'
import { carrierWord } from './carrier-words.ts'
import { followCarrierWord } from './follow-carrier-word.ts'

export type InboundText = {
  messageSid: string
  from: PhoneNumber
  to: PhoneNumber
  body: string
  mediaCount: number
  /** Set when the carrier service has answered a keyword by itself. */
  optOutType: string | null
}

const REPEAT_SECONDS = 30

/** Stores an inbound text and acts on it, all in one transaction: opt-out rules first, then what the reply clearly means for exactly one
 *  visit; everything else becomes work for a person. */
export function* receiveText(tx: Tx, text: InboundText): Work<{ messageId: MessageId }> {
  const recent = yield* inboundMessagesSince(tx.practiceId, text.from, toInstant(Date.parse(tx.now) - REPEAT_SECONDS * 1_000))
  const message: Message = {
    id: tx.newId<MessageId>(),
    direction: 'inbound',
    fromNumber: text.from,
    toNumber: text.to,
    patientNumber: text.from,
    body: text.body,
    purpose: 'reply',
    asked: 'none',
    relatedType: null,
    relatedId: null,
    provider: 'twilio',
    providerMessageId: text.messageSid,
    status: 'received',
    errorCode: null,
    error: null,
    segments: 1,
    mediaCount: text.mediaCount,
    sentBy: 'patient',
    sourceCallId: null,
    reading: null,
    attention: 'none',
    attentionReason: null,
    sendAfter: null,
    createdAt: tx.now,
    sentAt: null,
    receivedAt: tx.now,
    deliveredAt: null,
  }
  yield* tx.insert('messages', message)
  tx.emit('message.received')
  // One text may come twice under two ids; the second is kept but acts on nothing.
  if (recent.some((one) => one.body === text.body && one.mediaCount === text.mediaCount)) {
    yield* tx.update('messages', { ...message, reading: { intent: 'repeat', matched: [], rule: 'same-text-again' } })
    return { messageId: message.id }
  }
  const word = carrierWord(text.body)
  if (word) yield* followCarrierWord(tx, message, word, text.optOutType)
  else yield* actOnReply(tx, message)
  return { messageId: message.id }
}
