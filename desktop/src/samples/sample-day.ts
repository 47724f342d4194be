import type { Appointment, Opening } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Closure, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant, instantAt, type LocalDate, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../ipc/views.ts'
import { madeAppointment, madePatient } from './entities.ts'

/** A small practice for tests: two dentists in two operatories, a hygienist in a third; Tuesday, March 3, 2026 in Chicago. */
export const ZONE = 'America/Chicago' as TimeZone
export const TUESDAY = '2026-03-03' as LocalDate
export const NOW = '2026-03-03T16:42:00.000Z' as Instant

const id = <T>(text: string) => text as T
const time = (text: string) => text as Setup['hours'][number]['shifts'][number]['startsAt']
const full = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, startsAt: time('08:00'), endsAt: time('12:00') },
  { weekday, startsAt: time('13:00'), endsAt: time('17:00') },
])

const provider = (name: string, role: 'dentist' | 'hygienist', position: number, active = true): Setup['providers'][number] => ({
  id: id(name.toLowerCase()),
  name: role === 'dentist' ? `Dr. Alex ${name}` : `${name} Nguyen`,
  spokenName: role === 'dentist' ? `Doctor ${name}` : name,
  role,
  active,
  position,
})
const operatory = (number: number, active = true): Setup['operatories'][number] => ({
  id: id(`op${number}`),
  name: `Op ${number}`,
  active,
  position: number,
})
const type = (name: string, minutes: number, providers: string[], operatories: number[]): Setup['appointmentTypes'][number] => ({
  id: id(name.toLowerCase()),
  name,
  spokenNames: [],
  durationMinutes: minutes,
  bufferMinutes: 10,
  providers: providers.map((one) => ({ providerId: id(one), durationMinutes: null })),
  operatoryIds: operatories.map((one) => id(`op${one}`)),
  patients: 'any',
  minimumAge: null,
  maximumAge: null,
  isEmergency: name === 'Emergency',
  dentistCheckMinutes: name === 'Cleaning' ? 10 : 0,
  maxPerDay: null,
  bookableByVoice: true,
  active: true,
  position: 0,
})

export function sampleSetup(change: Partial<Setup> = {}): Setup {
  return {
    practice: {
      id: id('practice'),
      name: 'Bright Smiles Dental',
      textName: 'Bright Smiles',
      phoneNumber: id('+15125550142'),
      country: 'US',
      timeZone: ZONE,
      settings: { slotStepMinutes: 15 } as Setup['practice']['settings'],
      setupVersion: 1,
    },
    providers: [provider('Patel', 'dentist', 1), provider('Ruiz', 'dentist', 2), provider('Kim', 'hygienist', 3)],
    operatories: [operatory(1), operatory(2), operatory(3), operatory(9, false)],
    appointmentTypes: [
      type('Filling', 50, ['patel', 'ruiz'], [1, 2]),
      type('Cleaning', 50, ['kim'], [3]),
      type('Emergency', 25, ['patel', 'ruiz'], [1, 2]),
    ],
    hours: ['patel', 'ruiz', 'kim'].map((one) => ({ providerId: id(one), shifts: full })),
    closures: [],
    phoneNumbers: [],
    ...change,
  }
}

export const samplePatient = (name: string, change: Partial<Patient> = {}): Patient => madePatient(name, { id: id(name), ...change })

/** `at` is the wall clock of the practice, "14:30". */
export function sampleVisit(
  key: string,
  at: string,
  change: Partial<Omit<Appointment, 'providerId' | 'operatoryId' | 'appointmentTypeId' | 'patientId'>> & {
    day?: string
    minutes?: number
    providerId?: string
    operatoryId?: string
    appointmentTypeId?: string
    patientId?: string
  } = {},
): Appointment {
  const { day = TUESDAY, minutes = 50, ...rest } = change
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const startsAt = rest.startsAt ?? instantAt(day as LocalDate, hour * 60 + minute, ZONE)
  return madeAppointment(key, {
    ...{ id: id(key), patientId: id('Marcus Lee'), providerId: id('patel'), operatoryId: id('op1'), appointmentTypeId: id('filling') },
    ...{ startsAt, endsAt: addMinutes(startsAt, minutes), releasedAt: addMinutes(startsAt, minutes + 10) },
    ...{ confirmation: 'confirmed', seenAt: NOW, ...(rest as Partial<Appointment>) },
  })
}

export function sampleOpening(key: string, from: string, change: Partial<Opening> & { minutes?: number } = {}): Opening {
  const { minutes = 60, ...rest } = change
  const [hour = 0, minute = 0] = from.split(':').map(Number)
  const startsAt = instantAt(TUESDAY, hour * 60 + minute, ZONE)
  return {
    ...{ id: id(key), providerId: id('ruiz'), operatoryId: id('op2'), startsAt, endsAt: addMinutes(startsAt, minutes) },
    ...{ fromAppointmentId: id('gone'), status: 'open', createdAt: NOW, updatedAt: NOW, ...rest },
  } as Opening
}

export function sampleClosure(from: string, to: string, change: Record<string, unknown> = {}): Closure {
  const at = (text: string) => {
    const [hour = 0, minute = 0] = text.split(':').map(Number)
    return instantAt(TUESDAY, hour * 60 + minute, ZONE)
  }
  return {
    ...{ id: `closure-${from}`, kind: 'closed', providerId: null, operatoryId: null, startsAt: at(from), endsAt: at(to) },
    ...{ releasedAt: null, reason: 'Staff meeting', removedAt: null, ...change },
  } as Closure
}

export function sampleChange(appointmentId: string, change: Partial<Change> = {}): Change {
  return {
    ...{ id: `change-${appointmentId}`, action: 'appointment.booked', appointmentId, by: 'voice', why: { rule: 'booked', matched: [] } },
    ...{ callId: null, messageId: null, at: NOW, undoneAt: null, ...change },
  } as Change
}

export function sampleView(change: Partial<DaysView> = {}): DaysView {
  const patients = [samplePatient('Marcus Lee'), samplePatient('Kira Ellis')]
  return { appointments: [], openings: [], patients, changes: [], messages: [] as Message[], optOuts: [], ...change }
}
