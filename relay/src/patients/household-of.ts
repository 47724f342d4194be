import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { isReachableOn, patientsOnNumber } from '../store/patients.ts'
import type { Work } from '../store/work.ts'

/** Everyone a number still reaches; nobody for a withheld one. Those it turned out to be a wrong number for are not among them. */
export function* householdOf(practiceId: string, phoneNumber: PhoneNumber | null): Work<Patient[]> {
  if (!phoneNumber) return []
  return (yield* patientsOnNumber(practiceId, phoneNumber)).filter((one) => isReachableOn(one, phoneNumber))
}

/** The only patient a number reaches, whom work about that number is for; null for a family's number. */
export function* solePatientOn(practiceId: string, phoneNumber: PhoneNumber | null): Work<PatientId | null> {
  const household = yield* householdOf(practiceId, phoneNumber)
  return household.length === 1 ? household[0]!.id : null
}
