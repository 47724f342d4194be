import { expect, test } from 'vitest'
import { addMonths, lastMonths, monthWords } from './months.ts'

test('months are counted over the end of a year, both ways', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2026-12', 1)).toBe('2027-01')
  expect(addMonths('2026-03', -27)).toBe('2023-12')
})

test('the last months begin with the present one', () => {
  expect(lastMonths('2026-02', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
})

test('a month is named with its year', () => {
  expect(monthWords('2026-11')).toBe('November 2026')
})
