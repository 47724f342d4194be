import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { readTime, type TimeContext } from './read-time.ts'

const context = (change: Partial<Record<keyof TimeContext, unknown>> = {}): TimeContext =>
  ({ day: '2026-03-05', today: '2026-03-03', zone: 'America/Chicago', isMonthFirst: true, ...change }) as TimeContext
const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago', dateStyle: 'short', timeStyle: 'short' })
const read = (text: string, change: Partial<Record<keyof TimeContext, unknown>> = {}) => {
  const found = readTime(text, context(change))
  return found.kind === 'time' ? local.format(Date.parse(found.startsAt)) : found.text
}

test.each([
  ['2:30', '2026-03-05 14:30'],
  ['9', '2026-03-05 09:00'],
  ['12', '2026-03-05 12:00'],
  ['7:15', '2026-03-05 07:15'],
  ['6', '2026-03-05 18:00'],
  ['06:00', '2026-03-05 06:00'],
  ['230', '2026-03-05 14:30'],
  ['1430', '2026-03-05 14:30'],
  ['9a', '2026-03-05 09:00'],
  ['2 pm', '2026-03-05 14:00'],
  ['2:30 p.m.', '2026-03-05 14:30'],
  ['12am', '2026-03-05 00:00'],
  ['12 pm', '2026-03-05 12:00'],
  ['14:00', '2026-03-05 14:00'],
])('a time alone is on the day on screen: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['tue 9', '2026-03-03 09:00'],
  ['mon 9', '2026-03-09 09:00'],
  ['Thursday 2:30', '2026-03-05 14:30'],
  ['today 4', '2026-03-03 16:00'],
  ['tomorrow at 8:15', '2026-03-04 08:15'],
  ['3/12 14:00', '2026-03-12 14:00'],
  ['mar 12 2pm', '2026-03-12 14:00'],
  ['12 march 10:30', '2026-03-12 10:30'],
  ['1/15 9', '2026-01-15 09:00'],
  ['12/31 9', '2026-12-31 09:00'],
  ['1/1 9', '2027-01-01 09:00'],
  ['mar 12 2027 9', '2027-03-12 09:00'],
  ['3/12/27 9', '2027-03-12 09:00'],
  ['2026-04-01 9', '2026-04-01 09:00'],
])('with a day: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('a day long past without a year is next year’s', () => {
  expect(read('1/5 9', { today: '2026-11-20' })).toBe('2027-01-05 09:00')
})

test('countries that write the day first, and dots everywhere', () => {
  expect(read('12/3 9', { isMonthFirst: false })).toBe('2026-03-12 09:00')
  expect(read('12.3. 9')).toBe('2026-03-12 09:00')
})

test.each(['', '  ', 'soon', '25:00', '9:75', '13pm', '0am', 'xyz 9', '2/30 9', 'tue', '13/13 9', '3/12', 'a b c d 9'])(
  'not a time: "%s"',
  (text) => {
    expect(read(text)).toBe('Write a time like 2:30, tue 9 or 3/12 14:00.')
  },
)

test('a start off the five minutes is refused in words', () => {
  expect(read('9:03')).toBe('Appointments start on a multiple of five minutes.')
})

test('a time the clock skips is refused; one it shows twice is the first and says so', () => {
  expect(read('02:30', { day: '2026-03-08' })).toBe('That time does not exist on that day: the clock goes forward.')
  const twice = readTime('01:30', context({ day: '2026-11-01' as LocalDate }))
  expect(twice).toEqual({
    ...{ kind: 'time', startsAt: '2026-11-01T06:30:00.000Z', note: 'The clock shows this time twice; this is the first.' },
  })
  expect(readTime('9', context({ day: '2026-11-01' }))).toMatchObject({ note: null })
})

test('other zones have their own clock', () => {
  const found = readTime('9', context({ zone: 'America/Phoenix' as TimeZone }))
  expect(found).toMatchObject({ startsAt: '2026-03-05T16:00:00.000Z' })
})
