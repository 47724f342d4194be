import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { ChangeId } from '@dentalanswer/shared/domain/ids.ts'
import { findChange, openOpenings, type StoredChange } from '../store/appointments.ts'
import { openLeadsAbout } from '../store/follow-ups.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepOpening } from './cancel-appointment.ts'
import { dropWaitingTexts } from './change-appointment.ts'
import { leavePlace, requireStillFree, takePlace } from './place.ts'

/** Takes one automatic change back: the visit is as it was, in its old time, and the work the change made is withdrawn. Undoing twice
 *  is harmless. Throws `NOT_FOUND`, `NOT_UNDOABLE` (somebody changed the visit since), `SLOT_TAKEN` (its old time is
 *  gone), `NOT_BOOKABLE` (its old time is closed now). */
export function* undoChange(tx: Tx, changeId: ChangeId): Work<Appointment> {
  const stored = yield* findChange(tx.practiceId, changeId)
  if (!stored) throw new DeskError('NOT_FOUND', 'There is no such change.')
  const present = yield* tx.require('appointments', stored.change.appointmentId)
  if (stored.change.undoneAt !== null) return present
  if (present.version !== stored.after.version && !isOnlySeen(present, stored.after))
    throw new DeskError('NOT_UNDOABLE', 'This appointment was changed again since. Change it by hand.', {
      details: { appointment: present },
    })
  const restored = yield* restore(tx, stored, present)
  yield* tx.update('changes', { ...stored.change, undoneAt: tx.now })
  yield* tx.audit({
    action: 'change.undone',
    subjectType: 'appointment',
    subjectId: present.id,
    detail: { changeId, before: present, after: restored },
  })
  tx.emit('change.undone')
  return restored
}

function isOnlySeen(present: Appointment, after: Appointment): boolean {
  const plain = (one: Appointment) => JSON.stringify({ ...one, seenAt: null, version: 0, updatedAt: '' })
  return plain(present) === plain(after)
}

function* restore(tx: Tx, { change, before }: StoredChange, present: Appointment): Work<Appointment> {
  const target: Appointment = before ?? {
    ...present,
    status: 'cancelled',
    cancelledAt: tx.now,
    cancellationReason: 'Booking by the machine undone by staff',
  }
  const restored: Appointment = { ...target, version: present.version + 1, updatedAt: tx.now, seenAt: tx.now }
  yield* dropWaitingTexts(tx, present.id)
  if (change.action !== 'appointment.confirmed') yield* changePlace(tx, present, restored)
  yield* withdrawLead(tx, present.id, change.action)
  yield* tx.update('appointments', restored)
  return restored
}

function* changePlace(tx: Tx, present: Appointment, restored: Appointment): Work<void> {
  if (restored.status === 'booked') yield* requireStillFree(tx, restored)
  if (present.status === 'booked') {
    yield* leavePlace(tx, present)
    yield* keepOpening(tx, present)
  }
  if (restored.status === 'booked') {
    yield* withdrawOpening(tx, restored)
    yield* takePlace(tx, restored)
  }
}

/** The opening that the change left behind; one of an earlier move of the same visit stays open. */
function* withdrawOpening(tx: Tx, { id, startsAt, endsAt, providerId }: Appointment): Work<void> {
  for (const opening of yield* openOpenings(tx.practiceId, startsAt, endsAt))
    if (opening.fromAppointmentId === id && opening.startsAt === startsAt && opening.providerId === providerId)
      yield* tx.update('openings', { ...opening, status: 'withdrawn', updatedAt: tx.now })
}

function* withdrawLead(tx: Tx, appointmentId: string, action: string): Work<void> {
  if (action !== 'appointment.cancelled') return
  for (const lead of yield* openLeadsAbout(tx.practiceId, appointmentId))
    if (lead.kind === 'rebook')
      yield* tx.update('leads', { ...lead, status: 'done', outcome: 'The cancellation was undone', doneAt: tx.now })
}
