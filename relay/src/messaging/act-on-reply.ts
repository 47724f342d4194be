import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { localTimeOf, wallClock, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { cancelAppointment } from '../booking/cancel-appointment.ts'
import type { Cause } from '../booking/change-appointment.ts'
import { confirmAppointment } from '../booking/confirm-appointment.ts'
import { raiseAlarm } from '../calls/raise-alarm.ts'
import { activeOptOut } from '../store/opt-outs.ts'
import { isReachableOn, patientsOnNumber } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { acknowledge } from './acknowledge.ts'
import { answerAlarm } from './answer-alarm.ts'
import { askPerson } from './ask-person.ts'
import { optIn, optOut } from './opt-outs.ts'
import type { Reading } from './read-reply.ts'
import { readText } from './read-text.ts'
import { householdVisits, openQuestion, visitToCancel, visitToConfirm } from './which-visit.ts'
import { markWrongNumber } from './wrong-number.ts'

const REASONS: Partial<Record<Reading['intent'], string>> = {
  reschedule: 'Wants another time. Nothing was changed.',
  late: 'Running late. The visit stays; tell the chair.',
  question: 'Asks a question.',
  help: 'Asks for help.',
  unclear: 'Not clear enough to act on. Nothing was changed.',
  accept_offer: 'Answers an offer. Nothing was changed.',
  decline_offer: 'Declines an offer. Nothing was changed.',
}
const TO_STAFF = 'May answer what a person at the desk wrote. Nothing was changed.'
const WITH_PICTURE = 'Came with a picture, so a person must look. Nothing was changed.'
/** What counts whatever it answers. */
const ALWAYS: ReadonlySet<Reading['intent']> = new Set(['urgent', 'opt_out'])
const CHANGING: ReadonlySet<Reading['intent']> = new Set(['confirm', 'cancel'])

/** Reads a reply against what was asked and acts only when it clearly means exactly one visit; what is left is work for a person. */
export function* actOnReply(tx: Tx, received: Message): Work<void> {
  const { question, isToStaff, alarmText } = yield* openQuestion(tx, received)
  const subject = yield* subjectOf(tx, received, question)
  const reading = yield* readText(tx, received, {
    asked: question?.asked ?? 'none',
    appointment: subject ? localStart(subject, tx.practice) : undefined,
  })
  const message: Message = { ...received, reading, ...aboutVisit(question) }
  yield* tx.update('messages', message)
  if (alarmText && !ALWAYS.has(reading.intent)) return yield* answerAlarm(tx, message, alarmText)
  if (message.mediaCount > 0 && (CHANGING.has(reading.intent) || reading.intent === 'thanks'))
    return void (yield* askPerson(tx, message, WITH_PICTURE))
  if (isToStaff && CHANGING.has(reading.intent)) return void (yield* askPerson(tx, message, TO_STAFF))
  switch (reading.intent) {
    case 'confirm':
      return yield* confirmByReply(tx, message, question)
    case 'cancel':
      return void (yield* cancelByReply(tx, message, question, { canAcknowledge: true }))
    case 'opt_out':
      return yield* optOutByReply(tx, message)
    case 'opt_in':
      return yield* optInByReply(tx, message)
    case 'wrong_number':
      return yield* markWrongNumber(tx, message)
    case 'urgent':
      return yield* raiseFromText(tx, message, reading)
    case 'thanks':
      return
    default:
      yield* askPerson(tx, message, REASONS[reading.intent] ?? 'A person must read this.')
  }
}

export function* optOutByReply(tx: Tx, message: Message): Work<void> {
  yield* optOut(tx, message, 'free_text')
  yield* askPerson(tx, message, 'Wants no more texts. Texting is off for this number; phone them about anything open.')
}

function* subjectOf(tx: Tx, message: Message, question: Message | null): Work<Appointment | null> {
  if (question?.relatedType === 'appointment' && question.relatedId) return yield* tx.find('appointments', question.relatedId)
  const all = yield* householdVisits(tx, message.patientNumber)
  return all.length === 1 ? all[0]! : null
}

function aboutVisit(question: Message | null): Partial<Message> {
  return question ? { relatedType: question.relatedType, relatedId: question.relatedId } : {}
}

function localStart(visit: Appointment, { timeZone }: Practice): string {
  const { date } = wallClock(visit.startsAt, timeZone)
  return `${date}T${localTimeOf(visit.startsAt, timeZone)} ${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(date) - 1]}`
}

function* confirmByReply(tx: Tx, message: Message, question: Message | null): Work<void> {
  const meant = yield* visitToConfirm(tx, message, question)
  if (!meant.visit) return void (yield* askPerson(tx, message, meant.reason))
  const confirmed = yield* confirmAppointment(tx, { appointmentId: meant.visit.id, cause: causeOf(message) })
  if (meant.visit.confirmation === 'unconfirmed') yield* acknowledge(tx, message, confirmed, 'confirmed')
}

/** Cancels the one visit a reply can mean and returns it. Null when it was left to a person. */
export function* cancelByReply(
  tx: Tx,
  message: Message,
  question: Message | null,
  options: { canAcknowledge: boolean },
): Work<Appointment | null> {
  const meant = yield* visitToCancel(tx, message, question)
  const isForStaff = tx.practice.settings.cancelByText === 'ask_staff'
  if (!meant.visit || isForStaff) {
    const reason = meant.visit ? 'Wants to cancel. The practice decides about texted cancellations itself.' : meant.reason
    yield* askPerson(tx, message, reason)
    return null
  }
  const related: Message = { ...message, relatedType: 'appointment', relatedId: meant.visit.id }
  yield* tx.update('messages', related)
  const cancelled = yield* cancelAppointment(tx, {
    appointmentId: meant.visit.id,
    reason: 'Cancelled by text',
    cause: causeOf(message),
  })
  if (options.canAcknowledge) yield* acknowledge(tx, related, cancelled, 'cancelled')
  return cancelled
}

function causeOf(message: Message): Cause {
  const { rule = 'reply', matched = [] } = message.reading ?? {}
  return { by: 'text', why: { rule, matched }, callId: null, messageId: message.id }
}

/** Lifts only a wish that we alone keep; a block at the carrier ends with the word START and nothing else. */
function* optInByReply(tx: Tx, message: Message): Work<void> {
  const present = yield* activeOptOut(tx.practiceId, message.patientNumber)
  if (present?.source === 'free_text') return yield* optIn(tx, message)
  const reason = present
    ? 'Wants texts again, but the carrier blocks them until this number texts the word START. Phone them.'
    : 'Wants texts, which are on for this number.'
  yield* askPerson(tx, message, reason)
}

/** Raises the alarm for an urgent text; it names a patient only where the number reaches exactly one. */
export function* raiseFromText(tx: Tx, message: Message, reading: Reading): Work<void> {
  const number = message.patientNumber
  const household = (yield* patientsOnNumber(tx.practiceId, number)).filter((one) => isReachableOn(one, number))
  yield* raiseAlarm(tx, {
    description: message.body.slice(0, 400),
    matched: reading.matched,
    phoneNumber: number,
    callerName: null,
    patientId: household.length === 1 ? household[0]!.id : null,
    callId: null,
    messageId: message.id,
  })
  yield* askPerson(tx, message, 'Urgent. Phone them now.')
}
