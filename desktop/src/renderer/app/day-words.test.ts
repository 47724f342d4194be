import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { readDayWords } from './day-words.ts'

// A Tuesday.
const today = '2026-03-03' as LocalDate
const read = (text: string, isMonthFirst = true) => readDayWords(text, today, isMonthFirst)

test('a month and a day are read in any usual order', () => {
  for (const text of ['mar 12', 'March 12', '12 mar', 'mar 12th', '3/12', '3-12', '3/12/26', '2026-03-12', 'Mar 12, 2026'])
    expect(read(text), text).toBe('2026-03-12')
  expect(read('12/3', false)).toBe('2026-03-12')
})

test('near days are read by their names', () => {
  expect(read('today')).toBe('2026-03-03')
  expect(read('Tomorrow')).toBe('2026-03-04')
  expect(read('tue')).toBe('2026-03-03')
  expect(read('monday')).toBe('2026-03-09')
  expect(read('+3')).toBe('2026-03-06')
  expect(read('in 2 weeks')).toBe('2026-03-17')
  expect(readDayWords('in 1 month', '2026-01-31' as LocalDate, true)).toBe('2026-02-28')
})

test('a day long past without a year is the next one', () => {
  expect(readDayWords('jan 5', '2026-11-20' as LocalDate, true)).toBe('2027-01-05')
  expect(readDayWords('oct 30', '2026-11-20' as LocalDate, true)).toBe('2026-10-30')
})

test('what is no day is left alone', () => {
  for (const text of ['', 'm', 'mar', 'mara 12', 'feb 30', '13/13', 'garcia', 'monica', '5125550110']) expect(read(text), text).toBe(null)
})
