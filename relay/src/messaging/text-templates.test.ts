import { isGsm7, segmentsOf } from '@dentalanswer/shared/domain/gsm7.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { acknowledgementText, alarmText, appointmentText, type TextFacts, textTime } from './text-templates.ts'

const practice = {
  name: 'Bright Smiles Dental',
  textName: 'Bright Smiles',
  phoneNumber: '+15125550142',
  country: 'US',
  timeZone: 'America/Chicago',
} as Practice
const facts = (more: Partial<TextFacts> = {}): TextFacts => ({
  practice,
  firstName: 'Ana',
  startsAt: '2026-12-01T20:00:00.000Z' as Instant,
  language: 'en',
  ...more,
})
const everyText = (given: TextFacts): string[] => [
  appointmentText(given, 'booked'),
  appointmentText(given, 'moved'),
  acknowledgementText(given, 'cancelled'),
  acknowledgementText(given, 'confirmed'),
  alarmText(given.practice),
]

test('the texts as they are', () => {
  expect(everyText(facts())).toEqual([
    'Bright Smiles: Ana, your visit is Tue Dec 1 at 2:00 PM. Reply C to confirm or R to reschedule. Questions? (512) 555-0142. STOP to opt out.',
    'Bright Smiles: Ana, your visit is now Tue Dec 1 at 2:00 PM. Reply C to confirm or R to reschedule. Questions? (512) 555-0142. STOP to opt out.',
    'Bright Smiles: your visit on Tue Dec 1 at 2:00 PM is cancelled. To book again call (512) 555-0142.',
    'Bright Smiles: thank you, your visit on Tue Dec 1 at 2:00 PM is confirmed. To change it call (512) 555-0142.',
    'Bright Smiles: an urgent call is waiting for a person. Open DentalAnswer or phone the practice.',
  ])
})

describe.each(['en', 'es'] as const)('every text in %s', (language) => {
  const names = ['Ana', 'José', '李小龍', '🦷', 'Wolfeschlegelsteinhausenbergerdorff', '{[~^|~^|~^|~^|~^|~^|]}', '']
  const practices = ['Bright Smiles', 'Greater Springfield Smiles Ctr', '光明牙科', '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[', 'Señor Sonríe 😁']
  const phones = ['+15125550142', '+525555550142', '+4930901820000']
  const all = names.flatMap((firstName) =>
    practices.flatMap((textName) =>
      phones.flatMap((phoneNumber) =>
        everyText(facts({ firstName, language, practice: { ...practice, textName, phoneNumber: phoneNumber as never } })),
      ),
    ),
  )

  test('is one segment of the cheap alphabet', () => {
    for (const text of all) {
      expect(isGsm7(text), text).toBe(true)
      expect(segmentsOf(text), text).toBe(1)
      expect(text, text).not.toMatch(/^[\s:,]|\s{2}|: ,|undefined|null/)
    }
  })

  test('asks for no word by which carriers stop all texts, except to stop all texts', () => {
    for (const text of all)
      for (const sentence of text.split(/[.?!]\s*/)) {
        if (/^STOP (to opt out|para no recibir mas)$/.test(sentence)) continue
        expect(sentence, text).not.toMatch(/\b(CANCEL|END|QUIT|STOP|STOPALL|UNSUBSCRIBE|REVOKE|OPTOUT|YES)\b/)
        expect(sentence, text).not.toMatch(/\b(reply|text|send|responda|envie)\b.*\b(cancel|end|quit|stop)\b/i)
      }
  })
})

test.each([
  ['2026-03-04T06:05:00.000Z', 'Wed Mar 4 at 12:05 AM', 'mie 4 mar a las 12:05 AM'],
  ['2026-03-04T18:00:00.000Z', 'Wed Mar 4 at 12:00 PM', 'mie 4 mar a las 12:00 PM'],
  ['2026-03-04T19:30:00.000Z', 'Wed Mar 4 at 1:30 PM', 'mie 4 mar a la 1:30 PM'],
  // The night the clocks go back: the same wall time twice, and the day stays right.
  ['2026-11-01T06:30:00.000Z', 'Sun Nov 1 at 1:30 AM', 'dom 1 nov a la 1:30 AM'],
  ['2026-11-01T07:30:00.000Z', 'Sun Nov 1 at 1:30 AM', 'dom 1 nov a la 1:30 AM'],
])('%s reads %s', (startsAt, english, spanish) => {
  expect(textTime(practice, startsAt as Instant, 'en')).toBe(english)
  expect(textTime(practice, startsAt as Instant, 'es')).toBe(spanish)
})
