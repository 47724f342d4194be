import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { OpeningId } from '@dentalanswer/shared/domain/ids.ts'
import { openLead } from '../calls/open-lead.ts'
import { requirePatient, textNumberOf } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type Cause, dropWaitingTexts, requireBooked, saveChange } from './change-appointment.ts'
import { leavePlace } from './place.ts'

export type CancelInput = { appointmentId: string; reason: string; expectedVersion?: number; cause: Cause }

/** Cancels a visit, frees its time as an opening and keeps a lead to rebook. One that is cancelled already stays as it is.
 *  Throws `NOT_FOUND`, `CHANGED_MEANWHILE`, `NOT_BOOKABLE` (it is over). */
export function* cancelAppointment(tx: Tx, input: CancelInput): Work<Appointment> {
  const present = yield* tx.require('appointments', input.appointmentId)
  if (present.status === 'cancelled') return present
  const before = yield* requireBooked(tx, input.appointmentId, input.expectedVersion)
  const next: Appointment = { ...before, status: 'cancelled', cancelledAt: tx.now, cancellationReason: input.reason }
  const cancelled = yield* saveChange(tx, 'appointment.cancelled', before, next, input.cause)
  yield* leavePlace(tx, before)
  yield* dropWaitingTexts(tx, before.id)
  yield* keepOpening(tx, before)
  const patient = yield* requirePatient(tx.practiceId, before.patientId)
  yield* openLead(tx, {
    kind: 'rebook',
    patientId: patient.id,
    phoneNumber: textNumberOf(patient),
    appointmentId: before.id,
    callId: input.cause.callId,
    messageId: input.cause.messageId,
    reason: 'Cancelled, rebook',
  })
  return cancelled
}

/** A freed time that is still to come could be filled by somebody else. */
export function* keepOpening(tx: Tx, freed: Appointment): Work<void> {
  if (freed.startsAt <= tx.now) return
  yield* tx.insert('openings', {
    id: tx.newId<OpeningId>(),
    providerId: freed.providerId,
    operatoryId: freed.operatoryId,
    startsAt: freed.startsAt,
    endsAt: freed.endsAt,
    fromAppointmentId: freed.id,
    status: 'open',
    createdAt: tx.now,
    updatedAt: tx.now,
  })
}
