import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { nextAllowedInstant } from './quiet-hours.ts'

test.each([
  ['America/Chicago', '2026-03-02T13:59:59.999Z', '2026-03-02T14:00:00.000Z'],
  ['America/Chicago', '2026-03-02T14:00:00.000Z', '2026-03-02T14:00:00.000Z'],
  ['America/Chicago', '2026-03-03T02:59:59.000Z', '2026-03-03T02:59:59.000Z'],
  ['America/Chicago', '2026-03-03T03:00:00.000Z', '2026-03-03T14:00:00.000Z'],
  ['America/Phoenix', '2026-07-01T04:00:00.000Z', '2026-07-01T15:00:00.000Z'],
  // The nights on which the clocks go forward and back.
  ['America/Chicago', '2026-03-08T04:00:00.000Z', '2026-03-08T13:00:00.000Z'],
  ['America/Chicago', '2026-11-01T04:00:00.000Z', '2026-11-01T14:00:00.000Z'],
  ['Pacific/Apia', '2026-12-31T08:00:00.000Z', '2026-12-31T19:00:00.000Z'],
])('in %s at %s the next text may go at %s', (zone, now, allowed) => {
  expect(nextAllowedInstant(now as Instant, zone as TimeZone, '+442079460000' as PhoneNumber)).toBe(allowed)
})

test.each([
  // 8:30 in Chicago is 6:30 in Los Angeles, and 20:30 there is 21:30 in New York.
  ['+13235550199', '2026-03-02T14:30:00.000Z', '2026-03-02T16:00:00.000Z'],
  ['+12125550199', '2026-03-03T02:30:00.000Z', '2026-03-03T14:00:00.000Z'],
  ['+18085550199', '2026-03-03T03:30:00.000Z', '2026-03-03T18:00:00.000Z'],
  ['+15125550199', '2026-03-02T14:30:00.000Z', '2026-03-02T14:30:00.000Z'],
])('from a practice in Chicago a text to %s at %s may go at %s', (number, now, allowed) => {
  expect(nextAllowedInstant(now as Instant, 'America/Chicago' as TimeZone, number as PhoneNumber)).toBe(allowed)
})

test('clocks that share no hour leave the practice its own', () => {
  const at = nextAllowedInstant('2026-03-02T18:00:00.000Z' as Instant, 'Asia/Tokyo' as TimeZone, '+17095550199' as PhoneNumber)
  expect(at > '2026-03-02T18:00:00.000Z').toBe(true)
})
