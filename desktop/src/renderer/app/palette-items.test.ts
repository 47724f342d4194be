import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import type { Action } from '../live/actions.ts'
import type { PracticeNow } from '../live/practice.ts'
import { timesIn } from '../ui/times.ts'
import { paletteGroups } from './palette-items.ts'

const practice = {
  setup: { practice: { country: 'US' } },
  times: timesIn('America/Chicago' as TimeZone, 'en-US'),
  today: '2026-03-03' as LocalDate,
  phone: (number: string) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
} as unknown as PracticeNow

const ana = {
  id: 'p1',
  firstName: 'Ana',
  lastName: 'Garcia',
  birthDate: '1988-04-12',
  contactPoints: [
    { phoneNumber: '+15125550100', label: 'home', isPrimary: true, status: 'wrong_number' },
    { phoneNumber: '+15125550199', label: 'mobile', isPrimary: false, status: 'active' },
  ],
} as Patient

const action = (id: string, title: string, group = 'Everywhere', keys?: string[]): Action => ({
  id,
  title,
  group,
  keys,
  run: () => undefined,
})
const actions = [
  action('open-day', 'Go to Day', 'Everywhere', ['5']),
  action('theme', 'Dark colors'),
  action('reply', 'Reply', 'Messages', ['r']),
]
const groups = (typed: string, people: Patient[] = []) => paletteGroups({ typed, actions, people, practice })

test('nothing typed lists what can be done here before the places and the rest', () => {
  expect(groups('').map((one) => one.name)).toEqual(['Here', 'Places', 'Everywhere'])
  expect(groups('')[0]?.items[0]).toMatchObject({ title: 'Reply', keys: 'r' })
})

test('a person shows what tells them apart, opens, and with Ctrl gets a message on a number that still is theirs', () => {
  const [people, booking] = groups('gar ana', [ana])
  expect(people).toMatchObject({ name: 'People' })
  expect(people?.items[0]).toMatchObject({
    title: 'Ana Garcia',
    detail: 'Apr 12, 1988 (37) · (512) 555-0199',
    act: { kind: 'open', place: 'people', id: 'p1' },
    withMod: { act: { kind: 'open', place: 'messages', id: '+15125550199' } },
  })
  expect(booking?.items[0]).toMatchObject({ title: 'Book Ana Garcia', act: { place: 'day', id: 'book:p1' } })
})

test('a place typed by its name comes before people who only begin alike', () => {
  const dayana = { ...ana, firstName: 'Dayana' } as Patient
  expect(groups('day', [dayana])[0]).toMatchObject({ name: 'Places', items: [{ title: 'Day' }] })
})

test('a number can be called and texted, and its people are still found', () => {
  const [number, people] = groups('512 555 0199', [ana])
  expect(number?.items.map((one) => one.title)).toEqual(['Call (512) 555-0199', 'Text (512) 555-0199'])
  expect(people?.items[0]?.title).toBe('Ana Garcia')
})

test('a date opens its day', () => {
  expect(groups('mar 12')[0]?.items[0]).toMatchObject({ title: 'Day: Thursday, March 12', act: { place: 'day', id: '2026-03-12' } })
  expect(groups('tomorrow')[0]?.items[0]).toMatchObject({ detail: 'Tomorrow' })
})
