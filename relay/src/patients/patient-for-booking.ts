import type { CallId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { openLead } from '../calls/open-lead.ts'
import { insertPatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { householdOf } from './household-of.ts'
import { isSameName, type NameGiven, soundsLike } from './match-name.ts'

export type BookingCaller = NameGiven & {
  birthDate: LocalDate | null
  phoneNumber: PhoneNumber
  callId: CallId | null
  language: 'en' | 'es'
}

/** Who of these people a caller books for without having proved it: the one of that name whose birth date is not known. Anybody else of
 *  that name may be another person, or somebody who tries. */
export function undatedNamesake(people: Patient[], caller: NameGiven): Patient | null {
  return people.find((one) => one.birthDate === null && isSameName(one, caller)) ?? null
}

/** A new patient beside the others on that number: a number is a household, so a new name never overwrites anybody's record, and whoever
 *  could write a birth date into one could prove to be that patient with it. Two records that may be one person become work for a
 *  person, never a merge. The booking names the event. */
export function* newPatientForBooking(tx: Tx, caller: BookingCaller): Work<Patient> {
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
    mergedIntoId: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  })
  const household = yield* householdOf(tx.practiceId, caller.phoneNumber)
  const lookAlike = household.find((one) => one.id !== patient.id && soundsLike(one, caller))
  if (lookAlike)
    yield* openLead(tx, {
      kind: 'possible_duplicate',
      patientId: patient.id,
      phoneNumber: caller.phoneNumber,
      callId: caller.callId,
      reason: 'The same name or one like it is on this number already: one person or two?',
    })
  yield* tx.audit({ action: 'patient.created', subjectType: 'patient', subjectId: patient.id, detail: { callId: caller.callId } })
  return patient
}
