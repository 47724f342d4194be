import { expect, test } from 'vitest'
import { MOST_TRIES, TRIES_BEFORE_TELLING, waitMs } from './onboarding-waits.ts'

const waitedMinutes = (tries: number) =>
  Array.from({ length: tries - 1 }, (_, at) => waitMs(at + 1, null)).reduce((a, b) => a + b, 0) / 60_000

test('waits grow from two seconds to five minutes', () => {
  expect([1, 2, 3, 4, 20].map((attempts) => waitMs(attempts, null))).toEqual([2_000, 4_000, 8_000, 16_000, 300_000])
})

test('what the vendor asks for wins, within an hour', () => {
  expect(waitMs(1, 7_000)).toBe(7_000)
  expect(waitMs(9, 0)).toBe(500)
  expect(waitMs(1, 90 * 60_000)).toBe(3_600_000)
})

test('a step is given up after about half an hour, and taking one back is complained about after about one', () => {
  expect(waitedMinutes(MOST_TRIES)).toBeGreaterThanOrEqual(30)
  expect(waitedMinutes(MOST_TRIES)).toBeLessThan(40)
  expect(waitedMinutes(TRIES_BEFORE_TELLING)).toBeGreaterThanOrEqual(55)
  expect(waitedMinutes(TRIES_BEFORE_TELLING)).toBeLessThan(75)
})
