import type { Instant, LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { timesIn } from '../../ui/times.ts'
import { closureTimes } from './closure-words.ts'

const ground = { times: timesIn('America/Chicago' as TimeZone, 'en-US'), today: '2026-03-03' as LocalDate }
const words = (startsAt: string, endsAt: string) =>
  closureTimes({ startsAt: startsAt as Instant, endsAt: endsAt as Instant }, ground).replaceAll('\u202f', ' ')

test('whole days are said as days, also over the change of the clocks', () => {
  expect(words('2026-03-06T06:00:00.000Z', '2026-03-07T06:00:00.000Z')).toBe('Fri, Mar 6, all day')
  expect(words('2026-03-06T06:00:00.000Z', '2026-03-09T05:00:00.000Z')).toBe('Fri, Mar 6 – Sun, Mar 8, all day')
})

test('part of a day is said with its times', () => {
  expect(words('2026-03-03T14:00:00.000Z', '2026-03-03T18:00:00.000Z')).toBe('Today 8:00 AM–12:00 PM')
  expect(words('2026-03-06T18:00:00.000Z', '2026-03-07T18:00:00.000Z')).toBe('Fri, Mar 6 12:00 PM – Sat, Mar 7 12:00 PM')
})
