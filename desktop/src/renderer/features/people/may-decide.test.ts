import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { mayDecide } from './may-decide.ts'

const today = '2026-03-03' as LocalDate
const born = (birthDate: string | null) => mayDecide({ birthDate: birthDate as LocalDate | null }, today)

test('a minor decides for nobody, from the eighteenth birthday on one may, and an unknown age is left to staff', () => {
  expect(born('2008-03-04')).toBe(false)
  expect(born('2008-03-03')).toBe(true)
  expect(born('1985-01-01')).toBe(true)
  expect(born(null)).toBe(true)
})
