import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentTypeId, OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepOpening } from './cancel-appointment.ts'
import { type Cause, dropWaitingTexts, requireBooked, saveChange } from './change-appointment.ts'
import { findPlace, leavePlace, takePlace } from './place.ts'

export type MoveInput = {
  appointmentId: string
  startsAt: Instant
  providerId: ProviderId | null
  operatoryId: OperatoryId | null
  appointmentTypeId?: AppointmentTypeId
  overbookReason: string | null
  expectedVersion?: number
  cause: Cause
}

/** Moves a visit: the new time is taken and the old one freed in one transaction, or the old one stays. A confirmation was for the
 *  old time and is asked again. Throws `SLOT_TAKEN`, `NOT_BOOKABLE`, `ALREADY_CANCELLED`, `CHANGED_MEANWHILE`, `NOT_FOUND`. */
export function* moveAppointment(tx: Tx, input: MoveInput): Work<Appointment> {
  const before = yield* requireBooked(tx, input.appointmentId, input.expectedVersion)
  const appointmentTypeId = input.appointmentTypeId ?? before.appointmentTypeId
  yield* leavePlace(tx, before)
  const { place, conflicts } = yield* findPlace(tx, {
    ...input,
    appointmentTypeId,
    patientId: before.patientId,
    by: input.cause.by === 'desk' ? 'staff' : 'machine',
    movingId: before.id,
    callId: input.cause.callId ?? undefined,
  })
  const isElsewhen = place.startsAt !== before.startsAt
  const next: Appointment = {
    ...before,
    ...place,
    appointmentTypeId,
    overbookReason: conflicts.length > 0 ? input.overbookReason : null,
    confirmation: isElsewhen ? 'unconfirmed' : before.confirmation,
    confirmedAt: isElsewhen ? null : before.confirmedAt,
  }
  if (isElsewhen) {
    yield* dropWaitingTexts(tx, before.id)
    yield* keepOpening(tx, before)
  }
  yield* takePlace(tx, next)
  return yield* saveChange(tx, 'appointment.moved', before, next, input.cause)
}
