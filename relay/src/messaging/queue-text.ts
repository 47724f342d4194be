import type { CallId, MessageId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message, MessagePurpose } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { activeOptOut } from '../store/messages.ts'
import { jobOfKey } from '../store/outbox.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { segmentsOf } from './gsm7.ts'
import { nextAllowedInstant } from './quiet-hours.ts'

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

/** What the outbox keeps of a text; the rest is in the message. */
export type TextJob = { messageId: string; isAnswer: boolean }

const BLOCKED = {
  OPTED_OUT: 'This number asked for no texts. Only the patient can switch them back on by texting START. Phone them.',
  NO_NUMBER: 'The practice has no number that can text. Set one up before texting.',
}

/** The number a practice texts from: the primary one, else any that is not given back. */
export function textingNumber(phones: PracticePhone[]): PracticePhone | null {
  const usable = phones.filter((phone) => phone.status !== 'released')
  return usable.find((phone) => phone.isPrimary) ?? usable[0] ?? null
}

/** Stores a text and its job, under one id. This is the only way a text comes to be: an opted-out number gets a message that says why it was not
 *  sent, visible to staff, and no job. The dispatcher asks again right before sending. A repeat of a key is answered with the first text. */
export function* queueText(tx: Tx, text: TextToSend): Work<Message> {
  const dedupeKey = `${tx.practiceId}:${text.dedupeKey}`
  const known = yield* jobOfKey(dedupeKey)
  if (known) return yield* tx.require('messages', known.id)
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const writtenTo = phoneNumbers.find((phone) => phone.phoneNumber === text.from && phone.status !== 'released')
  const from = writtenTo ?? textingNumber(phoneNumbers)
  const optOut = text.purpose === 'alarm' ? null : yield* activeOptOut(tx.practiceId, text.to)
  const blocked = optOut ? 'OPTED_OUT' : from ? null : 'NO_NUMBER'
  const sendAfter = text.isAnswer ? tx.now : nextAllowedInstant(tx.now, tx.practice.timeZone)
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
      kind: 'text.send',
      dedupeKey,
      conversationKey: `${tx.practiceId}:${text.to}`,
      payload: { messageId: message.id, isAnswer: text.isAnswer } satisfies TextJob,
      runAfter: sendAfter,
    })
  return message
}
