import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'

/** Where a person is phoned and texted: the main number, or the first that is still theirs; null when there is none. */
export function mainNumber(patient: Pick<Patient, 'contactPoints'> | null | undefined): PhoneNumber | null {
  const active = (patient?.contactPoints ?? []).filter((point) => point.status === 'active')
  return (active.find((point) => point.isPrimary) ?? active[0])?.phoneNumber ?? null
}
