import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { deskNow } from './clock.ts'
import { useLive } from './live-query.ts'
import type { PracticeNow } from './practice.ts'
import { lastVisit, nextVisit } from './visits.ts'

/** The visit of a person that comes next and the one before, in words. `next` is null when none is booked. */
export function usePersonVisits(patientId: PatientId, { times, today, typeName }: PracticeNow) {
  const { value: person } = useLive('person.read', { patientId })
  const now = deskNow()
  const words = (one: Appointment) => `${times.dayAndTime(one.startsAt, today)}, ${typeName(one.appointmentTypeId)}`
  const next = person ? nextVisit(person.appointments, now) : undefined
  const last = person ? lastVisit(person.appointments, now) : undefined
  return {
    next: next ?? null,
    nextWords: person ? (next ? words(next) : 'no visit booked') : '…',
    lastWords: person ? (last ? words(last) : 'none kept here') : '…',
  }
}
