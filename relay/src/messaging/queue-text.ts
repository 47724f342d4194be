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
import { NOT_REGISTERED, needsPersonUnregistered, numberOf, whyNumberCannotText } from './leave-to-text.ts'
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
  NOT_REGISTERED,
}

/** The number a practice texts from: one that carriers let text before one that waits for them, of those the primary one. Null when
 *  every number was given back. */
export function textingNumber(phones: PracticePhone[]): PracticePhone | null {
  const usable = phones.filter((phone) => phone.status !== 'released')
  const ready = usable.filter((phone) => phone.texting === 'ready')
  const best = ready.length > 0 ? ready : usable
  return best.find((phone) => phone.isPrimary) ?? best[0] ?? null
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
  const from = numberToTextFrom(phoneNumbers, text.from)
  const optOut = text.purpose === 'alarm' ? null : yield* activeOptOut(tx.practiceId, text.to)
  const blocked = optOut
    ? 'OPTED_OUT'
    : ((from ? whyNumberCannotText(from) : 'NO_NUMBER') ?? ((yield* isOverLimit(tx, text)) ? 'LIMIT' : null))
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
    attention: blocked && needsPerson(blocked, text) ? 'open' : 'none',
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

/** A patient is answered on the number they wrote to, everybody else from the best one. */
export function numberToTextFrom(phones: PracticePhone[], writtenTo: PhoneNumber | undefined): PracticePhone | null {
  return (writtenTo ? numberOf(phones, writtenTo) : null) ?? textingNumber(phones)
}

/** A lost acknowledgement changes nothing for anybody, as long as those after it arrive. */
function needsPerson(blocked: keyof typeof BLOCKED, { purpose, sentBy }: TextToSend): boolean {
  if (blocked === 'NOT_REGISTERED') return needsPersonUnregistered(purpose, sentBy)
  return purpose !== 'acknowledgement'
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
