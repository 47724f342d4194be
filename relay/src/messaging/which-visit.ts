import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Instant, MS_PER_DAY, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { upcomingAppointments } from '../store/appointments.ts'
import { asksSince, lastSeenText } from '../store/messages.ts'
import { findPatient, isReachableOn, patientsOnNumber } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { textTime } from './text-templates.ts'

/** A question stays open this long, or until its visit begins. */
const ASK_WINDOW_DAYS = 14

const SEVERAL = 'Several visits could be meant, so nothing was changed. Ask which one.'
const GONE = 'The visit we asked about is not booked any more, so nothing was changed. Tell them how it stands.'
const MOVED = 'The visit was changed after we asked. Tell them how it stands now.'
const NOT_ASKED = 'Says yes, but nothing was asked. Nothing was changed.'
const NO_VISIT = 'Wants to cancel, but no visit is booked for this number.'

const openSince = (now: Instant) => toInstant(Date.parse(now) - ASK_WINDOW_DAYS * MS_PER_DAY)

/** What a reply can be about. The question is null when none is open, when staff or an alarm wrote since, or when we told of a
 *  cancellation since: then "ok" answers that. */
export type OpenQuestion = {
  question: Message | null
  /** A person at the desk wrote last. */
  isToStaff: boolean
  /** The alarm that this number, of the on-call person, was told of last. */
  alarmText: Message | null
}

export function* openQuestion(tx: Tx, message: Message): Work<OpenQuestion> {
  const none: OpenQuestion = { question: null, isToStaff: false, alarmText: null }
  const since = openSince(tx.now)
  const last = yield* lastSeenText(tx.practiceId, message.patientNumber, since)
  if (last?.purpose === 'staff') return { ...none, isToStaff: true }
  if (last?.purpose === 'alarm') return { ...none, alarmText: last }
  if (last && (yield* tellsOfCancellation(tx, last))) return none
  return { ...none, question: (yield* asksSince(tx.practiceId, message.patientNumber, since))[0] ?? null }
}

function* tellsOfCancellation(tx: Tx, text: Message): Work<boolean> {
  if (text.purpose === 'cancel_notice') return true
  if (text.purpose !== 'acknowledgement' || text.relatedId === null) return false
  return (yield* tx.find('appointments', text.relatedId))?.status === 'cancelled'
}

/** Visits this number was asked about and that are still to come; each once, newest question first. */
export function* askedVisits(tx: Tx, message: Message): Work<Appointment[]> {
  const visits = new Map<string, Appointment>()
  for (const ask of yield* asksSince(tx.practiceId, message.patientNumber, openSince(tx.now))) {
    if (ask.relatedType !== 'appointment' || !ask.relatedId || visits.has(ask.relatedId)) continue
    const visit = yield* tx.find('appointments', ask.relatedId)
    if (visit?.status !== 'booked' || visit.startsAt <= tx.now) continue
    if (yield* mayBeTexted(tx, visit, message.patientNumber)) visits.set(visit.id, visit)
  }
  return [...visits.values()]
}

/** False once somebody on the number said that they do not know the patient, or it was taken off their card. */
export function* mayBeTexted(tx: Tx, visit: Appointment, phoneNumber: PhoneNumber): Work<boolean> {
  const patient = yield* findPatient(tx.practiceId, visit.patientId)
  const contact = patient?.contactPoints.find((one) => one.phoneNumber === phoneNumber)
  // A booking may be made from a phone that is on nobody's card; its answer counts.
  return contact === undefined || contact.status === 'active'
}

/** Every visit still to come of anybody who can be reached on this number, soonest first. */
export function* householdVisits(tx: Tx, phoneNumber: PhoneNumber): Work<Appointment[]> {
  const visits: Appointment[] = []
  for (const patient of yield* patientsOnNumber(tx.practiceId, phoneNumber))
    if (isReachableOn(patient, phoneNumber)) visits.push(...(yield* upcomingAppointments(tx.practiceId, patient.id, tx.now)))
  return visits.sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
}

export type Meant = { visit: Appointment } | { visit: null; reason: string }
const nobody = (reason: string): Meant => ({ visit: null, reason })

/** The one visit a confirmation can mean: the one the newest question named, if no other still waits for its answer. */
export function* visitToConfirm(tx: Tx, message: Message, question: Message | null): Work<Meant> {
  if (!question) return nobody(NOT_ASKED)
  return meantBy(question, yield* askedVisits(tx, message), tx.practice, (other) => other.confirmation === 'unconfirmed')
}

/** The one visit a cancellation can mean: the one that was asked about, if it was the only one; with no question open, the only visit
 *  of the household. */
export function* visitToCancel(tx: Tx, message: Message, question: Message | null): Work<Meant> {
  if (question) return meantBy(question, yield* askedVisits(tx, message), tx.practice, () => true)
  const all = yield* householdVisits(tx, message.patientNumber)
  return all.length === 1 ? { visit: all[0]! } : nobody(all.length === 0 ? NO_VISIT : SEVERAL)
}

// The present truth decides: an answer about a visit that was cancelled or moved never revives it, and never falls on another visit.
function meantBy(question: Message, asked: Appointment[], practice: Practice, couldAlsoBe: (other: Appointment) => boolean): Meant {
  const visit = asked.find((one) => one.id === question.relatedId)
  if (!visit) return nobody(GONE)
  if (!tellsTimeOf(question, visit, practice)) return nobody(MOVED)
  return asked.some((other) => other !== visit && couldAlsoBe(other)) ? nobody(SEVERAL) : { visit }
}

/** Whether a text still names the visit's time; one that was written before a move does not. */
export function tellsTimeOf(text: Message, visit: Appointment, practice: Practice): boolean {
  return (['en', 'es'] as const).some((language) => text.body.includes(textTime(practice, visit.startsAt, language)))
}
