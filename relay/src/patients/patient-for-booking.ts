import type { CallId, LeadId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { insertPatient, isReachableOn, patientsOnNumber, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { isSameName, type NameGiven, soundsLike } from './match-name.ts'

export type BookingCaller = NameGiven & {
  birthDate: LocalDate | null
  phoneNumber: PhoneNumber
  callId: CallId | null
  language: 'en' | 'es'
}

/** Who a caller books for: the patient of that name on this number, or a new one beside the others. A number is a household, so a new
 *  name never overwrites anybody's record. Two records that may be one person become work for a person, never a merge. */
export function* patientForBooking(tx: Tx, caller: BookingCaller): Work<Patient> {
  const household = (yield* patientsOnNumber(tx.practiceId, caller.phoneNumber)).filter((one) => isReachableOn(one, caller.phoneNumber))
  const isPossible = (one: Patient) => one.birthDate === null || caller.birthDate === null || one.birthDate === caller.birthDate
  const named = household.filter((one) => isSameName(one, caller) && isPossible(one))
  const heard = household.filter((one) => caller.birthDate !== null && one.birthDate === caller.birthDate && soundsLike(one, caller))
  const known = named[0] ?? (heard.length === 1 ? heard[0] : undefined)
  if (known) {
    if (known.birthDate !== null || caller.birthDate === null) return known
    return yield* updatePatient(tx, { ...known, birthDate: caller.birthDate })
  }
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
  const lookAlike = household.find((one) => soundsLike(one, caller))
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
  tx.emit('patient.changed')
  return patient
}
