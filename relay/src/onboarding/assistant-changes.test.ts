import { AssistantSettings } from '@dentalanswer/shared/domain/assistant.ts'
import type { Provider, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { describe, expect, test } from 'vitest'
import { exampleSetup } from '../../../tests/support/sample-setup.ts'
import { changesBetween } from './assistant-changes.ts'
import { assistantPlanOf } from './assistant-plan.ts'

type Change = (setup: Setup) => void

function between(change: Change, before: Change = () => {}): string[] {
  const [old, now] = [exampleSetup(), exampleSetup()]
  before(old)
  before(now)
  change(now)
  return changesBetween(assistantPlanOf(old), assistantPlanOf(now))
}

const assistant =
  (change: object): Change =>
  ({ practice }) => {
    practice.settings.assistant = AssistantSettings.parse({ ...practice.settings.assistant, ...change })
  }
const settings =
  (change: object): Change =>
  ({ practice }) =>
    void Object.assign(practice.settings, change)
const named =
  (change: object): Change =>
  ({ practice }) =>
    void Object.assign(practice, change)
const type =
  (at: number, change: object): Change =>
  ({ appointmentTypes }) =>
    void Object.assign(appointmentTypes[at]!, change)
const provider =
  (at: number, change: Partial<Provider>): Change =>
  ({ providers }) =>
    void Object.assign(providers[at]!, change)

test('equal set-ups differ in nothing', () => {
  expect(between(() => {})).toEqual([])
})

test.each<[string, Change, string[]]>([
  [
    'longer hours',
    ({ hours }) => {
      for (const one of hours)
        for (const shift of one.shifts) if (shift.weekday === 2 && shift.endsAt === '17:00') shift.endsAt = '18:30' as never
    },
    ['Hours on Tuesday: 8 AM to noon and 1 PM to 6:30 PM, was 8 AM to noon and 1 PM to 5 PM'],
  ],
  [
    'a day off',
    ({ hours }) => {
      for (const one of hours) one.shifts = one.shifts.filter((shift) => shift.weekday !== 3)
    },
    ['Hours on Wednesday: closed, was 8 AM to noon'],
  ],
  ['the name', named({ name: 'Brighter' }), ['The name of the practice: Brighter, was Bright Smiles Dental']],
  ['a type left to staff', type(0, { bookableByVoice: false }), ['Cleaning is now left to staff']],
  ['a type taken out', type(2, { active: false }), ['Emergency visit is no longer offered']],
  ['a longer visit', type(0, { durationMinutes: 60 }), ['Cleaning takes: 1 hour, was 50 minutes']],
  ['an age', type(0, { minimumAge: 3, maximumAge: 17 }), ['Cleaning is for: (age 3 to 17), was everybody']],
  ['other words', type(0, { spokenNames: ['cleaning'] }), ['Cleaning is also called: cleaning, was cleaning, checkup']],
  ['a type renamed', type(0, { name: 'Hygiene' }), ['Hygiene is new and booked at once', 'Cleaning is no longer offered']],
  ['a provider who left', provider(1, { active: false }), ['Kim is no longer there', 'Cleaning is done by: nobody, was Kim']],
  ['a role', provider(1, { role: 'dentist' }), ['Kim is now a dentist']],
  ['more notice', settings({ minimumNoticeMinutes: 1_440 }), ['Shortest notice: 1 day, was 1 hour']],
  ['no new patients', settings({ newPatientsPerDay: 0 }), ['New patients are not booked any more']],
  ['nobody on call', settings({ onCall: [] }), ['Nobody is on call any more']],
  ['a transfer number', settings({ transferNumber: '+15125550177' }), ['Callers are put through to: (512) 555-0177, was nobody']],
  [
    'the line of the practice',
    named({ phoneNumber: '+15125550199' }),
    [
      'The number of the practice: (512) 555-0199, was (512) 555-0142',
      'When the assistant fails, calls go to: (512) 555-0199, was (512) 555-0142',
    ],
  ],
  ['its name', assistant({ name: 'Robin' }), ['Name: Robin, was Ava']],
  ['its greeting', assistant({ greeting: 'Hello there.' }), ['Greeting: Hello there., was the standard one']],
  ['its languages', assistant({ languages: ['en', 'es'] }), ['Languages: English and Spanish, was English']],
  ['recording', assistant({ recordCalls: true }), ['Calls are recorded now']],
  ['emergencies', assistant({ putEmergenciesThrough: false }), ['Emergencies are no longer put through']],
  ['insurance', assistant({ insurance: ['Delta Dental'] }), ['Insurance added: Delta Dental']],
  ['a new answer', assistant({ answers: [{ question: 'Parking?', answer: 'Behind.' }] }), ['New answer to “Parking?”']],
])('%s is told in one plain sentence', (_, change, sentences) => {
  expect(between(change)).toEqual(sentences)
})

describe('answers', () => {
  const parking = assistant({
    answers: [
      { question: 'Parking?', answer: 'Behind.' },
      { question: 'Bus?', answer: 'Line 7.' },
    ],
  })

  test('that changed or were taken out are named by their question', () => {
    expect(between(assistant({ answers: [{ question: 'Parking?', answer: 'In front.' }] }), parking)).toEqual([
      'The answer to “Parking?” changed',
      'The answer to “Bus?” was taken out',
    ])
  })

  test('in another order are told of too', () => {
    const turned = assistant({
      answers: [
        { question: 'Bus?', answer: 'Line 7.' },
        { question: 'Parking?', answer: 'Behind.' },
      ],
    })
    expect(between(turned, parking)).toEqual(['Something was put in another order'])
  })

  test('of a great length, and great numbers of them, are cut', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ question: `${'long '.repeat(30)}${at}`, answer: 'Yes.' }))
    const sentences = between(assistant({ answers: many }))
    expect(sentences).toHaveLength(30)
    expect(sentences.at(-1)).toBe('And 31 more')
    for (const sentence of sentences) expect(sentence.length).toBeLessThan(120)
  })
})
