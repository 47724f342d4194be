import type { CallId, LeadId, PatientId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { insertPatient, isReachableOn, patientsOnNumber } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { isSameName, type NameGiven, soundsLike } from './match-name.ts'

export type BookingCaller = NameGiven & {
  birthDate: LocalDate | null
  phoneNumber: PhoneNumber
  callId: CallId | null
  language: 'en' | 'es'
}

/** The patient of that name on this number, by the name as written or as heard together with the birth date; null when it is a new
 *  one. A number is a household, so a new name never overwrites anybody's record. */
export function* patientCalled(
  practiceId: PracticeId,
  caller: NameGiven & { birthDate: LocalDate | null; phoneNumber: PhoneNumber },
): Work<Patient | null> {
  const household = yield* householdOf(practiceId, caller.phoneNumber)
  const isPossible = (one: Patient) => one.birthDate === null || caller.birthDate === null || one.birthDate === caller.birthDate
  const named = household.filter((one) => isSameName(one, caller) && isPossible(one))
  const heard = household.filter((one) => caller.birthDate !== null && one.birthDate === caller.birthDate && soundsLike(one, caller))
  return (
    named.find((one) => one.birthDate !== null && one.birthDate === caller.birthDate) ?? named[0] ?? (heard.length === 1 ? heard[0]! : null)
  )
}

function* householdOf(practiceId: PracticeId, phoneNumber: PhoneNumber): Work<Patient[]> {
  return (yield* patientsOnNumber(practiceId, phoneNumber)).filter((one) => isReachableOn(one, phoneNumber))
}

/** Who a caller books for: the patient of that name on this number, or a new one beside the others. A record on file stays as it is:
 *  whoever could write a birth date into it could prove to be that patient with it. Two records that may be one person become work for
 *  a person, never a merge. The booking names the event. */
export function* patientForBooking(tx: Tx, caller: BookingCaller): Work<Patient> {
  const known = yield* patientCalled(tx.practiceId, caller)
  if (known) return known
  const patient = yield* insertPatient(tx, {
    id: tx.newId<PatientId>(),
    firstName: caller.firstName,
    lastName: caller.lastName,
    birthDate: caller.birthDate,
    language: caller.language,
    isNew: true,
    guardianId: null,
    note: '',
    contactPoints: [{ phoneNumber: caller.phoneNumber, label: 'mobile', isPrimary: true, status: 'active' }],
    source: 'voice',
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  })
  const household = yield* householdOf(tx.practiceId, caller.phoneNumber)
  const lookAlike = household.find((one) => one.id !== patient.id && soundsLike(one, caller))
  if (lookAlike)
    yield* tx.insert('leads', {
      id: tx.newId<LeadId>(),
      kind: 'possible_duplicate',
      patientId: patient.id,
      phoneNumber: caller.phoneNumber,
      appointmentId: null,
      callId: caller.callId,
      messageId: null,
      reason: 'Same name on this number with another birth date: one person or two?',
      status: 'open',
      outcome: null,
      createdAt: tx.now,
      doneAt: null,
    })
  yield* tx.audit({ action: 'patient.created', subjectType: 'patient', subjectId: patient.id, detail: { callId: caller.callId } })
  return patient
}
