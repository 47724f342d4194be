import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type NumberJob, numberConversation, requireNumber } from './keep-number.ts'

/** The outbox's kinds of job that look at a number now, and that put right what was found. */
export const NUMBER_CHECK = 'number.check'
export const NUMBER_REPAIR = 'number.repair'

/** `isAsked`: staff pressed the button, so what they may decide is put right too. */
export type RepairJob = NumberJob & { isAsked: boolean; by: string }

/** Has a number looked at as soon as can be. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* askForCheck(tx: Tx, phoneNumberId: PhoneNumberId, requestId: string): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  yield* tx.enqueue({
    kind: NUMBER_CHECK,
    dedupeKey: `${NUMBER_CHECK}:${phone.id}:${requestId}`,
    conversationKey: numberConversation(phone.id),
    payload: { phoneNumberId } satisfies NumberJob,
  })
  return phone
}

type Wish = { phoneNumberId: PhoneNumberId; by: string; requestId: string }

/** Has what is wrong with a number put right, also what is not repaired by itself. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* repairNumber(tx: Tx, { phoneNumberId, by, requestId }: Wish): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.health.problems.length === 0) throw new DeskError('NOT_NOW', 'Nothing is known to be wrong with this number.')
  if (phone.health.problems.every((one) => one.repair === 'operator'))
    throw new DeskError('NOT_NOW', 'This can only be put right by the operator, at the service that has the number.')
  yield* tx.audit({ action: 'number.repair_asked', subjectType: 'phone_number', subjectId: phone.id })
  yield* tx.enqueue({
    kind: NUMBER_REPAIR,
    dedupeKey: `${NUMBER_REPAIR}:${phone.id}:${requestId}`,
    conversationKey: numberConversation(phone.id),
    payload: { phoneNumberId, isAsked: true, by } satisfies RepairJob,
  })
  return phone
}
