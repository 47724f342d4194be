import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { AppointmentType, Provider } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { bookAppointment } from '../../booking/book-appointment.ts'
import { appointmentText } from '../../messaging/text-templates.ts'
import { type BookingCaller, patientCalled, patientForBooking } from '../../patients/patient-for-booking.ts'
import { appointmentsOfCall, upcomingAppointments } from '../../store/appointments.ts'
import type { Work } from '../../store/work.ts'
import { matchAppointmentType, speakableTypes, type TypeMatch } from '../match-words.ts'
import { speakStart } from '../offer-slots.ts'
import { speakList } from '../speak.ts'
import { startAsked } from '../start-asked.ts'
import { textReceipt } from '../text-receipt.ts'
import { arg, CALL_BACK_OFFER, type Voice, type VoiceTool, yesNo } from '../voice-tool.ts'
import { nearestInstead } from './nearest-open.ts'
import { type Ask, personGiven } from './person-given.ts'
import { phoneGiven } from './phone-given.ts'
import { providerAsked } from './provider-asked.ts'

export const bookAppointmentTool: VoiceTool = { run: book, refused: offerNearest }

type Wanted = { caller: BookingCaller; type: AppointmentType; isInstead: boolean; provider: Provider | null }

function* book(voice: Voice): Work<string> {
  const { tx, call, args } = voice
  const wanted = yield* wantedIn(voice)
  if ('ask' in wanted) return wanted.ask
  const start = startOf(voice)
  if ('ask' in start) return start.ask
  const { caller, type } = wanted
  const known = yield* patientCalled(tx.practiceId, caller)
  const ageRefusal = refusalByAge(type, caller.birthDate ?? known?.birthDate ?? null, start.date)
  if (ageRefusal) return ageRefusal

  const patient = yield* patientForBooking(tx, caller)
  const sameCall = (yield* appointmentsOfCall(tx.practiceId, call.id)).filter(
    (one) => one.patientId === patient.id && one.status === 'booked',
  )
  // A model may repeat a booking under a new call id; the caller hears of the one that exists. So does somebody who was cut off and
  // calls again, when the birth date shows that it is the same person.
  const isProven = caller.birthDate !== null && caller.birthDate === known?.birthDate
  const existing = isProven ? yield* upcomingAppointments(tx.practiceId, patient.id, tx.now) : sameCall
  const already = existing.find((one) => one.startsAt === start.startsAt)
  if (already) return bookedLine(voice, already, patient, { isInstead: false, isTextComing: false })

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
  const match = typeAsked(voice, yield* patientCalled(tx.practiceId, caller))
  if (!match) return { ask: `What is the visit for: ${speakList(speakableTypes(setup).slice(0, 4))}?` }
  const asked = providerAsked(voice, match.type)
  return 'ask' in asked ? asked : { caller, ...match, provider: asked.provider }
}

/** What is on file counts before what was said; somebody not on file who claims nothing is new. */
function typeAsked({ setup, args }: Voice, known: Patient | null): TypeMatch | null {
  const said = arg(args, ['appointmentType', 'service', 'type', 'visitType', 'reason'])
  const claimed = yesNo(args, ['newPatient', 'isNewPatient'])
  const isNew = known?.isNew ?? (claimed === false ? null : said ? true : claimed)
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
  return text.status === 'waiting'
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
