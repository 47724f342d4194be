import type { Appointment, BookedBy } from '@dentalanswer/shared/domain/appointment.ts'
import type { ChangeWhy } from '@dentalanswer/shared/domain/change.ts'
import type { AppointmentId, AppointmentTypeId, CallId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { insertMachineChange } from '../store/appointments.ts'
import { requireCurrentPatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { findPlace } from './find-place.ts'
import { takePlace } from './place.ts'

export type BookInput = {
  patientId: PatientId
  appointmentTypeId: AppointmentTypeId
  startsAt: Instant
  providerId: ProviderId | null
  operatoryId: OperatoryId | null
  note: string
  bookedBy: BookedBy
  callId: CallId | null
  /** Staff only: book in spite of conflicts, with this reason. */
  overbookReason: string | null
  why: ChangeWhy
}

/** Books one visit: provider, operatory and patient are taken in this transaction or nothing is.
 *  Throws `SLOT_TAKEN`, `NOT_BOOKABLE`, `UNKNOWN_TYPE`, `NOT_FOUND`. */
export function* bookAppointment(tx: Tx, input: BookInput): Work<Appointment> {
  const patient = yield* requireCurrentPatient(tx.practiceId, input.patientId)
  const by = input.bookedBy === 'desk' ? 'staff' : 'machine'
  const { place, conflicts } = yield* findPlace(tx, { ...input, by, callId: input.callId ?? undefined })
  const appointment: Appointment = {
    id: tx.newId<AppointmentId>(),
    patientId: patient.id,
    appointmentTypeId: input.appointmentTypeId,
    ...place,
    status: 'booked',
    confirmation: 'unconfirmed',
    confirmedAt: null,
    cancelledAt: null,
    cancellationReason: null,
    note: input.note,
    overbookReason: conflicts.length > 0 ? input.overbookReason : null,
    bookedBy: input.bookedBy,
    sourceCallId: input.callId,
    sourceMessageId: null,
    calendarEventId: null,
    seenAt: by === 'staff' ? tx.now : null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  yield* tx.insert('appointments', appointment)
  yield* takePlace(tx, appointment)
  yield* tx.audit({
    action: 'appointment.booked',
    subjectType: 'appointment',
    subjectId: appointment.id,
    detail: { patientId: patient.id, callId: input.callId, conflicts },
  })
  if (by === 'machine')
    yield* insertMachineChange(
      tx,
      { action: 'appointment.booked', appointmentId: appointment.id, by: 'voice', why: input.why, callId: input.callId, messageId: null },
      null,
      appointment,
    )
  tx.emit('appointment.booked')
  return appointment
}
