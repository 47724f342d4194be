import type { ProviderHours } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate, LocalTime, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { dayAxis } from './day-axis.ts'
import { merged, offHours, workSpans } from './work-spans.ts'

const time = (text: string) => text as LocalTime
const shift = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt: time(startsAt), endsAt: time(endsAt) })
const hours = [
  { providerId: 'p1', shifts: [shift(2, '13:00', '17:00'), shift(2, '08:00', '12:00'), shift(7, '00:00', '06:00')] },
] as unknown as ProviderHours[]
const axisOf = (day: string) => dayAxis(day as LocalDate, 'America/Chicago' as TimeZone)

test('the shifts of that weekday, in order', () => {
  expect(workSpans({ hours }, 'p1', axisOf('2026-03-03'))).toEqual([
    { from: 480, to: 720 },
    { from: 780, to: 1020 },
  ])
  expect(workSpans({ hours }, 'p1', axisOf('2026-03-04'))).toEqual([])
  expect(workSpans({ hours }, 'p2', axisOf('2026-03-03'))).toEqual([])
})

test('a shift over a clock change is as long as the clock says it is', () => {
  expect(workSpans({ hours }, 'p1', axisOf('2026-03-08'))).toEqual([{ from: 0, to: 300 }])
  expect(workSpans({ hours }, 'p1', axisOf('2026-11-01'))).toEqual([{ from: 0, to: 420 }])
})

test('what lies between two shifts is lunch, the rest is only off', () => {
  const work = [
    { from: 480, to: 720 },
    { from: 780, to: 1020 },
  ]
  expect(offHours(work, { from: 420, to: 1080 })).toEqual([
    { from: 420, to: 480, label: null },
    { from: 720, to: 780, label: 'Lunch' },
    { from: 1020, to: 1080, label: null },
  ])
  expect(offHours([], { from: 420, to: 480 })).toEqual([{ from: 420, to: 480, label: null }])
  expect(offHours(work, { from: 500, to: 700 })).toEqual([])
})

test('touching and overlapping spans are one, empty ones are none', () => {
  expect(
    merged([
      { from: 60, to: 90 },
      { from: 0, to: 60 },
      { from: 200, to: 200 },
      { from: 70, to: 80 },
    ]),
  ).toEqual([{ from: 0, to: 90 }])
})
