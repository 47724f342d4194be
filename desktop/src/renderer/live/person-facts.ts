import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { ageOn } from '../ui/times.ts'
import { deskNow } from './clock.ts'
import { usePerson } from './person.ts'
import type { PracticeNow } from './practice.ts'
import { lastVisit, nextVisit } from './visits.ts'

/** What a card says of a person: age, the visit that comes next and the one before. `next` is null when none is booked. */
export function usePersonFacts(patient: Patient, { times, today, typeName }: PracticeNow) {
  const { value: person } = usePerson(patient.id)
  const now = deskNow()
  const words = (one: Appointment) => `${times.dayAndTime(one.startsAt, today)}, ${typeName(one.appointmentTypeId)}`
  const next = person ? nextVisit(person.appointments, now) : undefined
  const last = person ? lastVisit(person.appointments, now) : undefined
  const facts = [
    { label: 'Age', value: ageOn(patient.birthDate, today) ?? 'not known' },
    { label: 'Next', value: person ? (next ? words(next) : 'nothing booked') : '…' },
    { label: 'Last', value: person ? (last ? words(last) : 'none kept here') : '…' },
  ]
  return { next: next ?? null, facts }
}
