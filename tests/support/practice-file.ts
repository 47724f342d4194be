import { randomUUID } from 'node:crypto'
import type { PracticeFile } from '@dentalanswer/relay/src/onboarding/practice-file.ts'

const weekdays = (hours: [string, string][]) => Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours]))

let made = 0

/** A practice with two dentists, a hygienist and three operatories, open Monday to Friday 8–12 and 13–17. Numbers are new each time. */
export function practiceFile(): PracticeFile {
  made++
  const last = String(process.pid % 100).padStart(2, '0') + String(made % 100).padStart(2, '0')
  const hours = weekdays([
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ])
  return {
    name: 'Bright Smiles Dental',
    textName: 'Bright Smiles',
    phoneNumber: '+15125550142',
    timeZone: 'America/Chicago',
    providers: [
      { name: 'Dr. Anika Patel', spokenName: 'Doctor Patel', role: 'dentist', hours },
      { name: 'Dr. Marco Ruiz', spokenName: 'Doctor Ruiz', role: 'dentist', hours },
      { name: 'Kim Nguyen', spokenName: 'Kim', role: 'hygienist', hours },
    ],
    operatories: ['Op 1', 'Op 2', 'Op 3'],
    appointmentTypes: [
      {
        name: 'Cleaning',
        spokenNames: ['checkup', 'teeth cleaning'],
        durationMinutes: 60,
        bufferMinutes: 0,
        providers: ['Kim Nguyen'],
        operatories: ['Op 3'],
        dentistCheckMinutes: 10,
      },
      {
        name: 'New patient exam',
        spokenNames: ['exam'],
        durationMinutes: 60,
        providers: ['Dr. Anika Patel'],
        operatories: ['Op 1'],
        patients: 'new',
      },
      {
        name: 'Filling',
        spokenNames: ['cavity'],
        durationMinutes: 45,
        bufferMinutes: 15,
        providers: ['Dr. Anika Patel', { name: 'Dr. Marco Ruiz', durationMinutes: 60 }],
        operatories: ['Op 1', 'Op 2'],
      },
      {
        name: 'Emergency visit',
        spokenNames: ['toothache', 'emergency'],
        durationMinutes: 30,
        providers: ['Dr. Anika Patel'],
        operatories: ['Op 1'],
        isEmergency: true,
      },
    ],
    phoneNumbers: [{ phoneNumber: `+1512556${last}`, vapiAssistantId: randomUUID(), vapiPhoneNumberId: randomUUID() }],
  } as unknown as PracticeFile
}
