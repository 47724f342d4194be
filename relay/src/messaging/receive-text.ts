import type { MessageId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { takeTrialText } from '../onboarding/trial-text.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { actOnReply } from './act-on-reply.ts'
import { askPerson } from './ask-person.ts'
import { keywordOf } from './carrier-words.ts'
import { followCarrierWord } from './follow-carrier-word.ts'
import { isStale, takeLate } from './late-text.ts'
import { recentTexts } from './recent-texts.ts'
import { leaveToStaff, openThread } from './thread-in-hand.ts'

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

/** Stores an inbound text and acts on it, all in one transaction: opt-out rules first, then what the reply clearly means for exactly one
 *  visit; everything else becomes work for a person. The texts of a number that staff took over are theirs. */
export function* receiveText(tx: Tx, text: InboundText): Work<{ messageId: MessageId }> {
  const isRepeated = yield* isRepeat(tx, text)
  const message = messageOf(tx, text)
  yield* tx.insert('messages', message)
  const takenOverBy = yield* openThread(tx, message.patientNumber)
  const word = keywordOf(text.body, text.optOutType)
  const isLate = text.receivedAt !== undefined && (yield* isStale(tx, message))
  if (isRepeated) yield* tx.update('messages', { ...message, reading: { intent: 'repeat', matched: [], rule: 'same-text-again' } })
  else if (word) yield* followCarrierWord(tx, message, word, { isAnswered: text.optOutType !== null, isLate, takenOverBy })
  else if (!(yield* takeTrialText(tx, message))) {
    if (takenOverBy) yield* leaveToStaff(tx, message, takenOverBy)
    else if (isLate) yield* takeLate(tx, message)
    else yield* actOnReply(tx, message)
  }
  // Last, so that the event is named after what the text did.
  tx.emit('message.received')
  return { messageId: message.id }
}

/** One text may come twice under two ids; the second is kept but acts on nothing. Anything else said between the two, by them or by us,
 *  makes it a new one, except our thanks for the first; and two pictures without words are two pictures. */
function* isRepeat(tx: Tx, text: InboundText): Work<boolean> {
  const since = toInstant(Date.parse(tx.now) - REPEAT_SECONDS * 1_000)
  const between = (yield* recentTexts(tx, text.from, 10)).filter((one) => one.purpose !== 'acknowledgement')
  const before = between[0]
  if (before?.direction !== 'inbound' || before.createdAt < since) return false
  return before.body === text.body && text.mediaCount === 0 && before.mediaCount === 0
}

/** Keeps a text that could not be acted on, for a person to read. Nothing a patient wrote is lost because we failed to understand it. */
export function* keepText(tx: Tx, text: InboundText): Work<{ messageId: MessageId }> {
  const message = messageOf(tx, text)
  yield* tx.insert('messages', message)
  yield* openThread(tx, message.patientNumber)
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
