import { AppointmentType, Practice } from '@dentalanswer/shared/domain/practice.ts'

export const sampleId = (digit: number) => `0190b000-0000-7000-8000-${String(digit).padStart(12, '0')}`

export const samplePractice = (settings: object = {}): Practice =>
  Practice.parse({
    id: sampleId(1),
    name: 'Bright Smiles Dental',
    textName: 'Bright Smiles',
    phoneNumber: '+15125550200',
    country: 'US',
    timeZone: 'America/Chicago',
    settings,
    setupVersion: 1,
  })

export const sampleType = (part: object = {}): AppointmentType =>
  AppointmentType.parse({
    id: sampleId(90),
    name: 'Cleaning',
    spokenNames: ['checkup', 'teeth cleaning'],
    durationMinutes: 60,
    bufferMinutes: 10,
    providers: [{ providerId: sampleId(2), durationMinutes: null }],
    operatoryIds: [sampleId(3)],
    patients: 'any',
    minimumAge: null,
    maximumAge: null,
    isEmergency: false,
    dentistCheckMinutes: 10,
    maxPerDay: null,
    bookableByVoice: true,
    active: true,
    position: 1,
    ...part,
  })
