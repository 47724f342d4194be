import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { NOT_REGISTERED, whyNumberCannotText } from '../messaging/leave-to-text.ts'
import { queueText } from '../messaging/queue-text.ts'
import { phoneOfNumber } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepNumber, type NumberJob, numberConversation, requireNumber } from './keep-number.ts'
import { requireOutside } from './number-change.ts'

/** The outbox's kind of job in which the assistant phones a trial's phone. */
export const TRIAL_CALL = 'number.tryCall'
export type TrialCallJob = NumberJob & { to: PhoneNumber; startedAt: Instant }

const TRIAL_MINUTES = 30

/** For half an hour this phone is staff's own: its texts are answered and need nobody. Throws `NOT_FOUND`, `NOT_NOW`, `BAD_INPUT`. */
export function* startTrial(tx: Tx, phoneNumberId: PhoneNumberId, phoneNumber: PhoneNumber): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  yield* requireOutside(tx, phoneNumber)
  // Two relays' answers would answer each other.
  const used = yield* phoneOfNumber(phoneNumber)
  if (used && used.status !== 'released')
    throw new DeskError('BAD_INPUT', 'An assistant answers that number. Enter the phone you hold in your hand.')
  if (phoneNumber === tx.practice.phoneNumber || phoneNumber === phone.forwardedFrom)
    throw new DeskError('BAD_INPUT', 'That is the practice’s own line. Enter the phone you hold in your hand.')
  const trial = { phoneNumber, startedAt: tx.now, endsAt: addMinutes(tx.now, TRIAL_MINUTES) }
  return yield* keepNumber(tx, { ...phone, trial }, 'number.trial_started')
}

/** Has the assistant phone the trial's phone. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* tryCall(tx: Tx, phoneNumberId: PhoneNumberId, requestId: string): Work<PracticePhone> {
  const { phone, trial } = yield* requireTrial(tx, phoneNumberId)
  if (phone.vapiPhoneNumberId === null || phone.vapiAssistantId === null)
    throw new DeskError('NOT_NOW', 'No assistant is set up on this number that could call. Ask the operator.')
  const { problem: _, ...fresh } = trial
  const tried = yield* keepNumber(tx, { ...phone, trial: fresh }, 'number.trial_call')
  yield* tx.enqueue({
    kind: TRIAL_CALL,
    dedupeKey: `${TRIAL_CALL}:${phone.id}:${requestId}`,
    conversationKey: numberConversation(phone.id),
    payload: { phoneNumberId, to: trial.phoneNumber, startedAt: trial.startedAt } satisfies TrialCallJob,
  })
  return tried
}

/** Texts the trial's phone. Throws `NOT_FOUND`, `NOT_NOW`, `CANNOT_TEXT`. */
export function* tryText(tx: Tx, phoneNumberId: PhoneNumberId, requestId: string): Work<Message> {
  const { phone, trial } = yield* requireTrial(tx, phoneNumberId)
  if (whyNumberCannotText(phone)) throw new DeskError('CANNOT_TEXT', NOT_REGISTERED)
  const message = yield* queueText(tx, {
    to: trial.phoneNumber,
    from: phone.phoneNumber,
    body: `This is a test from ${tx.practice.textName}. Texting works.`,
    purpose: 'staff',
    isAnswer: true,
    dedupeKey: `trial-text:${requestId}`,
    sentBy: 'machine',
  })
  // Refused as a whole, so that a trial leaves no text behind that waits for somebody.
  if (message.status === 'blocked') throw new DeskError('CANNOT_TEXT', message.error ?? 'This phone cannot be texted.')
  yield* tx.audit({ action: 'number.trial_text', subjectType: 'phone_number', subjectId: phone.id })
  tx.emit('message.queued')
  return message
}

type Tried = { phone: PracticePhone; trial: NonNullable<PracticePhone['trial']> }

function* requireTrial(tx: Tx, phoneNumberId: PhoneNumberId): Work<Tried> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.trial === null || phone.trial.endsAt <= tx.now)
    throw new DeskError('NOT_NOW', 'The trial is over. Enter your own phone to begin another.')
  return { phone, trial: phone.trial }
}
