import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepNumber, type NumberJob, numberConversation, requireNumber } from './keep-number.ts'

/** The outbox's kind of job that leads a number's calls to the desk or back to the assistant, as its status then says. */
export const NUMBER_ROUTE = 'number.route'

/** Its calls ring the desk from now on, as soon as the carrier service was told. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* pauseNumber(tx: Tx, phoneNumberId: PhoneNumberId, requestId: string): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.status === 'paused') return phone
  return yield* wish(tx, { ...phone, status: 'paused' }, 'number.paused', requestId)
}

/** Its calls reach the assistant again. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* resumeNumber(tx: Tx, phoneNumberId: PhoneNumberId, requestId: string): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.status === 'active') return phone
  if (phone.voiceUrl === null)
    throw new DeskError('NOT_NOW', 'Where the assistant takes the calls of this number is not known yet. Try again in a moment.')
  return yield* wish(tx, { ...phone, status: 'active' }, 'number.resumed', requestId)
}

function* wish(tx: Tx, phone: PracticePhone, action: string, requestId: string): Work<PracticePhone> {
  yield* keepNumber(tx, phone, action)
  yield* tx.enqueue({
    kind: NUMBER_ROUTE,
    dedupeKey: `${NUMBER_ROUTE}:${phone.id}:${requestId}`,
    conversationKey: numberConversation(phone.id),
    payload: { phoneNumberId: phone.id } satisfies NumberJob,
  })
  return phone
}
