import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { changeSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Stores a changed number with its audit line and event. `detail` holds no phone number. */
export function* keepNumber(tx: Tx, phone: PracticePhone, action: string, detail?: object): Work<PracticePhone> {
  yield* tx.update('phoneNumbers', phone)
  yield* tx.audit({ action, subjectType: 'phone_number', subjectId: phone.id, ...(detail ? { detail } : {}) })
  yield* changeSetup(tx)
  tx.emit('number.changed')
  return phone
}

/** A number that this practice has and that is not on its way out. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* requireNumber(tx: Tx, id: PhoneNumberId): Work<PracticePhone> {
  const phone = yield* tx.require('phoneNumbers', id)
  if (phone.status === 'released') throw new DeskError('NOT_NOW', 'This number was given up.')
  if (isGoing(phone, tx.now)) throw new DeskError('NOT_NOW', 'This number is being given up.')
  return phone
}

/** Whether giving it up has begun, which cannot be taken back. */
export const isGoing = (phone: PracticePhone, now: string): boolean => phone.releaseAt !== null && phone.releaseAt <= now

/** Jobs about one number are done one after the other. */
export const numberConversation = (id: PhoneNumberId): string => `number:${id}`

export type NumberJob = { phoneNumberId: PhoneNumberId }
