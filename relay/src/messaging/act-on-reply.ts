import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { addMinutes, epochMs, localTimeOf, toInstant, wallClock, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { cancelAppointment } from '../booking/cancel-appointment.ts'
import type { Cause } from '../booking/change-appointment.ts'
import { confirmAppointment } from '../booking/confirm-appointment.ts'
import { raiseAlarm } from '../calls/raise-alarm.ts'
import { upcomingAppointments } from '../store/appointments.ts'
import { acknowledgementsSince, asksSince, threadBefore } from '../store/messages.ts'
import { isReachableOn, patientsOnNumber, requirePatient, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { askPerson } from './ask-person.ts'
import { optIn, optOut } from './opt-outs.ts'
import { queueText } from './queue-text.ts'
import { type Reading, readReply } from './read-reply.ts'
import { acknowledgementText } from './text-templates.ts'

/** A question stays open this long, or until its visit begins. */
const ASK_WINDOW_DAYS = 14
const MOST_ACKNOWLEDGEMENTS_AN_HOUR = 5

/** Visits this number was asked about and that are still to come; each once, newest question first. */
export function* askedVisits(tx: Tx, message: Message): Work<Appointment[]> {
  const since = toInstant(epochMs(tx.now) - ASK_WINDOW_DAYS * 86_400_000)
  const visits = new Map<string, Appointment>()
  for (const ask of yield* asksSince(tx.practiceId, message.patientNumber, since)) {
    if (ask.relatedType !== 'appointment' || !ask.relatedId || visits.has(ask.relatedId)) continue
    const visit = yield* tx.find('appointments', ask.relatedId)
    if (visit && visit.status === 'booked' && visit.startsAt > tx.now) visits.set(visit.id, visit)
  }
  return [...visits.values()]
}

/** The newest text on this number that asked something and can still be answered. Null when nothing is open, and when a person at the
 *  desk wrote, or we told of a cancellation, since: then "ok" answers that. */
export function* openQuestion(tx: Tx, message: Message): Work<Message | null> {
  const thread = yield* threadBefore(tx.practiceId, message.patientNumber, message.createdAt, 20)
  const ours = thread.find((one) => one.direction === 'outbound' && one.status !== 'blocked' && one.status !== 'failed')
  if (ours?.purpose === 'staff' || ours?.purpose === 'cancel_notice') return null
  const since = toInstant(epochMs(tx.now) - ASK_WINDOW_DAYS * 86_400_000)
  return (yield* asksSince(tx.practiceId, message.patientNumber, since))[0] ?? null
}

/** Every visit still to come of anybody who can be reached on this number. */
function* householdVisits(tx: Tx, message: Message): Work<Appointment[]> {
  const visits: Appointment[] = []
  for (const patient of yield* patientsOnNumber(tx.practiceId, message.patientNumber))
    if (isReachableOn(patient, message.patientNumber)) visits.push(...(yield* upcomingAppointments(tx.practiceId, patient.id, tx.now)))
  return visits
}

function contextOf(tx: Tx, visit: Appointment): string {
  const zone = tx.practice.timeZone
  const { date } = wallClock(visit.startsAt, zone)
  return `${date}T${localTimeOf(visit.startsAt, zone)} ${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(date) - 1]}`
}

/** Reads a reply against what was asked and acts only when it clearly means exactly one visit. */
export function* actOnReply(tx: Tx, received: Message): Work<void> {
  const question = yield* openQuestion(tx, received)
  const asked = yield* askedVisits(tx, received)
  const all = yield* householdVisits(tx, received)
  const subject = asked[0] ?? (all.length === 1 ? all[0] : undefined)
  const reading = readReply(received.body, { asked: question?.asked ?? 'none', appointment: subject ? contextOf(tx, subject) : undefined })
  const message: Message = { ...received, reading }
  yield* tx.update('messages', message)
  switch (reading.intent) {
    case 'confirm':
      return yield* confirmByReply(tx, message, question, asked)
    case 'cancel':
      yield* cancelByReply(tx, message, { canAcknowledge: true })
      return
    case 'opt_out':
      yield* optOut(tx, message, 'free_text')
      yield* askPerson(tx, message, 'Wants no more texts. Texting is off for this number; phone them about anything open.')
      return
    case 'opt_in':
      return yield* optIn(tx, message)
    case 'wrong_number':
      return yield* markWrongNumber(tx, message)
    case 'urgent':
      return yield* raiseFromText(tx, message, reading)
    case 'thanks':
    case 'help':
      return
    default:
      yield* askPerson(tx, message, REASONS[reading.intent] ?? 'A person must read this.')
  }
}

const REASONS: Partial<Record<Reading['intent'], string>> = {
  reschedule: 'Wants another time. Nothing was changed.',
  late: 'Running late. The visit stays; tell the chair.',
  question: 'Asks a question.',
  unclear: 'Not clear enough to act on. Nothing was changed.',
  accept_offer: 'Answers an offer. Nothing was changed.',
  decline_offer: 'Declines an offer. Nothing was changed.',
}

const MOVED = 'The visit was changed after we asked. Tell them how it stands now.'
const SEVERAL = 'Several visits could be meant, so nothing was changed. Ask which one.'

function* confirmByReply(tx: Tx, message: Message, question: Message | null, asked: Appointment[]): Work<void> {
  // The present truth decides: an answer about a visit that was cancelled or moved away never revives it.
  if (asked.length === 0) return void (yield* askPerson(tx, message, 'Says yes, but no visit that was asked about is still booked.'))
  const open = asked.filter((one) => one.confirmation === 'unconfirmed')
  const meant = open.length === 1 ? open[0]! : asked.length === 1 ? asked[0]! : null
  if (!meant) return void (yield* askPerson(tx, message, SEVERAL))
  if (question && question.relatedId !== meant.id && open.length === 0) return void (yield* askPerson(tx, message, SEVERAL))
  if (isStale(question, meant)) return void (yield* askPerson(tx, message, MOVED))
  const confirmed = yield* confirmAppointment(tx, { appointmentId: meant.id, cause: causeOf(message) })
  yield* tx.update('messages', { ...message, relatedType: 'appointment', relatedId: meant.id })
  if (meant.confirmation === 'unconfirmed') yield* acknowledge(tx, message, confirmed, 'confirmed')
}

/** A question asked before its visit was changed is about a time that no longer holds. */
function isStale(question: Message | null, visit: Appointment): boolean {
  return (
    question !== null &&
    question.relatedId === visit.id &&
    question.purpose !== 'move_confirmation' &&
    visit.version > 1 &&
    visit.confirmation === 'unconfirmed' &&
    visit.updatedAt > question.createdAt
  )
}

/** Cancels the one visit a reply can mean. False when it was left to a person. */
export function* cancelByReply(tx: Tx, message: Message, options: { canAcknowledge: boolean }): Work<boolean> {
  const asked = yield* askedVisits(tx, message)
  const all = yield* householdVisits(tx, message)
  const meant = asked.length === 1 ? asked[0]! : asked.length === 0 && all.length === 1 ? all[0]! : null
  if (tx.practice.settings.cancelByText === 'ask_staff') {
    yield* askPerson(tx, message, 'Wants to cancel. The practice decides about texted cancellations itself.')
    return false
  }
  if (!meant) {
    yield* askPerson(tx, message, all.length === 0 ? 'Wants to cancel, but no visit is booked for this number.' : SEVERAL)
    return false
  }
  if (isStale(yield* openQuestion(tx, message), meant)) {
    yield* askPerson(tx, message, MOVED)
    return false
  }
  const related: Message = { ...message, relatedType: 'appointment', relatedId: meant.id }
  yield* tx.update('messages', related)
  const cancelled = yield* cancelAppointment(tx, { appointmentId: meant.id, reason: 'Cancelled by text', cause: causeOf(message) })
  if (options.canAcknowledge) yield* acknowledge(tx, related, cancelled, 'cancelled')
  return true
}

function causeOf(message: Message): Cause {
  const { rule = 'reply', matched = [] } = message.reading ?? {}
  return { by: 'text', why: { rule, matched }, callId: null, messageId: message.id }
}

/** A short answer, at most five an hour to one number, so that two machines never talk to each other for long. */
function* acknowledge(tx: Tx, message: Message, visit: Appointment, kind: 'cancelled' | 'confirmed'): Work<void> {
  const sent = yield* acknowledgementsSince(tx.practiceId, message.patientNumber, addMinutes(tx.now, -60))
  if (sent >= MOST_ACKNOWLEDGEMENTS_AN_HOUR) return
  const patient = yield* requirePatient(tx.practiceId, visit.patientId)
  yield* queueText(tx, {
    to: message.patientNumber,
    body: acknowledgementText(
      { practice: tx.practice, firstName: patient.firstName, startsAt: visit.startsAt, language: patient.language },
      kind,
    ),
    purpose: 'acknowledgement',
    related: { type: 'appointment', id: visit.id },
    isAnswer: true,
    dedupeKey: `answer:${message.id}`,
    sentBy: 'machine',
  })
}

/** Stops texting this number about its patients. The answer would tell a stranger a name, so there is none. */
function* markWrongNumber(tx: Tx, message: Message): Work<void> {
  for (const patient of yield* patientsOnNumber(tx.practiceId, message.patientNumber)) yield* flagWrong(tx, patient, message)
  yield* askPerson(tx, message, 'Says it is the wrong number. It is no longer texted; find the right one.')
}

function* flagWrong(tx: Tx, patient: Patient, message: Message): Work<void> {
  const contactPoints = patient.contactPoints.map((one) =>
    one.phoneNumber === message.patientNumber && one.status === 'active' ? { ...one, status: 'wrong_number' as const } : one,
  )
  yield* updatePatient(tx, { ...patient, contactPoints })
  yield* tx.audit({ action: 'contact.wrong_number', subjectType: 'patient', subjectId: patient.id, detail: { messageId: message.id } })
}

function* raiseFromText(tx: Tx, message: Message, reading: Reading): Work<void> {
  const household = yield* patientsOnNumber(tx.practiceId, message.patientNumber)
  yield* raiseAlarm(tx, {
    description: message.body.slice(0, 400),
    matched: reading.matched,
    phoneNumber: message.patientNumber,
    callerName: null,
    patientId: household.length === 1 ? household[0]!.id : null,
    callId: null,
    messageId: message.id,
  })
  yield* askPerson(tx, message, 'Urgent. Phone them now.')
}
