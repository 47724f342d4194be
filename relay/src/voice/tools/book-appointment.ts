import type { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, type Instant, type LocalDate, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { bookAppointment } from '../../booking/book-appointment.ts'
import { minutesOf } from '../../booking/calendar-of.ts'
import { findNextSlots } from '../../booking/find-open-slots.ts'
import { nearestSlots } from '../../booking/spread-slots.ts'
import { queueText } from '../../messaging/queue-text.ts'
import { appointmentText } from '../../messaging/text-templates.ts'
import { patientForBooking } from '../../patients/patient-for-booking.ts'
import { appointmentsOfCall } from '../../store/appointments.ts'
import type { Work } from '../../store/work.ts'
import { matchAppointmentType, matchProvider, speakableTypes } from '../match-words.ts'
import { offerSlots } from '../offer-slots.ts'
import { resolveBirthDate } from '../resolve-when.ts'
import { speakList, speakSlot } from '../speak.ts'
import { startAsked } from '../start-asked.ts'
import { arg, CALL_BACK_OFFER, type Voice, type VoiceTool, yesNo } from '../voice-tool.ts'

export const bookAppointmentTool: VoiceTool = { run: book, refused: offerNearest }

function* book(voice: Voice): Work<string> {
  const { tx, call, args, setup, today } = voice
  const firstName = arg(args, ['firstName'], 60)
  const lastName = arg(args, ['lastName'], 60)
  if (!firstName || !lastName) return 'May I have the first and last name of the person the visit is for?'
  const birthSaid = arg(args, ['birthDate', 'dateOfBirth', 'dob'])
  const birthDate = birthSaid ? resolveBirthDate(birthSaid, today) : null
  if (birthSaid && !birthDate) return 'I did not catch the birth date. Could you say it again, with the year?'
  const phoneNumber = voice.caller ?? readPhoneNumber(arg(args, ['phone', 'phoneNumber'], 40), setup.practice.country)
  if (!phoneNumber) return 'What phone number can the practice reach you on?'
  const type = typeAsked(voice)
  if (!type) return `What is the visit for: ${speakList(speakableTypes(setup).slice(0, 4))}?`
  const start = startAsked(
    arg(args, ['startsAt', 'start', 'dateTime', 'time', 'date']),
    arg(args, ['time'], 60),
    setup.practice.timeZone,
    today,
  )
  if ('ask' in start) return start.ask
  const ageRefusal = refusalByAge(type, birthDate, start.date)
  if (ageRefusal) return ageRefusal

  const language = arg(args, ['language'], 10).startsWith('es') ? 'es' : 'en'
  const patient = yield* patientForBooking(tx, { firstName, lastName, birthDate, phoneNumber, callId: call.id, language })
  const sameCall = (yield* appointmentsOfCall(tx.practiceId, call.id)).filter(
    (one) => one.patientId === patient.id && one.status === 'booked',
  )
  // A model may repeat a booking under a new call id; the caller hears of the one that exists.
  const already = sameCall.find((one) => one.startsAt === start.startsAt)
  if (already) return bookedLine(voice, already, patient, false)
  const appointment = yield* bookAppointment(tx, {
    patientId: patient.id,
    appointmentTypeId: type.id,
    startsAt: start.startsAt,
    providerId: providerAsked(voice),
    operatoryId: null,
    note: arg(args, ['notes', 'note', 'reason'], 500),
    bookedBy: 'voice',
    callId: call.id,
    overbookReason: null,
    why: { rule: 'booked-in-call', matched: [] },
  })
  const text = yield* queueText(tx, {
    to: phoneNumber,
    body: appointmentText(
      { practice: setup.practice, firstName: patient.firstName, startsAt: appointment.startsAt, language: patient.language },
      'booked',
    ),
    purpose: 'booking_confirmation',
    asked: 'appointment',
    related: { type: 'appointment', id: appointment.id },
    callId: call.id,
    isAnswer: true,
    dedupeKey: `booked:${appointment.id}`,
    sentBy: 'machine',
  })
  const second = sameCall.length > 0 ? ` That is a second visit for ${patient.firstName} in this call.` : ''
  return `${bookedLine(voice, appointment, patient, text.status === 'waiting')}${second}`
}

function bookedLine({ setup, today }: Voice, appointment: Appointment, patient: Patient, isTextComing: boolean): string {
  const provider = setup.providers.find((one) => one.id === appointment.providerId)
  const when = speakSlot(wallClock(appointment.startsAt, setup.practice.timeZone), today)
  return `Booked: ${patient.firstName}, ${when}, with ${provider?.spokenName ?? 'the team'}.${isTextComing ? ' A text with the time is on its way.' : ''}`
}

function typeAsked({ setup, args }: Voice): AppointmentType | null {
  const isNew = yesNo(args, ['newPatient', 'isNewPatient', 'new_patient'])
  return matchAppointmentType(setup, arg(args, ['appointmentType', 'service', 'type', 'reason']), isNew)?.type ?? null
}

function providerAsked({ setup, args }: Voice) {
  const said = arg(args, ['provider', 'doctor', 'providerName'])
  return said ? (matchProvider(setup, said)?.id ?? null) : null
}

function refusalByAge(type: AppointmentType, birthDate: LocalDate | null, on: LocalDate): string | null {
  if (birthDate === null || (type.minimumAge === null && type.maximumAge === null)) return null
  const age = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0)
  if (age >= (type.minimumAge ?? 0) && age <= (type.maximumAge ?? 200)) return null
  return `That kind of visit is not for that age. ${CALL_BACK_OFFER}`
}

/** After the time turned out to be gone, or not bookable: what is open nearest to it. */
function* offerNearest(voice: Voice, error: DeskError): Work<string> {
  const { args, setup, today } = voice
  const type = typeAsked(voice)
  const start = startAsked(
    arg(args, ['startsAt', 'start', 'dateTime', 'time', 'date']),
    arg(args, ['time'], 60),
    setup.practice.timeZone,
    today,
  )
  if (!type || 'ask' in start) return `I could not book that. ${CALL_BACK_OFFER}`
  const nearest = yield* nearestOpen(voice, type, start.startsAt, start.date)
  const intro = error.code === 'SLOT_TAKEN' ? 'That time was just taken.' : 'That time is not open.'
  return nearest
    ? `${intro} The nearest I have is ${nearest}. Would one of these work?`
    : `${intro} I find nothing else near it. ${CALL_BACK_OFFER}`
}

/** The three open times nearest to a wanted one, said and held; null when there is none within two months. */
export function* nearestOpen(voice: Voice, type: AppointmentType, wanted: Instant, date: LocalDate): Work<string | null> {
  const { setup, tx, call, today } = voice
  const earliest = addDays(date, -3)
  const question = {
    appointmentTypeId: type.id,
    providerId: null,
    patientId: null,
    by: 'machine' as const,
    callId: call.id,
    from: earliest < today ? today : earliest,
  }
  const slots = nearestSlots(yield* findNextSlots(setup, tx.now, question), minutesOf(wanted))
  return slots.length > 0 ? yield* offerSlots(voice, slots) : null
}
