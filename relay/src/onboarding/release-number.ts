import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepNumber, type NumberJob, numberConversation, requireNumber } from './keep-number.ts'

/** The outbox's kind of job that gives a number back when its time has come. */
export const NUMBER_RELEASE = 'number.release'

const THIRTY_DAYS_MINUTES = 30 * 1_440

type Wish = { phoneNumberId: PhoneNumberId; typed: string; isNow: boolean }

/** Gives a number up, in thirty days or at once; until then it goes on working. `typed` is the number as a person typed it. Throws
 *  `NOT_FOUND`, `NOT_NOW`, `BAD_INPUT`. */
export function* releaseNumber(tx: Tx, { phoneNumberId, typed, isNow }: Wish): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (!isSameNumber(typed, phone.phoneNumber))
    throw new DeskError('BAD_INPUT', 'What was typed is not this number. Type all its digits to give it up.')
  yield* requireAnotherPrimary(tx, phone)
  const releaseAt = isNow ? tx.now : (phone.releaseAt ?? addMinutes(tx.now, THIRTY_DAYS_MINUTES))
  if (releaseAt === phone.releaseAt) return phone
  const going = yield* keepNumber(tx, { ...phone, releaseAt }, 'number.release_asked', { releaseAt })
  yield* tx.enqueue({
    kind: NUMBER_RELEASE,
    dedupeKey: `${NUMBER_RELEASE}:${phone.id}:${releaseAt}`,
    conversationKey: numberConversation(phone.id),
    payload: { phoneNumberId } satisfies NumberJob,
    runAfter: releaseAt,
  })
  return going
}

/** Takes giving it up back, while it waits. Throws `NOT_FOUND`, `NOT_NOW` once it has begun. */
export function* keepOnNumber(tx: Tx, phoneNumberId: PhoneNumberId): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.releaseAt === null) return phone
  return yield* keepNumber(tx, { ...phone, releaseAt: null }, 'number.kept')
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Ten digits, or all eleven. */
function isSameNumber(typed: string, phoneNumber: string): boolean {
  const given = digitsOf(typed)
  const whole = digitsOf(phoneNumber)
  return given === whole || (whole.startsWith('1') && given === whole.slice(1))
}

function* requireAnotherPrimary(tx: Tx, phone: PracticePhone): Work<void> {
  if (!phone.isPrimary) return
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const others = phoneNumbers.filter((one) => one.id !== phone.id && one.status !== 'released' && one.releaseAt === null)
  if (others.length > 0)
    throw new DeskError('NOT_NOW', 'This is the main number. Make another one the main number first, then give this one up.')
}
