import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { QueuedCommand } from '../../../ipc/queue-state.ts'
import type { WorkView } from '../../../ipc/views.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName, householdName } from '../../ui/names.ts'
import { inSentence } from '../../ui/times.ts'
import type { PracticeNow } from '../practice.ts'

/** Everything the rows are made from, with the look-ups they share. */
export type Work = ReturnType<typeof indexWork>

const byId = <T extends { id: string }>(list: T[]) => new Map<string, T>(list.map((one) => [one.id, one]))

export function indexWork(view: WorkView, practice: PracticeNow, now: Instant, queue: QueuedCommand[]) {
  const appointments = byId(view.appointments)
  const messages = byId(view.messages)
  const patients = byId(view.patients)
  const byNumber = patientsByNumber(view.patients)
  const onNumber = (number: PhoneNumber): Patient[] => byNumber.get(number) ?? []
  const byPatient = Map.groupBy(view.appointments, (one) => one.patientId)
  const tomorrow = addDays(practice.today, 1)
  return {
    ...view,
    practice,
    now,
    queue,
    tomorrow,
    appointment: (id: string | null) => (id ? appointments.get(id) : undefined),
    message: (id: string | null) => (id ? messages.get(id) : undefined),
    patient: (id: string | null) => (id ? patients.get(id) : undefined),
    onNumber,
    /** Who it is about: the patient, else everyone on the number, else the number. */
    who(patientId: string | null, number: PhoneNumber | null, callerName: string | null = null): string {
      const patient = patientId ? patients.get(patientId) : undefined
      if (patient) return fullName(patient)
      if (callerName) return callerName
      if (!number) return 'Withheld number'
      return householdName(onNumber(number)) ?? practice.phone(number)
    },
    numberOf(patientId: string | null, number: PhoneNumber | null): PhoneNumber | null {
      return number ?? mainNumber(patientId ? patients.get(patientId) : null)
    },
    isSoon: (one: Appointment, minutes: number) => one.startsAt >= now && one.startsAt <= addMinutes(now, minutes),
    isTodayOrTomorrow: (at: Instant) => practice.times.dayOf(at) <= tomorrow && at >= now,
    /** The booked visits of everyone on a number that are still to come, earliest first. */
    comingOn(number: PhoneNumber): Appointment[] {
      return onNumber(number)
        .flatMap((one) => byPatient.get(one.id) ?? [])
        .filter((one) => one.status === 'booked' && one.startsAt >= now)
        .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    },
    /** "Cleaning, tomorrow 9:00 AM" */
    visitWords(one: Appointment): string {
      return `${practice.typeName(one.appointmentTypeId)}, ${inSentence(practice.times.dayAndTime(one.startsAt, practice.today))}`
    },
  }
}

function patientsByNumber(patients: Patient[]): Map<PhoneNumber, Patient[]> {
  const found = new Map<PhoneNumber, Patient[]>()
  for (const one of patients) {
    if (one.mergedIntoId !== null) continue
    const numbers = one.contactPoints.filter((point) => point.status === 'active').map((point) => point.phoneNumber)
    for (const number of new Set(numbers)) found.set(number, [...(found.get(number) ?? []), one])
  }
  return found
}

export const DAY_MINUTES = 1_440
