import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'

export type Recipient = { key: string; patient: Patient | null; phoneNumber: PhoneNumber }

const DIGITS = 7

/** Whom a new text may go to: the number as typed, and the people found, each on every number that is still theirs. */
export function recipientsOf(typed: string, found: readonly Patient[], country: string): Recipient[] {
  const number = typed.replace(/\D/g, '').length >= DIGITS && !/\p{L}/u.test(typed) ? readPhoneNumber(typed, country) : null
  const people = found.flatMap((patient) =>
    patient.contactPoints
      .filter((point) => point.status === 'active')
      .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
      .map((point) => ({ key: `${patient.id} ${point.phoneNumber}`, patient, phoneNumber: point.phoneNumber })),
  )
  const isKnown = people.some((one) => one.phoneNumber === number)
  return number && !isKnown ? [{ key: number, patient: null, phoneNumber: number }, ...people] : people
}
