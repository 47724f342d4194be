import { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { Patient } from '@dentalanswer/shared/domain/patient.ts'

const id = (digit: number) => `0190a000-0000-7000-8000-${String(digit).padStart(12, '0')}`
let last = 0

/** A patient of the tests, with only what matters named. */
export function samplePatient(part: Partial<Record<keyof Patient, unknown>> = {}): Patient {
  return Patient.parse({
    id: id(++last),
    firstName: 'Ana',
    lastName: 'Garcia',
    birthDate: '1988-04-12',
    language: 'en',
    isNew: false,
    guardianId: null,
    note: '',
    contactPoints: [],
    source: 'desk',
    mergedIntoId: null,
    version: 1,
    createdAt: '2026-01-05T15:00:00.000Z',
    updatedAt: '2026-01-05T15:00:00.000Z',
    ...part,
  })
}

export const sampleContact = (phoneNumber: string, part: object = {}) => ({
  phoneNumber,
  label: 'mobile',
  isPrimary: false,
  status: 'active',
  ...part,
})

/** An appointment of the tests, an hour long. */
export function sampleVisit(startsAt: string, part: Partial<Record<keyof Appointment, unknown>> = {}): Appointment {
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString()
  return Appointment.parse({
    id: id(++last),
    patientId: id(1),
    providerId: id(2),
    operatoryId: id(3),
    appointmentTypeId: id(4),
    startsAt,
    endsAt,
    releasedAt: endsAt,
    status: 'booked',
    confirmation: 'unconfirmed',
    confirmedAt: null,
    cancelledAt: null,
    cancellationReason: null,
    note: '',
    overbookReason: null,
    bookedBy: 'desk',
    sourceCallId: null,
    sourceMessageId: null,
    calendarEventId: null,
    seenAt: null,
    version: 1,
    createdAt: '2026-01-05T15:00:00.000Z',
    updatedAt: '2026-01-05T15:00:00.000Z',
    ...part,
  })
}
