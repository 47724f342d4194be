import { expect, test } from 'vitest'
import { minutesWords, moneyWords, priceWords } from './money-words.ts'

test.each([
  [0, '$0.00'],
  [1_150_000, '$1.15'],
  [1_204_500_000, '$1,204.50'],
  [4_999, 'under 1¢'],
  [5_000, '$0.01'],
  [-3_100_000, '−$3.10'],
  [-900, 'under −1¢'],
])('%i millionths of a dollar read as %s', (microdollars, words) => {
  expect(moneyWords(microdollars)).toBe(words)
})

test('a price keeps all of its digits', () => {
  expect(priceWords(8_300)).toBe('$0.0083')
  expect(priceWords(8_315)).toBe('$0.008315')
  expect(priceWords(1_150_000)).toBe('$1.15')
})

test('a few seconds on the line are not nothing', () => {
  expect(minutesWords(0)).toBe('0 min')
  expect(minutesWords(12)).toBe('under 1 min')
  expect(minutesWords(72_240)).toBe('1,204 min')
})
