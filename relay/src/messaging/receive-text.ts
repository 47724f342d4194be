import type { MessageId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes, type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { inboundMessagesSince } from '../store/messages.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { actOnReply } from './act-on-reply.ts'
import { askPerson } from './ask-person.ts'
import { keywordOf } from './carrier-words.ts'
import { followCarrierWord } from './follow-carrier-word.ts'
import { readReply } from './read-reply.ts'

export type InboundText = {
  messageSid: string
  from: PhoneNumber
  to: PhoneNumber
  body: string
  mediaCount: number
  segments: number
  /** Set when the carrier service has answered a keyword by itself. */
  optOutType: string | null
  /** When the carrier had it; left out when it comes as it is sent. */
  receivedAt?: Instant
}

const REPEAT_SECONDS = 30
/** What a patient meant this long ago is no longer acted on by itself. */
const LATE_MINUTES = 60

/** Stores an inbound text and acts on it, all in one transaction: opt-out rules first, then what the reply clearly means for exactly one
 *  visit; everything else becomes work for a person. */
export function* receiveText(tx: Tx, text: InboundText): Work<{ messageId: MessageId }> {
  const since = toInstant(Date.parse(tx.now) - REPEAT_SECONDS * 1_000)
  const [before] = yield* inboundMessagesSince(tx.practiceId, text.from, since)
  const message = messageOf(tx, text)
  yield* tx.insert('messages', message)
  const word = keywordOf(text.body, text.optOutType)
  // One text may come twice under two ids; the second is kept but acts on nothing. Another text between the two makes it a new one, and
  // two pictures without words are two pictures.
  if (before?.body === text.body && text.mediaCount === 0 && before.mediaCount === 0)
    yield* tx.update('messages', { ...message, reading: { intent: 'repeat', matched: [], rule: 'same-text-again' } })
  else if (word) yield* followCarrierWord(tx, message, word, text.optOutType !== null)
  else if (isLate(tx, text)) yield* takeLate(tx, message)
  else yield* actOnReply(tx, message)
  // Last, so that the event is named after what the text did.
  tx.emit('message.received')
  return { messageId: message.id }
}

function isLate(tx: Tx, { receivedAt }: InboundText): boolean {
  return receivedAt !== undefined && receivedAt < addMinutes(tx.now, -LATE_MINUTES)
}

/** A text from while we were away: pain still raises the alarm and a wish for no texts is still honoured; the rest a person decides. */
function* takeLate(tx: Tx, message: Message): Work<void> {
  const { intent } = readReply(message.body, { asked: 'none' })
  if (intent === 'urgent' || intent === 'opt_out' || intent === 'wrong_number') return yield* actOnReply(tx, message)
  yield* askPerson(tx, message, 'Came while the relay was away, so nothing was changed. Read it and answer.')
}

/** Keeps a text that could not be acted on, for a person to read. Nothing a patient wrote is lost because we failed to understand it. */
export function* keepText(tx: Tx, text: InboundText): Work<{ messageId: MessageId }> {
  const message = messageOf(tx, text)
  yield* tx.insert('messages', message)
  yield* askPerson(tx, message, 'The relay could not act on this text. Nothing was changed.')
  tx.emit('message.received')
  return { messageId: message.id }
}

function messageOf(tx: Tx, text: InboundText): Message {
  return {
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
    segments: text.segments,
    mediaCount: text.mediaCount,
    sentBy: 'patient',
    sourceCallId: null,
    reading: null,
    attention: 'none',
    attentionReason: null,
    sendAfter: null,
    createdAt: tx.now,
    sentAt: null,
    receivedAt: text.receivedAt ?? tx.now,
    deliveredAt: null,
  }
}
