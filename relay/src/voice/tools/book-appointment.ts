import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { AppointmentType, Provider } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { bookAppointment } from '../../booking/book-appointment.ts'
import { appointmentText } from '../../messaging/text-templates.ts'
import { householdOf } from '../../patients/household-of.ts'
import { isSameName } from '../../patients/match-name.ts'
import { type BookingCaller, newPatientForBooking, undatedNamesake } from '../../patients/patient-for-booking.ts'
import { appointmentsOfCall, upcomingAppointments } from '../../store/appointments.ts'
import { findPatients } from '../../store/patients.ts'
import type { Work } from '../../store/work.ts'
import { matchAppointmentType, speakableTypes, type TypeMatch } from '../match-words.ts'
import { speakStart } from '../offer-slots.ts'
import { tryProofIfNamed } from '../proven-caller.ts'
import { speakList } from '../speak.ts'
import { startAsked } from '../start-asked.ts'
import { textReceipt } from '../text-receipt.ts'
import { arg, CALL_BACK_OFFER, type Voice, type VoiceTool, yesNo } from '../voice-tool.ts'
import { nearestInstead } from './nearest-open.ts'
import { type Ask, type PersonGiven, personGiven } from './person-given.ts'
import { phoneGiven } from './phone-given.ts'
import { providerAsked } from './provider-asked.ts'

/** Nobody needs more in one call; somebody who fills the book does. */
const MOST_BOOKED = 4
const MOST_BOOKED_WITHHELD = 2

export const bookAppointmentTool: VoiceTool = { run: book, refused: offerNearest }

/** `proven`: whom the caller has shown to be. `known`: whom the visit is for, also on less; null makes a new patient. */
type Wanted = {
  caller: BookingCaller
  proven: Patient | null
  known: Patient | null
  type: AppointmentType
  isInstead: boolean
  provider: Provider | null
}

function* book(voice: Voice): Work<string> {
  const { tx, call, args } = voice
  const wanted = yield* wantedIn(voice)
  if ('ask' in wanted) return wanted.ask
  const start = startOf(voice)
  if ('ask' in start) return start.ask
  const { caller, type, proven, known } = wanted
  const ageRefusal = refusalByAge(type, caller.birthDate, start.date)
  if (ageRefusal) return ageRefusal

  const inCall = yield* appointmentsOfCall(tx.practiceId, call.id)
  const sameCall = inCall.filter((one) => one.patientId === known?.id && one.status === 'booked')
  // A model may repeat a booking under a new call id; the caller hears of the one that exists. So does somebody who was cut off and
  // calls again, when the birth date shows that it is the same person.
  const existing = proven ? yield* upcomingAppointments(tx.practiceId, proven.id, tx.now) : sameCall
  const already = existing.find((one) => one.startsAt === start.startsAt)
  if (already && known) return bookedLine(voice, already, known, { isInstead: false, isTextComing: false })
  if (inCall.length >= (voice.caller ? MOST_BOOKED : MOST_BOOKED_WITHHELD))
    return `That is as much as I can book in one call. ${CALL_BACK_OFFER}`

  const patient = known ?? (yield* newPatientForBooking(tx, caller))
  const appointment = yield* bookAppointment(tx, {
    patientId: patient.id,
    appointmentTypeId: type.id,
    startsAt: start.startsAt,
    providerId: wanted.provider?.id ?? null,
    operatoryId: null,
    note: arg(args, ['notes', 'note', 'reason'], 500),
    bookedBy: 'voice',
    callId: call.id,
    overbookReason: null,
    why: { rule: 'booked-in-call', matched: [] },
  })
  const isTextComing = yield* sendReceipt(voice, appointment, patient, caller)
  const second = sameCall.length > 0 ? ` That is a second visit for ${patient.firstName} in this call.` : ''
  return `${bookedLine(voice, appointment, patient, { isInstead: wanted.isInstead, isTextComing })}${second}`
}

