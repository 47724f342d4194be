import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { alarm, appointment, NOW, PHONE, patient, practice } from '../../samples/notice-samples.ts'
import type { Matter } from './notice-of.ts'
import { digestWords, discreetWords, fullWords } from './notice-words.ts'

const teller = (patients = [patient()]) => ({ practice, now: NOW as Instant, facts: { patients, appointments: [] } })
const phoneNumber = PHONE as Matter['phoneNumber']
const matters: Matter[] = [
  { kind: 'alarm', alarm: alarm({ patientId: 'ana' }), phoneNumber },
  { kind: 'cancelled', appointments: [appointment()], changeId: 'ch1', by: 'text', phoneNumber },
  { kind: 'caller', callId: 'c1', isUrgent: false, phoneNumber },
  { kind: 'optedOut', visit: appointment({ startsAt: '2026-03-05T14:00:00.000Z' }), phoneNumber: phoneNumber! },
]

test('each matter says who and what, in the practice’s own time', () => {
  expect(matters.map((matter) => fullWords(matter, teller()).title)).toEqual([
    'Emergency: Ana Garcia',
    'Ana Garcia cancelled today 2:30 PM',
    'Caller asks for a person: Ana Garcia',
    'Ana Garcia stopped texts',
  ])
  expect(fullWords(matters[3]!, teller()).body).toBe('Visit Thu, Mar 5, 9:00 AM. Texts are blocked, so phone them.')
})

test('a number that several share is not taken for one of them', () => {
  const both = [patient(), patient({ id: 'leo', firstName: 'Leo' })]
  expect(fullWords(matters[2]!, teller(both)).title).toBe('Caller asks for a person: 2 people on (212) 555-0142')
})

test('nobody known is a number, and no number says so', () => {
  expect(fullWords(matters[2]!, teller([])).title).toBe('Caller asks for a person: (212) 555-0142')
  expect(fullWords({ ...matters[2]!, phoneNumber: null } as Matter, teller([])).title).toBe('Caller asks for a person: a withheld number')
})

test('for other eyes there is no name, no number, no time and no reason', () => {
  for (const matter of matters) {
    const { title, body } = discreetWords(matter)
    expect(`${title} ${body}`, matter.kind).not.toMatch(/Ana|Garcia|\d|swollen|fever/)
  }
})

test('a digest counts', () => {
  expect(digestWords([matters[1]!, matters[1]!, matters[2]!], 'away')).toEqual({
    title: 'While you were away',
    body: '2 cancellations, 1 caller asked for a person.',
  })
})
