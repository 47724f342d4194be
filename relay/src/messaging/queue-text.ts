import { segmentsOf } from '@dentalanswer/shared/domain/gsm7.ts'
import type { CallId, MessageId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message, MessagePurpose } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { activeOptOut } from '../store/opt-outs.ts'
import { jobOfKey } from '../store/outbox.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { nextAllowedInstant } from './quiet-hours.ts'
import { recentTexts } from './recent-texts.ts'

export type TextToSend = {
  to: PhoneNumber
  /** The number the patient wrote to, so that one thread stays on one number; else the practice's primary one. */
  from?: PhoneNumber
  body: string
  purpose: MessagePurpose
  asked?: Message['asked']
  related?: { type: 'appointment' | 'alarm'; id: string }
  callId?: CallId | null
  /** It answers somebody who just wrote or called, or goes to staff; all others wait for 8:00–21:00. */
  isAnswer: boolean
  /** Two texts with one key are one text. */
  dedupeKey: string
  sentBy: Message['sentBy']
}

/** The outbox's kind of job that sends a text. */
export const TEXT_SEND = 'text.send'

/** What the outbox keeps of a text; the rest is in the message. */
export type TextJob = { messageId: string; isAnswer: boolean }

/** What the machine sends by itself about visits. An alarm, an answer and what staff type have no such limit. */
const LIMITED: ReadonlySet<MessagePurpose> = new Set(['booking_confirmation', 'move_confirmation', 'cancel_notice', 'confirmation_request'])
const MOST_A_DAY = 6
const DAY_MINUTES = 1_440

const BLOCKED = {
  OPTED_OUT: 'This number asked for no texts. Only the patient can switch them back on by texting START. Phone them.',
  LIMIT: 'Too many automatic texts to this number today; phone them.',
  NO_NUMBER: 'The practice has no number that can text. Set one up before texting.',
}

/** The number a practice texts from: the primary one, else any that is not given back. */
export function textingNumber(phones: PracticePhone[]): PracticePhone | null {
  const usable = phones.filter((phone) => phone.status !== 'released')
  return usable.find((phone) => phone.isPrimary) ?? usable[0] ?? null
}

/** Stores a text and its job, under one id. This is the only way a text comes to be: an opted-out number gets a message that says why it was not
 *  sent, visible to staff, and no job. The dispatcher asks again right before sending. A repeat of a key is answered with the first text,
 *  so there is one text per state of a visit. Automatic texts about visits end at six a day per number: not at one per purpose, because
 *  two siblings booked in one call each need a receipt. */
export function* queueText(tx: Tx, text: TextToSend): Work<Message> {
  const dedupeKey = `${tx.practiceId}:${text.dedupeKey}`
  const known = yield* jobOfKey(dedupeKey)
  if (known) return yield* tx.require('messages', known.id)
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const writtenTo = phoneNumbers.find((phone) => phone.phoneNumber === text.from && phone.status !== 'released')
  const from = writtenTo ?? textingNumber(phoneNumbers)
  const optOut = text.purpose === 'alarm' ? null : yield* activeOptOut(tx.practiceId, text.to)
  const blocked = optOut ? 'OPTED_OUT' : !from ? 'NO_NUMBER' : (yield* isOverLimit(tx, text)) ? 'LIMIT' : null
  const sendAfter = text.isAnswer ? tx.now : nextAllowedInstant(tx.now, tx.practice.timeZone, text.to)
  const message: Message = {
    id: tx.newId<MessageId>(),
    direction: 'outbound',
    fromNumber: from?.phoneNumber ?? tx.practice.phoneNumber,
    toNumber: text.to,
    patientNumber: text.to,
    body: text.body,
    purpose: text.purpose,
    asked: text.asked ?? 'none',
    relatedType: text.related?.type ?? null,
    relatedId: text.related?.id ?? null,
    provider: 'twilio',
    providerMessageId: null,
    status: blocked ? 'blocked' : 'waiting',
    errorCode: blocked,
    error: blocked ? BLOCKED[blocked] : null,
    segments: segmentsOf(text.body),
    mediaCount: 0,
    sentBy: text.sentBy,
    sourceCallId: text.callId ?? null,
    reading: null,
    attention: blocked && text.purpose !== 'acknowledgement' ? 'open' : 'none',
    attentionReason: blocked ? BLOCKED[blocked] : null,
    sendAfter: blocked || sendAfter === tx.now ? null : sendAfter,
    createdAt: tx.now,
    sentAt: null,
    receivedAt: null,
    deliveredAt: null,
  }
  yield* tx.insert('messages', message)
  if (!blocked)
    yield* tx.enqueue({
      id: message.id,
      kind: TEXT_SEND,
      dedupeKey,
      conversationKey: `${tx.practiceId}:${text.to}`,
      payload: { messageId: message.id, isAnswer: text.isAnswer } satisfies TextJob,
      runAfter: sendAfter,
    })
  return message
}

function* isOverLimit(tx: Tx, { to, purpose, sentBy }: TextToSend): Work<boolean> {
  if (sentBy !== 'machine' || !LIMITED.has(purpose)) return false
  const since = addMinutes(tx.now, -DAY_MINUTES)
  const counted = (yield* recentTexts(tx, to, 100)).filter((one) => isCounted(one) && one.createdAt > since)
  return counted.length >= MOST_A_DAY
}

/** Whether a text went out, or will; one that was blocked bothered nobody. */
function isCounted({ purpose, status, sentBy }: Message): boolean {
  return sentBy === 'machine' && LIMITED.has(purpose) && status !== 'blocked'
}
