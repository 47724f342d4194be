import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentTypeId, OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { requireType } from './calendar-of.ts'
import { keepOpening } from './cancel-appointment.ts'
import { type Cause, dropWaitingTexts, requireBooked, saveChange } from './change-appointment.ts'
import { findPlace, type Place } from './find-place.ts'
import { leavePlace, takePlace } from './place.ts'

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

/** Moves a visit: the new time is taken and the old one freed in one transaction, or the old one stays. A move to where it already is
 *  changes nothing. A confirmation was for the old time and is asked again. Throws `SLOT_TAKEN`, `NOT_BOOKABLE`, `ALREADY_CANCELLED`,
 *  `CHANGED_MEANWHILE`, `NOT_FOUND`, `UNKNOWN_TYPE`. */
export function* moveAppointment(tx: Tx, input: MoveInput): Work<Appointment> {
  const before = yield* requireBooked(tx, input.appointmentId, input.expectedVersion)
  const appointmentTypeId = input.appointmentTypeId ?? before.appointmentTypeId
  if (appointmentTypeId !== before.appointmentTypeId) requireType(yield* loadSetup(tx.practiceId, tx.practice), appointmentTypeId)
  const { place, conflicts } = yield* findPlace(tx, {
    ...input,
    appointmentTypeId,
    patientId: before.patientId,
    by: input.cause.by === 'desk' ? 'staff' : 'machine',
    moving: before,
    callId: input.cause.callId ?? undefined,
  })
  if (isSamePlace(place, before) && appointmentTypeId === before.appointmentTypeId) return before
  const isElsewhen = place.startsAt !== before.startsAt
  const next: Appointment = {
    ...before,
    ...place,
    appointmentTypeId,
    overbookReason: conflicts.length > 0 ? input.overbookReason : null,
    confirmation: isElsewhen ? 'unconfirmed' : before.confirmation,
    confirmedAt: isElsewhen ? null : before.confirmedAt,
  }
  yield* leavePlace(tx, before)
  if (isElsewhen) yield* dropWaitingTexts(tx, before.id)
  if (isElsewhen || place.providerId !== before.providerId) yield* keepOpening(tx, before)
  yield* takePlace(tx, next)
  return yield* saveChange(tx, 'appointment.moved', before, next, input.cause)
}

function isSamePlace(one: Place, other: Place): boolean {
  return (['providerId', 'operatoryId', 'startsAt', 'endsAt', 'releasedAt'] as const).every((field) => one[field] === other[field])
}