/** Who, what and with whom, or the next question to ask. Nothing is written before all of it is known. */
function* wantedIn(voice: Voice): Work<Wanted | Ask> {
  const { args, setup, call, tx } = voice
  const person = personGiven(voice, 'of the person the visit is for')
  if ('ask' in person) return person
  const { phoneNumber: given, unclear } = phoneGiven(args, setup.practice.country)
  const phoneNumber = voice.caller ?? given
  if (!phoneNumber) return { ask: `${unclear ? 'I did not catch the number. ' : ''}What phone number can the practice reach you on?` }
  const language = /^(es|sp)/i.test(arg(args, ['language'], 10)) ? 'es' : 'en'
  const caller: BookingCaller = { ...person, phoneNumber, callId: call.id, language }
  const proven = yield* tryProofIfNamed(voice, person)
  const known =
    proven ?? (yield* bookedForInCall(voice, person)) ?? undatedNamesake(yield* householdOf(tx.practiceId, voice.caller), person)
  const match = typeAsked(voice, proven)
  if (!match) return { ask: `What is the visit for: ${speakList(speakableTypes(setup).slice(0, 4))}?` }
  const asked = providerAsked(voice, match.type)
  return 'ask' in asked ? asked : { caller, proven, known, ...match, provider: asked.provider }
}

/** Whoever this call has booked for under the same name; the birth date need not be said again. */
function* bookedForInCall({ tx, call }: Voice, person: PersonGiven): Work<Patient | null> {
  const inCall = yield* appointmentsOfCall(tx.practiceId, call.id)
  const people = yield* findPatients(tx.practiceId, [...new Set(inCall.map((one) => one.patientId))])
  const isPossible = (one: Patient) => person.birthDate === null || one.birthDate === null || one.birthDate === person.birthDate
  return people.find((one) => isSameName(one, person) && isPossible(one)) ?? null
}

/** Once proven, what is on file counts before what was said; somebody else who claims nothing is new. */
function typeAsked({ setup, args }: Voice, proven: Patient | null): TypeMatch | null {
  const said = arg(args, ['appointmentType', 'service', 'type', 'visitType', 'reason'])
  const claimed = yesNo(args, ['newPatient', 'isNewPatient'])
  const isNew = proven?.isNew ?? (claimed === false ? null : said ? true : claimed)
  return matchAppointmentType(setup, said, isNew)
}

function startOf({ args, setup, today }: Voice) {
  const time = arg(args, ['time', 'startTime', 'appointmentTime'], 60)
  const said = arg(args, ['startsAt', 'start', 'dateTime', 'date', 'day', 'when', 'appointmentDate']) || time
  return startAsked(said, time, setup.practice.timeZone, today)
}

function* sendReceipt(voice: Voice, appointment: Appointment, patient: Patient, { phoneNumber }: BookingCaller): Work<boolean> {
  const { startsAt } = appointment
  const text = yield* textReceipt(voice, {
    to: phoneNumber,
    body: appointmentText({ practice: voice.setup.practice, firstName: patient.firstName, startsAt, language: patient.language }, 'booked'),
    purpose: 'booking_confirmation',
    asked: 'appointment',
    appointment,
    dedupeKey: `booked:${appointment.id}`,
  })
  return text.status === 'waiting' && text.sendAfter === null
}

function bookedLine(
  voice: Voice,
  appointment: Appointment,
  patient: Patient,
  { isInstead, isTextComing }: { isInstead: boolean; isTextComing: boolean },
): string {
  const { providers, appointmentTypes } = voice.setup
  const provider = providers.find((one) => one.id === appointment.providerId)
  const type = appointmentTypes.find((one) => one.id === appointment.appointmentTypeId)
  const what = isInstead ? `, for the ${type?.name.toLowerCase() ?? 'visit'} that new patients start with` : ''
  const text = isTextComing ? ' A text with the time is on its way.' : ''
  return `Booked: ${patient.firstName}, ${speakStart(voice, appointment.startsAt)}, with ${provider?.spokenName ?? 'the team'}${what}.${text}`
}

function refusalByAge(type: AppointmentType, birthDate: LocalDate | null, on: LocalDate): string | null {
  if (type.minimumAge === null && type.maximumAge === null) return null
  if (birthDate === null) return 'And the date of birth, please?'
  const age = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0)
  if (age >= (type.minimumAge ?? 0) && age <= (type.maximumAge ?? 200)) return null
  return `That kind of visit is not for that age. ${CALL_BACK_OFFER}`
}

/** After the time turned out to be gone, or not bookable: what is open nearest to it. */
function* offerNearest(voice: Voice, error: Parameters<NonNullable<VoiceTool['refused']>>[1]): Work<string> {
  const wanted = yield* wantedIn(voice)
  const start = startOf(voice)
  if ('ask' in wanted || 'ask' in start) return `I could not book that. ${CALL_BACK_OFFER}`
  const instead = wanted.isInstead ? `New patients start with the ${wanted.type.name.toLowerCase()}. ` : ''
  return `${instead}${yield* nearestInstead(voice, { ...wanted, start, error, stays: '' })}`
}
