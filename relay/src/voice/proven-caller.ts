import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { type LocalDate, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { updateCall } from '../calls/call-record.ts'
import { householdOf } from '../patients/household-of.ts'
import { type NameGiven, provenPatient, soundsLike } from '../patients/match-name.ts'
import { upcomingAppointments } from '../store/appointments.ts'
import { auditOf } from '../store/audit-log.ts'
import type { Work } from '../store/work.ts'
import { speakStart } from './offer-slots.ts'
import { speakList } from './speak.ts'
import { type PersonGiven, personGiven } from './tools/person-given.ts'
import { arg, NOT_FOUND_LINE, type Voice } from './voice-tool.ts'
import { resolveWhen } from './when/resolve-when.ts'

export type Proof = { patient: Patient; upcoming: Appointment[] } | { say: string }

/** After so many wrong details in one call even right ones are not believed: a birth date could be guessed. */
const MOST_TRIES = 5

/** Lets a caller through only with a number on file, the name and the birth date. Everybody else hears the same line. */
export function* proveCaller(voice: Voice): Work<Proof> {
  const { tx } = voice
  const person = personGiven(voice, 'the visit is under')
  if ('ask' in person) return { say: person.ask }
  const { birthDate } = person
  if (!birthDate) return { say: 'And the date of birth, please?' }
  const patient = yield* tryProof(voice, { ...person, birthDate })
  if (!patient) return { say: NOT_FOUND_LINE }
  const { call } = voice
  if (!call.provenPatientIds.includes(patient.id))
    voice.call = yield* updateCall(tx, { ...call, provenPatientIds: [...call.provenPatientIds, patient.id] })
  return { patient, upcoming: yield* upcomingAppointments(tx.practiceId, patient.id, tx.now) }
}

/** The patient on the caller's own number whom the name and birth date prove; null for everybody else. The only place where a birth date
 *  is held against a record: every wrong one counts. */
export function* tryProof(voice: Voice, given: NameGiven & { birthDate: LocalDate }): Work<Patient | null> {
  const { tx, caller, call } = voice
  const household = yield* householdOf(tx.practiceId, caller)
  const patient = (yield* hasTriesLeft(voice)) ? provenPatient(household, given) : null
  if (patient) yield* tx.audit({ action: 'patient.read', subjectType: 'patient', subjectId: patient.id, detail: { callId: call.id } })
  else yield* tx.audit({ action: 'patient.proof_failed', subjectType: 'call', subjectId: call.id })
  return patient
}

/** The same for somebody who may well be new here. Only a name like one on file makes it a try, or a mother who books for her
 *  children would use up her own. */
export function* tryProofIfNamed(voice: Voice, given: PersonGiven): Work<Patient | null> {
  const { birthDate } = given
  if (birthDate === null) return null
  const household = yield* householdOf(voice.tx.practiceId, voice.caller)
  const isNamed = household.some((one) => one.birthDate !== null && soundsLike(one, given))
  return isNamed ? yield* tryProof(voice, { ...given, birthDate }) : null
}

function* hasTriesLeft({ tx, call }: Voice): Work<boolean> {
  const lines = yield* auditOf(tx.practiceId, call.id, 50)
  return lines.filter((line) => line.action === 'patient.proof_failed').length < MOST_TRIES
}

/** Whether a visit is on the day (and at the time) said in the first of these arguments; null when none was said. */
export function isOnDaySaid({ args, setup, today }: Voice, names: string[]): ((one: Appointment) => boolean) | null {
  const said = arg(args, names)
  if (!said) return null
  const day = resolveWhen(said, today)
  return (one) => {
    const { date, minuteOfDay } = wallClock(one.startsAt, setup.practice.timeZone)
    return day !== null && date >= day.from && date <= day.to && (day.atMinute === null || day.atMinute === minuteOfDay)
  }
}

/** The one visit the caller means; with several and no day named, the question to ask. */
export function chooseAppointment(
  voice: Voice,
  { patient, upcoming }: Exclude<Proof, { say: string }>,
  namesOfDay: string[],
): { patient: Patient; appointment: Appointment } | { say: string } {
  if (upcoming.length === 0) return { say: NOT_FOUND_LINE }
  const isMeant = isOnDaySaid(voice, namesOfDay)
  const meant = isMeant ? upcoming.filter(isMeant) : upcoming
  if (meant.length === 1) return { patient, appointment: meant[0]! }
  const shown = (meant.length > 0 ? meant : upcoming).slice(0, 3).map((one) => speakStart(voice, one.startsAt))
  return {
    say:
      upcoming.length === 1
        ? `The visit I see is ${shown.join('')}. Is that the one?`
        : `There is more than one visit: ${speakList(shown)}. Which one do you mean?`,
  }
}
