import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import { mainNumber } from '../../ui/main-number.ts'

/** Why this patient gets no text; null when one can be sent. */
export function whyNoText(patient: Patient | null, optOuts: readonly OptOut[]): string | null {
  const number = mainNumber(patient)
  if (!number) return 'No number to text.'
  return optOuts.some((one) => one.phoneNumber === number && !one.optedInAt) ? 'The patient has blocked texts.' : null
}
