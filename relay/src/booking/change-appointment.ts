import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change, ChangeWhy } from '@dentalanswer/shared/domain/change.ts'
import type { CallId, MessageId } from '@dentalanswer/shared/domain/ids.ts'
import { insertMachineChange } from '../store/appointments.ts'
import { waitingMessagesAbout } from '../store/messages.ts'
import { moveJob } from '../store/outbox.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Who asked for a change and why, as it is kept for staff. `by: 'desk'` is a person; the others can be undone. */
export type Cause = { by: 'voice' | 'text' | 'desk'; why: ChangeWhy; callId: CallId | null; messageId: MessageId | null }

export const deskCause: Cause = { by: 'desk', why: { rule: 'staff', matched: [] }, callId: null, messageId: null }

/** The appointment, if it is still to come and unchanged since `expectedVersion`. Throws `NOT_FOUND`, `ALREADY_CANCELLED`,
 *  `NOT_BOOKABLE` (it is over), `CHANGED_MEANWHILE` with the present value. */
export function* requireBooked(tx: Tx, id: string, expectedVersion?: number): Work<Appointment> {
  const appointment = yield* tx.require('appointments', id)
  requireVersion(appointment, expectedVersion)
  if (appointment.status === 'cancelled')
    throw new DeskError('ALREADY_CANCELLED', 'That appointment is cancelled.', { details: { appointment } })
  if (appointment.status !== 'booked') throw new DeskError('NOT_BOOKABLE', 'That appointment is over.', { details: { appointment } })
  return appointment
}

export function requireVersion(appointment: Appointment, expectedVersion?: number): void {
  if (expectedVersion !== undefined && appointment.version !== expectedVersion)
    throw new DeskError('CHANGED_MEANWHILE', 'Somebody changed this appointment meanwhile.', { details: { appointment } })
}

/** Writes the next version, its audit line and, for a machine, the change that staff can undo. */
export function* saveChange(tx: Tx, action: Change['action'], before: Appointment, next: Appointment, cause: Cause): Work<Appointment> {
  const after: Appointment = {
    ...next,
    version: before.version + 1,
    updatedAt: tx.now,
    seenAt: cause.by === 'desk' ? (next.seenAt ?? tx.now) : null,
  }
  yield* tx.update('appointments', after)
  const detail = cause.by === 'desk' ? { before, after } : { why: cause.why, callId: cause.callId, messageId: cause.messageId }
  yield* tx.audit({ action, subjectType: 'appointment', subjectId: after.id, detail })
  if (cause.by !== 'desk') yield* insertMachineChange(tx, { ...cause, by: cause.by, action, appointmentId: after.id }, before, after)
  tx.emit(action)
  return after
}

/** Texts about the appointment that have not left are dropped: they would tell what is no longer true. */
export function* dropWaitingTexts(tx: Tx, appointmentId: string): Work<void> {
  for (const message of yield* waitingMessagesAbout(tx.practiceId, appointmentId)) {
    // A person wrote it, and it may be about more than the time.
    if (message.purpose === 'staff') continue
    const stopped = yield* moveJob({ id: message.id, from: ['pending'], to: 'cancelled', runAfter: tx.now, now: tx.now })
    if (stopped)
      yield* tx.update('messages', {
        ...message,
        status: 'blocked',
        errorCode: 'OUTDATED',
        error: 'Not sent: the appointment changed first.',
        sendAfter: null,
      })
  }
}
