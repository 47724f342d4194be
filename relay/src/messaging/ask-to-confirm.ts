import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { asksAboutSince } from '../store/messages.ts'
import { requirePatient, textNumberOf } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { queueText } from './queue-text.ts'
import { nextAllowedInstant } from './quiet-hours.ts'
import { appointmentText, clockTime } from './text-templates.ts'
import { tellsTimeOf } from './which-visit.ts'

const ASK_AGAIN_MINUTES = 240

/** Queues one text that asks the patient to confirm a visit still to come. Throws `NOT_FOUND`, `NOT_ASKABLE`, `ALREADY_ASKED` (within four
 *  hours, whoever asked, also by the text of a booking), `OPTED_OUT`, `CANNOT_TEXT`. */
export function* askToConfirm(tx: Tx, appointmentId: AppointmentId): Work<Message> {
  const visit = yield* tx.require('appointments', appointmentId)
  requireAskable(tx, visit)
  yield* requireNotAsked(tx, visit)
  const patient = yield* requirePatient(tx.practiceId, visit.patientId)
  const to = textNumberOf(patient)
  if (!to) throw new DeskError('CANNOT_TEXT', 'There is no number to text for this patient.')
  requireDaytime(tx, to)
  const facts = { practice: tx.practice, firstName: patient.firstName, startsAt: visit.startsAt, language: patient.language }
  const message = yield* queueText(tx, {
    to,
    body: appointmentText(facts, 'booked'),
    purpose: 'confirmation_request',
    asked: 'appointment',
    related: { type: 'appointment', id: visit.id },
    isAnswer: false,
    dedupeKey: `ask:${visit.id}:${tx.now}`,
    sentBy: 'machine',
  })
  // Nothing is kept of a request that cannot go: whoever asked is told at once.
  if (message.status === 'blocked')
    throw new DeskError(message.errorCode === 'OPTED_OUT' ? 'OPTED_OUT' : 'CANNOT_TEXT', message.error ?? 'This number cannot be texted.')
  yield* tx.audit({ action: 'appointment.asked', subjectType: 'appointment', subjectId: visit.id, detail: { messageId: message.id } })
  tx.emit('message.queued')
  return message
}

function requireAskable(tx: Tx, visit: Appointment): void {
  const refuse = (message: string) => new DeskError('NOT_ASKABLE', message, { details: { appointment: visit } })
  if (visit.status === 'cancelled') throw refuse('That appointment is cancelled.')
  if (visit.status !== 'booked' || visit.startsAt <= tx.now) throw refuse('That appointment has begun or is over.')
  if (visit.confirmation === 'confirmed') throw refuse('That appointment is confirmed already.')
}

/** A text that named another time asked about another visit. */
function* requireNotAsked(tx: Tx, visit: Appointment): Work<void> {
  const recent = yield* asksAboutSince(tx.practiceId, visit.id, addMinutes(tx.now, -ASK_AGAIN_MINUTES))
  const asked = recent.find((one) => tellsTimeOf(one, visit, tx.practice))
  if (!asked) return
  // One written at night goes in the morning, and one that waits for the vendor goes when it can.
  const askedAt = asked.sentAt ?? asked.sendAfter ?? asked.createdAt
  const at = clockTime(tx.practice, askedAt)
  const told = askedAt > tx.now ? `A text that asks them goes at ${at}.` : `They were asked at ${at}.`
  const again = clockTime(tx.practice, addMinutes(askedAt, ASK_AGAIN_MINUTES))
  throw new DeskError('ALREADY_ASKED', `${told} Ask again after ${again}, or phone them.`, { details: { askedAt } })
}

function requireDaytime(tx: Tx, to: PhoneNumber): void {
  const from = nextAllowedInstant(tx.now, tx.practice.timeZone, to)
  if (from === tx.now) return
  const message = `It is too early or too late to text this number. Texts may go from ${clockTime(tx.practice, from)} on, your time.`
  throw new DeskError('CANNOT_TEXT', message, { details: { from } })
}
