import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { readBirthDate, writeBirthDate } from './read-birth-date.ts'

const today = '2026-03-03' as LocalDate

test.each([
  ['4/12/1988', '1988-04-12'],
  ['04-12-88', '1988-04-12'],
  ['04121988', '1988-04-12'],
  ['1988-04-12', '1988-04-12'],
  ['3/3/26', '2026-03-03'],
  ['2/29/2024', '2024-02-29'],
])('%s is read as %s', (typed, date) => {
  expect(readBirthDate(typed, 'US', today)).toBe(date)
})

test('elsewhere the day comes first', () => {
  expect(readBirthDate('12/4/1988', 'GB', today)).toBe('1988-04-12')
  expect(writeBirthDate('1988-04-12' as LocalDate, 'GB')).toBe('12/4/1988')
})

test('what is no past day is nothing', () => {
  for (const typed of ['', '13/1/1990', '2/30/1990', '3/4/2026', '1/1/1850', 'April']) expect(readBirthDate(typed, 'US', today)).toBeNull()
})

test('a date is written so that it reads back as itself', () => {
  const date = '2004-11-30' as LocalDate
  expect(readBirthDate(writeBirthDate(date, 'US'), 'US', today)).toBe(date)
})
