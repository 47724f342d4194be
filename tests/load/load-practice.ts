import { randomUUID } from 'node:crypto'
import { PracticeFile } from '@dentalanswer/relay/src/onboarding/practice-file.ts'

const weekdays = (hours: [string, string][]) => Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours]))
const full: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
]

export const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']

/** Visits of the load start on these hours and take 50 minutes and 10 of turnover, so each provider has eight a day. */
export const START_HOURS = [8, 9, 10, 11, 13, 14, 15, 16]
export const VISIT_MINUTES = 50
export const TURNOVER_MINUTES = 10

/** One dentist and two hygienists, each with an operatory of their own. */
export function loadPractice(at: number): PracticeFile {
  return PracticeFile.parse({
    name: `Practice ${at}`,
    textName: `Practice ${at}`,
    phoneNumber: `+1713${3_000_000 + at}`,
    timeZone: ZONES[at % ZONES.length],
    providers: [
      { name: 'Dr. Anika Patel', spokenName: 'Doctor Patel', role: 'dentist', hours: weekdays(full) },
      { name: 'Kim Nguyen', spokenName: 'Kim', role: 'hygienist', hours: weekdays(full) },
      { name: 'Jordan Blake', spokenName: 'Jordan', role: 'hygienist', hours: weekdays(full) },
    ],
    operatories: ['Op 1', 'Op 2', 'Op 3'],
    appointmentTypes: [
      {
        name: 'Filling',
        spokenNames: ['cavity'],
        durationMinutes: VISIT_MINUTES,
        bufferMinutes: TURNOVER_MINUTES,
        providers: ['Dr. Anika Patel'],
        operatories: ['Op 1'],
      },
      {
        name: 'Cleaning',
        spokenNames: ['checkup', 'teeth cleaning'],
        durationMinutes: VISIT_MINUTES,
        bufferMinutes: TURNOVER_MINUTES,
        providers: ['Kim Nguyen', 'Jordan Blake'],
        operatories: ['Op 2', 'Op 3'],
        dentistCheckMinutes: 10,
      },
    ],
    phoneNumbers: [{ phoneNumber: `+1713${4_000_000 + at}`, vapiAssistantId: randomUUID(), vapiPhoneNumberId: randomUUID() }],
  })
}
