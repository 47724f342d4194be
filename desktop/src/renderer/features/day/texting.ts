import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'

/** Where a patient is phoned and texted: the main number, or the first that is still theirs. */
export function numberOf(patient: Patient | null): PhoneNumber | null {
  const active = (patient?.contactPoints ?? []).filter((one) => one.status === 'active')
  return (active.find((one) => one.isPrimary) ?? active[0])?.phoneNumber ?? null
}

/** Why this patient gets no text; null when one can be sent. */
export function whyNoText(patient: Patient | null, optOuts: readonly OptOut[]): string | null {
  const number = numberOf(patient)
  if (!number) return 'No number to text.'
  return optOuts.some((one) => one.phoneNumber === number && !one.optedInAt) ? 'The patient has blocked texts.' : null
}
