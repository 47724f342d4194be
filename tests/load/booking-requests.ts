import { randomUUID } from 'node:crypto'
import type { LoadRequest } from './generator.ts'
import type { SeededPractice } from './seed-store.ts'
import type { SeededPatient, Start } from './seed-visits.ts'
import { toolCall } from './vendor-requests.ts'

const SERVICES = ['filling', 'cleaning', 'cleaning']
const PROVIDERS = ['Doctor Patel', 'Kim', 'Jordan']

/** A desk that drops a visit on a free place of the day. */
export function deskBooking(practice: SeededPractice, patient: SeededPatient, start: Start): LoadRequest {
  const { setup, tokens } = practice
  const body = {
    patientId: patient.id,
    appointmentTypeId: setup.appointmentTypes[start.position === 0 ? 0 : 1]!.id,
    startsAt: start.startsAt,
    providerId: setup.providers[start.position]!.id,
    operatoryId: setup.operatories[start.position]!.id,
    note: 'Prefers the morning',
    sendText: false,
  }
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${tokens[0]}`,
    'idempotency-key': randomUUID(),
  }
  return { tag: 'desk', method: 'POST', path: '/api/desk/appointments', headers, body: JSON.stringify(body) }
}

/** A known caller who names a day, a time and a provider, in a call of its own. */
export function voiceBooking(practice: SeededPractice, patient: SeededPatient, start: Start): LoadRequest {
  const caller = { callId: randomUUID(), number: patient.phoneNumber }
  return toolCall(practice, caller, 'book-appointment', {
    firstName: patient.firstName,
    lastName: patient.lastName,
    birthDate: patient.birthDate,
    appointmentType: SERVICES[start.position],
    provider: PROVIDERS[start.position],
    startsAt: `${start.date}T${String(start.hour).padStart(2, '0')}:00`,
  })
}

/** Bookings of starts that nothing has touched, one practice after the other, none asked for twice. */
export function freshBookings(
  practices: SeededPractice[],
  count: number,
  make: (practice: SeededPractice, patient: SeededPatient, start: Start) => LoadRequest,
): LoadRequest[] {
  return Array.from({ length: count }, (_, at) => {
    const practice = practices[at % practices.length]!
    const start = practice.visits.untouched.shift()
    if (!start) throw new Error('the seed has no free starts left')
    // The patients go round, so two visits of one time are never one patient's.
    const patient = practice.patients.shift()!
    practice.patients.push(patient)
    return make(practice, patient, start)
  })
}
