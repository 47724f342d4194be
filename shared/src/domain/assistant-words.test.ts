import { describe, expect, test } from 'vitest'
import { AssistantSettings } from './assistant.ts'
import { durationWords, greetingOf, previewOf, recordingNotice, typeLimits } from './assistant-words.ts'
import { openingHoursOf } from './opening-hours.ts'
import type { AppointmentType, Practice, PracticePhone } from './practice.ts'
import { PracticeSettings } from './practice.ts'

const settingsOf = (change: object = {}) => AssistantSettings.parse(change)

describe('the greeting', () => {
  test.each<[string, object, string]>([
    ['the standard one', {}, 'Hello, I am Ava, the AI assistant of Bright Smiles. How can I help you?'],
    [
      'says first that the call is recorded',
      { recordCalls: true },
      'This call is recorded. Hello, I am Ava, the AI assistant of Bright Smiles. How can I help you?',
    ],
    [
      'offers Spanish',
      { languages: ['en', 'es'] },
      'Hello, I am Ava, the AI assistant of Bright Smiles. También hablo español. How can I help you?',
    ],
    [
      'is Spanish',
      { languages: ['es'], recordCalls: true },
      'Esta llamada se graba. Hola, soy Ava, asistente de IA de Bright Smiles. ¿En qué puedo ayudarle?',
    ],
    ['of the practice is introduced', { greeting: 'Welcome to Bright Smiles.' }, 'I am Ava, an AI assistant. Welcome to Bright Smiles.'],
    ['of the practice may say it itself', { greeting: 'Hi, this is Ava, the AI assistant.' }, 'Hi, this is Ava, the AI assistant.'],
    ['cannot deny it', { greeting: 'I am not an AI assistant.' }, 'I am Ava, an AI assistant. I am not an AI assistant.'],
    ['cannot hold instructions', { greeting: 'Hi {{ customer.name }}' }, 'I am Ava, an AI assistant. Hi (( customer.name ))'],
  ])('%s', (_, change, said) => {
    expect(greetingOf('Bright Smiles', settingsOf(change))).toBe(said)
  })

  test('says nothing of recording when nothing is recorded', () => {
    expect(recordingNotice(settingsOf())).toBeNull()
    expect(recordingNotice(settingsOf({ recordCalls: true, languages: ['es', 'en'] }))).toBe('Esta llamada se graba.')
  })
})

const OWN = '+15125550142'
const ours = (change: object) =>
  ({ phoneNumber: '+15125550100', status: 'active', forwardedFrom: null, ...change }) as unknown as PracticePhone
const visit = (name: string, change: object = {}) =>
  ({
    name,
    active: true,
    bookableByVoice: true,
    patients: 'any',
    minimumAge: null,
    maximumAge: null,
    position: 0,
    ...change,
  }) as AppointmentType

function preview(change: object = {}, assistant: object = {}, phoneNumbers = [ours({})]) {
  const practice = {
    name: 'Bright Smiles',
    phoneNumber: OWN,
    country: 'US',
    settings: PracticeSettings.parse(change),
  } as unknown as Practice
  const appointmentTypes = [
    visit('Crown', { bookableByVoice: false, position: 1 }),
    visit('Cleaning', { minimumAge: 3 }),
    visit('Old', { active: false }),
  ]
  const sections = previewOf({ practice, appointmentTypes, phoneNumbers }, settingsOf(assistant))
  return (heading: string) => sections.find((one) => one.heading === heading)?.lines.join(' | ')
}

describe('the preview', () => {
  test('shows exactly the first words, and what is booked by whom', () => {
    const of = preview()
    expect(of('It says first')).toBe(greetingOf('Bright Smiles', settingsOf()))
    expect(of('It books at once')).toBe('Cleaning (age 3 and over) | Not sooner than 1 hour ahead.')
    expect(of('It leaves to you')).toContain('Crown | Anything else')
    expect(of('Answers it gives')).toBe('Nothing yet.')
  })

  test('says where callers and emergencies go', () => {
    expect(preview()('In an emergency')).toContain('does not put the caller through')
    const of = preview({ transferNumber: '+15125550177', onCall: [{ name: 'Dr. P', phoneNumber: '+15125550190' }] })
    expect(of('In an emergency')).toContain('puts the caller through to (512) 555-0177')
    expect(of('In an emergency')).toContain('texts those on call')
    expect(of('It puts callers through')).toContain('(512) 555-0177')
    expect(of('When it cannot answer')).toBe('Calls go to (512) 555-0177.')
  })

  test('warns when calls would come back to the assistant', () => {
    expect(preview()('When it cannot answer')).toBe('Calls go to (512) 555-0142.')
    expect(preview({}, {}, [ours({ forwardedFrom: OWN })])('When it cannot answer')).toContain('leads back to the assistant')
    expect(preview({ transferNumber: '+15125550100' })('It puts callers through')).toContain('Nowhere')
  })

  test('follows the settings that are being edited', () => {
    const of = preview(
      {},
      { insurance: ['Delta Dental'], answers: [{ question: 'Parking?', answer: 'Behind.' }], recordCalls: true, languages: ['es', 'en'] },
    )
    expect(of('Insurance')).toContain('Delta Dental')
    expect(of('Answers it gives')).toBe('Parking? Behind.')
    expect(of('Recording')).toContain('“Esta llamada se graba.”')
    expect(of('Languages')).toBe('Spanish, and English for whoever speaks it.')
  })
})

test.each([
  [1, '1 minute'],
  [90, '90 minutes'],
  [60, '1 hour'],
  [240, '4 hours'],
  [1_440, '1 day'],
  [2_880, '2 days'],
  [1_500, '25 hours'],
])('%i minutes are said "%s"', (minutes, words) => expect(durationWords(minutes)).toBe(words))

test('limits are said together', () => {
  expect(typeLimits(visit('x'))).toBe('')
  expect(typeLimits(visit('x', { patients: 'new', maximumAge: 12 }))).toBe(' (new patients, up to age 12)')
})

test('the practice is open whenever somebody who is active works', () => {
  const shift = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt })
  const setup = {
    providers: [
      { id: 'a', active: true },
      { id: 'b', active: true },
      { id: 'c', active: false },
    ],
    hours: [
      { providerId: 'a', shifts: [shift(1, '13:00', '17:00'), shift(1, '08:00', '12:00')] },
      { providerId: 'b', shifts: [shift(1, '11:00', '12:30'), shift(1, '17:00', '18:00'), shift(7, '09:00', '10:00')] },
      { providerId: 'c', shifts: [shift(3, '08:00', '12:00')] },
    ],
  }
  const days = openingHoursOf(setup as never)
  expect(days.map((day) => day.weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(days[0]?.spans).toEqual([
    { startsAt: '08:00', endsAt: '12:30' },
    { startsAt: '13:00', endsAt: '18:00' },
  ])
  expect(days[2]?.spans).toEqual([])
  expect(days[6]?.spans).toEqual([{ startsAt: '09:00', endsAt: '10:00' }])
  expect(setup.hours[0]?.shifts[0]?.endsAt).toBe('17:00')
})
