import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepNumber, requireNumber } from './keep-number.ts'

type NumberChange = { phoneNumberId: PhoneNumberId; label?: string; isPrimary?: true; forwardedFrom?: PhoneNumber | null }

/** Renames a number, makes it the main one, or says which line forwards to it. Throws `NOT_FOUND`, `NOT_NOW`, `BAD_INPUT`. */
export function* changeNumber(tx: Tx, { phoneNumberId, ...change }: NumberChange): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (change.isPrimary && !phone.isPrimary && phone.releaseAt !== null)
    throw new DeskError('NOT_NOW', 'This number is being given up. Keep it first, then make it the main number.')
  if (change.forwardedFrom) yield* requireOutside(tx, change.forwardedFrom)
  const next = {
    ...phone,
    label: change.label ?? phone.label,
    isPrimary: change.isPrimary ?? phone.isPrimary,
    forwardedFrom: change.forwardedFrom === undefined ? phone.forwardedFrom : change.forwardedFrom,
  }
  const changed = (['label', 'isPrimary', 'forwardedFrom'] as const).filter((name) => next[name] !== phone[name])
  if (changed.length === 0) return phone
  if (changed.includes('isPrimary')) yield* takeFromOthers(tx, phone.id)
  return yield* keepNumber(tx, next, 'number.changed', { changed })
}

function* takeFromOthers(tx: Tx, id: PhoneNumberId): Work<void> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  for (const other of phoneNumbers) if (other.isPrimary && other.id !== id) yield* tx.update('phoneNumbers', { ...other, isPrimary: false })
}

/** A line that forwards to one of our numbers cannot be one of them. Throws `BAD_INPUT`. */
export function* requireOutside(tx: Tx, phoneNumber: PhoneNumber): Work<void> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  if (phoneNumbers.some((one) => one.status !== 'released' && one.phoneNumber === phoneNumber))
    throw new DeskError('BAD_INPUT', 'That is one of the numbers set up here. Enter another phone.')
}
