import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { bookAppointment } from '../booking/book-appointment.ts'
import { cancelAppointment } from '../booking/cancel-appointment.ts'
import { deskCause, requireBooked, requireVersion } from '../booking/change-appointment.ts'
import { confirmAppointment } from '../booking/confirm-appointment.ts'
import { moveAppointment } from '../booking/move-appointment.ts'
import { leavePlace } from '../booking/place.ts'
import { undoChange } from '../booking/undo-change.ts'
import { askToConfirm } from '../messaging/ask-to-confirm.ts'
import { queueText, type TextToSend } from '../messaging/queue-text.ts'
import { acknowledgementText, appointmentText } from '../messaging/text-templates.ts'
import { requirePatient, textNumberOf, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { Commands } from './desk-context.ts'

type AppointmentCommands = Pick<
  Commands,
  | 'appointment.book'
  | 'appointment.move'
  | 'appointment.cancel'
  | 'appointment.confirm'
  | 'appointment.unconfirm'
  | 'appointment.finish'
  | 'appointment.note'
  | 'appointment.seen'
  | 'appointment.ask'
  | 'change.undo'
>

export const appointmentCommands: AppointmentCommands = {
  *'appointment.book'(tx, input) {
    const appointment = yield* bookAppointment(tx, { ...input, bookedBy: 'desk', callId: null, why: { rule: 'staff', matched: [] } })
    if (input.sendText && appointment.startsAt > tx.now) yield* tell(tx, appointment, 'booked')
    return appointment
  },
  *'appointment.move'(tx, input) {
    const before = yield* requireBooked(tx, input.appointmentId, input.expectedVersion)
    const moved = yield* moveAppointment(tx, { ...input, cause: deskCause })
    if (input.sendText && moved.startsAt !== before.startsAt && moved.startsAt > tx.now) yield* tell(tx, moved, 'moved')
    return moved
  },
  *'appointment.cancel'(tx, input) {
    const before = yield* tx.require('appointments', input.appointmentId)
    const cancelled = yield* cancelAppointment(tx, { ...input, cause: deskCause })
    if (input.sendText && before.status === 'booked' && before.startsAt > tx.now) yield* tell(tx, cancelled, 'cancelled')
    return cancelled
  },
  *'appointment.confirm'(tx, input) {
    return yield* confirmAppointment(tx, { ...input, cause: deskCause })
  },
  *'appointment.unconfirm'(tx, { appointmentId, expectedVersion }) {
    const before = yield* requireBooked(tx, appointmentId, expectedVersion)
    if (before.confirmation === 'unconfirmed') return before
    return yield* saveByStaff(tx, before, { ...before, confirmation: 'unconfirmed', confirmedAt: null }, 'appointment.unconfirmed')
  },
  *'appointment.finish'(tx, { appointmentId, as, expectedVersion }) {
    const before = yield* tx.require('appointments', appointmentId)
    requireVersion(before, expectedVersion)
    if (before.status === as) return before
    if (before.status === 'cancelled')
      throw new DeskError('ALREADY_CANCELLED', 'That appointment is cancelled.', { details: { appointment: before } })
    if (before.startsAt > tx.now)
      throw new DeskError('NOT_BOOKABLE', 'That appointment has not begun yet.', { details: { appointment: before } })
    const finished = yield* saveByStaff(tx, before, { ...before, status: as }, `appointment.${as}`)
    if (as === 'no_show') yield* leavePlace(tx, before)
    const patient = yield* requirePatient(tx.practiceId, before.patientId)
    if (as === 'completed' && patient.isNew) yield* updatePatient(tx, { ...patient, isNew: false })
    return finished
  },
  *'appointment.note'(tx, { appointmentId, note, expectedVersion }) {
    const before = yield* tx.require('appointments', appointmentId)
    requireVersion(before, expectedVersion)
    return before.note === note ? before : yield* saveByStaff(tx, before, { ...before, note }, 'appointment.noted')
  },
  *'appointment.ask'(tx, { appointmentId }) {
    return yield* askToConfirm(tx, appointmentId)
  },
  *'appointment.seen'(tx, { appointmentId }) {
    const before = yield* tx.require('appointments', appointmentId)
    if (before.seenAt !== null) return before
    // Looking at it is no change of the visit, so its version stays.
    const seen = yield* tx.update('appointments', { ...before, seenAt: tx.now })
    tx.emit('appointment.changed')
    return seen
  },
  *'change.undo'(tx, { changeId }) {
    return yield* undoChange(tx, changeId)
  },
}

function* saveByStaff(tx: Tx, before: Appointment, next: Appointment, action: string): Work<Appointment> {
  const after: Appointment = { ...next, version: before.version + 1, updatedAt: tx.now, seenAt: next.seenAt ?? tx.now }
  yield* tx.update('appointments', after)
  yield* tx.audit({ action, subjectType: 'appointment', subjectId: after.id, detail: { before, after } })
  tx.emit('appointment.changed')
  return after
}

/** Texts the patient about a change staff made; not an answer to anything, so it waits for decent hours. */
function* tell(tx: Tx, appointment: Appointment, kind: 'booked' | 'moved' | 'cancelled'): Work<void> {
  const patient = yield* requirePatient(tx.practiceId, appointment.patientId)
  const to = textNumberOf(patient)
  if (!to) return
  const facts = { practice: tx.practice, firstName: patient.firstName, startsAt: appointment.startsAt, language: patient.language }
  const text: TextToSend = {
    to,
    body: kind === 'cancelled' ? acknowledgementText(facts, 'cancelled') : appointmentText(facts, kind),
    purpose: kind === 'cancelled' ? 'cancel_notice' : kind === 'moved' ? 'move_confirmation' : 'booking_confirmation',
    asked: kind === 'cancelled' ? 'none' : 'appointment',
    related: { type: 'appointment', id: appointment.id },
    isAnswer: false,
    dedupeKey: `${kind}:${appointment.id}:${appointment.version}`,
    sentBy: 'machine',
  }
  yield* queueText(tx, text)
}
