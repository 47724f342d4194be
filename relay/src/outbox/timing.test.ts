import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { backoffMs, nextTry } from './timing.ts'

const NOW = '2026-03-02T15:00:00.000Z' as Instant

test('waits grow at random up to ten minutes and are never nothing', () => {
  expect(backoffMs(1, () => 0)).toBe(500)
  expect(backoffMs(1, () => 1)).toBe(4_500)
  expect(backoffMs(5, () => 1)).toBe(64_500)
  expect(backoffMs(30, () => 1)).toBe(600_500)
})

test('what the vendor asks for wins, within reason', () => {
  expect(nextTry(NOW, 1, 5_000)).toBe('2026-03-02T15:00:05.000Z')
  expect(nextTry(NOW, 1, -5_000)).toBe('2026-03-02T15:00:00.500Z')
  expect(nextTry(NOW, 1, 999_999_999)).toBe('2026-03-02T16:00:00.000Z')
})

test('after enough tries there is no next one', () => {
  expect(nextTry(NOW, 13, null)).not.toBeNull()
  expect(nextTry(NOW, 14, 5_000)).toBeNull()
})
