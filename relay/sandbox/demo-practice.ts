import { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { PracticeFile } from '../src/onboarding/practice-file.ts'

type Hours = [string, string][]

const hours = (days: string[], shifts: Hours) => Object.fromEntries(days.map((day) => [day, shifts]))
const full: Hours = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
]
const weekdays = hours(['mon', 'tue', 'wed', 'thu', 'fri'], full)
const saturday = hours(['sat'], [['09:00', '13:00']])

export const DEMO_NUMBER = PhoneNumber.parse('+15125550100')
export const DEMO_ASSISTANT_ID = 'a1b2c3d4-0000-4000-8000-00000000a551'
export const DEMO_VAPI_NUMBER_ID = 'a1b2c3d4-0000-4000-8000-000000000b0e'

/** Two dentists in the first two operatories, hygienists in the others: every weekday all four are at work. */
export const demoPractice: PracticeFile = PracticeFile.parse({
  name: 'Bright Smiles Dental',
  textName: 'Bright Smiles',
  phoneNumber: '+15125550142',
  timeZone: 'America/Chicago',
  settings: { onCall: [{ name: 'Doctor Patel', phoneNumber: '+15125550190' }], alarmLadderMinutes: 5, transferNumber: '+15125550191' },
  providers: [
    { name: 'Dr. Anika Patel', spokenName: 'Doctor Patel', role: 'dentist', hours: weekdays },
    { name: 'Dr. Marco Ruiz', spokenName: 'Doctor Ruiz', role: 'dentist', hours: { ...weekdays, ...saturday } },
    { name: 'Kim Nguyen', spokenName: 'Kim', role: 'hygienist', hours: weekdays },
    { name: 'Jordan Blake', spokenName: 'Jordan', role: 'hygienist', hours: hours(['mon', 'wed', 'fri'], full) },
    { name: 'Sofia Herrera', spokenName: 'Sofia', role: 'hygienist', hours: { ...hours(['tue', 'thu'], full), ...saturday } },
  ],
  operatories: ['Op 1', 'Op 2', 'Op 3', 'Op 4'],
  appointmentTypes: [
    {
      name: 'Cleaning',
      spokenNames: ['cleaning', 'teeth cleaning', 'checkup', 'hygiene', 'regular visit', 'limpieza'],
      durationMinutes: 50,
      bufferMinutes: 10,
      providers: ['Kim Nguyen', 'Jordan Blake', 'Sofia Herrera'],
      operatories: ['Op 3', 'Op 4'],
      dentistCheckMinutes: 10,
    },
    {
      name: 'New patient exam',
      spokenNames: ['new patient', 'first visit', 'exam', 'consultation'],
      durationMinutes: 50,
      bufferMinutes: 10,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      patients: 'new',
    },
    {
      name: 'Filling',
      spokenNames: ['filling', 'cavity', 'crown', 'restoration'],
      durationMinutes: 50,
      bufferMinutes: 10,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      patients: 'known',
    },
    {
      name: 'Emergency visit',
      spokenNames: ['emergency', 'toothache', 'pain', 'broken tooth', 'swelling'],
      durationMinutes: 25,
      bufferMinutes: 5,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      isEmergency: true,
    },
    {
      name: 'Crown preparation',
      durationMinutes: 80,
      bufferMinutes: 10,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      patients: 'known',
      bookableByVoice: false,
    },
    {
      name: 'Follow-up',
      durationMinutes: 20,
      bufferMinutes: 10,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      patients: 'known',
      bookableByVoice: false,
    },
    {
      name: 'Child cleaning',
      durationMinutes: 25,
      bufferMinutes: 5,
      providers: ['Kim Nguyen', 'Jordan Blake', 'Sofia Herrera'],
      operatories: ['Op 3', 'Op 4'],
      maximumAge: 12,
      bookableByVoice: false,
    },
  ],
  phoneNumbers: [
    { phoneNumber: DEMO_NUMBER, label: 'Main line', vapiAssistantId: DEMO_ASSISTANT_ID, vapiPhoneNumberId: DEMO_VAPI_NUMBER_ID },
  ],
})
