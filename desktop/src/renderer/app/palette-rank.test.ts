import { expect, test } from 'vitest'
import { rankOf } from './palette-rank.ts'

test('the title itself comes before its beginning, its words and its inside', () => {
  expect(rankOf('day', 'Day')).toBe(0)
  expect(rankOf('go to', 'Go to Day')).toBe(1)
  expect(rankOf('day go', 'Go to Day')).toBe(2)
  expect(rankOf('ana', 'Change language')).toBe(null)
  expect(rankOf('angua', 'Change language')).toBe(3)
})

test('marks over letters and signs between words do not matter', () => {
  expect(rankOf('nunez', 'Begoña Núñez')).toBe(2)
  expect(rankOf("o'brien", "Sean O'Brien")).toBe(2)
})

test('nothing typed leaves everything in its place', () => {
  expect(rankOf('  ', 'Go to Day')).toBe(3)
})
