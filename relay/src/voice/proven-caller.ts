import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { updateCall } from '../calls/call-record.ts'
import { provenPatient } from '../patients/match-name.ts'
import { upcomingAppointments } from '../store/appointments.ts'
import { isReachableOn, patientsOnNumber } from '../store/patients.ts'
import type { Work } from '../store/work.ts'
import { resolveBirthDate, resolveWhen } from './resolve-when.ts'
import { speakList, speakSlot } from './speak.ts'
import { arg, NOT_FOUND_LINE, type Voice } from './voice-tool.ts'

export type Proof = { patient: Patient; upcoming: Appointment[] } | { say: string }

/** Lets a caller through only with a number on file, the name and the birth date. Everybody else hears the same line. */
export function* proveCaller(voice: Voice): Work<Proof> {
  const { tx, args, caller, call, today } = voice
  const firstName = arg(args, ['firstName'], 60)
  const lastName = arg(args, ['lastName'], 60)
  const birthSaid = arg(args, ['birthDate', 'dateOfBirth', 'dob'])
  if (!firstName || !lastName) return { say: 'May I have the first and last name the visit is under?' }
  if (!birthSaid) return { say: 'And the date of birth, please?' }
  const birthDate = resolveBirthDate(birthSaid, today)
  if (!birthDate) return { say: 'I did not catch the birth date. Could you say it again, with the year?' }
  const household = caller ? (yield* patientsOnNumber(tx.practiceId, caller)).filter((one) => isReachableOn(one, caller)) : []
  const patient = provenPatient(household, { firstName, lastName, birthDate })
  if (!patient) {
    yield* tx.audit({ action: 'patient.proof_failed', subjectType: 'call', subjectId: call.id })
    return { say: NOT_FOUND_LINE }
  }
  yield* tx.audit({ action: 'patient.read', subjectType: 'patient', subjectId: patient.id, detail: { callId: call.id } })
  if (!call.provenPatientIds.includes(patient.id)) {
    voice.call = yield* updateCall(tx, { ...call, provenPatientIds: [...call.provenPatientIds, patient.id] })
    tx.emit('call.changed')
  }
  return { patient, upcoming: yield* upcomingAppointments(tx.practiceId, patient.id, tx.now) }
}

export function speakAppointment({ setup, today }: Voice, one: Appointment): string {
  return speakSlot(wallClock(one.startsAt, setup.practice.timeZone), today)
}

/** The one visit the caller means; with several and no day named, the question to ask. */
export function* chooseAppointment(voice: Voice): Work<{ patient: Patient; appointment: Appointment } | { say: string }> {
  const proof = yield* proveCaller(voice)
  if ('say' in proof) return proof
  const { patient, upcoming } = proof
  if (upcoming.length === 0) return { say: NOT_FOUND_LINE }
  const daySaid = arg(voice.args, ['appointmentDate', 'currentDate', 'when'])
  const day = daySaid ? resolveWhen(daySaid, voice.today) : null
  const zone = voice.setup.practice.timeZone
  const meant = upcoming.filter((one) => {
    if (!daySaid) return true
    if (!day) return false
    const { date, minuteOfDay } = wallClock(one.startsAt, zone)
    return date >= day.from && date <= day.to && (day.atMinute === null || day.atMinute === minuteOfDay)
  })
  if (meant.length === 1) return { patient, appointment: meant[0]! }
  const list = speakList(upcoming.slice(0, 3).map((one) => speakAppointment(voice, one)))
  return {
    say:
      upcoming.length === 1
        ? `The visit I see is ${list}. Is that the one?`
        : `There is more than one visit: ${list}. Which one do you mean?`,
  }
}
