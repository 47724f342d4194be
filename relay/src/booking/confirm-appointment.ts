import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type Cause, requireBooked, saveChange } from './change-appointment.ts'

export type ConfirmInput = { appointmentId: string; expectedVersion?: number; cause: Cause }

/** Marks a visit as confirmed; a confirmed one stays as it is and a cancelled one is never revived.
 *  Throws `NOT_FOUND`, `ALREADY_CANCELLED`, `CHANGED_MEANWHILE`. */
export function* confirmAppointment(tx: Tx, input: ConfirmInput): Work<Appointment> {
  const before = yield* requireBooked(tx, input.appointmentId, input.expectedVersion)
  if (before.confirmation === 'confirmed') return before
  return yield* saveChange(tx, 'appointment.confirmed', before, { ...before, confirmation: 'confirmed', confirmedAt: tx.now }, input.cause)
}
