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
  expect(nextAllowedInstant(now as Instant, zone as TimeZone)).toBe(allowed)
})
