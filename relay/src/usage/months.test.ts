import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { monthSpans } from './months.ts'
import { ownTime, wasOwnedIn } from './owned-time.ts'

const CHICAGO = 'America/Chicago' as TimeZone

test('months begin at the practice’s own midnight, also where the clock changes inside them', () => {
  const [march, april] = monthSpans('2026-03', '2026-04', CHICAGO)
  expect(march).toEqual({ month: '2026-03', from: '2026-03-01T06:00:00.000Z', until: '2026-04-01T05:00:00.000Z' })
  expect(april?.from).toBe(march?.until)
  expect(monthSpans('2026-11', '2026-11', CHICAGO)[0]).toMatchObject({
    from: '2026-11-01T05:00:00.000Z',
    until: '2026-12-01T06:00:00.000Z',
  })
  expect(monthSpans('2025-12', '2026-01', CHICAGO).map((one) => one.month)).toEqual(['2025-12', '2026-01'])
})

test('at most 24 months, the right way round', () => {
  expect(monthSpans('2024-01', '2025-12', CHICAGO)).toHaveLength(24)
  expect(() => monthSpans('2024-01', '2026-01', CHICAGO)).toThrow(expect.objectContaining({ code: 'RANGE_TOO_LONG' }))
  expect(() => monthSpans('2026-02', '2026-01', CHICAGO)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
})

const at = (text: string) => `${text}T12:00:00.000Z` as Instant
const phone = (change: object) =>
  ({ id: 'a', phoneNumber: '+15125550142', status: 'active', createdAt: at('2026-02-28'), releaseAt: null, ...change }) as PracticePhone

test('a month counts when the number was owned on any day of it', () => {
  const [january, february, march, april] = monthSpans('2026-01', '2026-04', CHICAGO)
  const owned = (one: PracticePhone) => [january, february, march, april].map((month) => wasOwnedIn(one, month!, at('2026-03-10')))
  expect(owned(phone({}))).toEqual([false, true, true, false])
  expect(owned(phone({ status: 'released', releaseAt: at('2026-03-01') }))).toEqual([false, true, true, false])
  expect(owned(phone({ status: 'released', releaseAt: at('2026-02-28') }))).toEqual([false, true, false, false])
  expect(owned(phone({ releaseAt: at('2026-03-09') }))).toEqual([false, true, true, false])
})

test('a number that was given up and bought again has the texts of its own time', () => {
  const first = phone({ status: 'released' })
  const second = phone({ id: 'b', createdAt: at('2026-06-01') })
  expect(ownTime(first, [second, first])).toEqual({ from: '', until: at('2026-06-01') })
  expect(ownTime(second, [second, first])).toEqual({ from: at('2026-06-01'), until: '9' })
})
