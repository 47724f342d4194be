import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { ContactPoint, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { id, madeAppointment, madePatient } from './entities.ts'

let last = 0

/** Ana Garcia, born 1988, with only what matters named; each is another record. */
export function samplePatient(part: Partial<Record<keyof Patient, unknown>> = {}): Patient {
  const own = { id: id<Patient['id']>(`patient ${++last}`), birthDate: '1988-04-12' as LocalDate }
  return madePatient('Ana Garcia', { ...own, ...(part as Partial<Patient>) })
}

export const sampleContact = (phoneNumber: string, part: Partial<ContactPoint> = {}): ContactPoint => ({
  ...{ phoneNumber: phoneNumber as ContactPoint['phoneNumber'], label: 'mobile', isPrimary: false, status: 'active' },
  ...part,
})

/** An appointment of an hour; each is another one. */
export const sampleVisit = (startsAt: string, part: Partial<Record<keyof Appointment, unknown>> = {}): Appointment =>
  madeAppointment(`visit ${++last}`, { startsAt: startsAt as Instant, ...(part as Partial<Appointment>) })
