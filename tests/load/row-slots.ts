import { type Busy, type Calendar, type Candidate, openSlots } from '@dentalanswer/relay/src/booking/slot-math.ts'
import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { addDays, epochMsAt, type LocalDate, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { type Measurement, measurement } from './measurement.ts'
import { seededRandom, spreadOf } from './statistics.ts'

const ZONE = 'America/Chicago' as TimeZone
const FROM = '2026-03-02' as LocalDate
const DAYS = 30
const PROVIDERS = ['p1', 'p2', 'p3', 'p4'] as ProviderId[]
const OPERATORIES = ['o1', 'o2', 'o3', 'o4'] as OperatoryId[]
const TAKEN_SHARE = 0.6

/** All free starts of 30 days (the clocks change on one of them) for four providers, two thirds booked; beside reading the same calendar
 *  from JSON. */
export function measureSlots(isQuick: boolean): Measurement[] {
  const calendar = busyCalendar()
  const candidates: Candidate[] = PROVIDERS.map((providerId) => ({
    providerId,
    durationMinutes: 50,
    bufferMinutes: 10,
    operatoryIds: OPERATORIES,
  }))
  const days = { from: FROM, to: addDays(FROM, DAYS - 1) }
  const found = openSlots(calendar, candidates, days).length
  const text = JSON.stringify(calendar)
  const rounds = isQuick ? 300 : 2_000
  const slots = spreadOf(timesOf(rounds, () => openSlots(calendar, candidates, days)))
  const parsing = spreadOf(timesOf(rounds, () => JSON.parse(text)))
  const row = { engine: '-', unit: 'ms' } as const
  return [
    measurement({
      ...row,
      name: 'slots of 30 days for 4 providers, median',
      value: slots.p50,
      baseline: parsing.p50,
      target: { most: 1 },
      detail: { found, busy: calendar.busy.length },
    }),
    measurement({ ...row, name: 'slots of 30 days for 4 providers, p99', value: slots.p99, baseline: parsing.p99 }),
  ]
}

function timesOf(rounds: number, work: () => unknown): number[] {
  for (let round = 0; round < rounds / 4; round++) work()
  return Array.from({ length: rounds }, () => {
    const since = performance.now()
    work()
    return performance.now() - since
  })
}

function busyCalendar(): Calendar {
  const random = seededRandom(3)
  const busy: Busy[] = []
  for (let day = 0; day < DAYS; day++)
    for (const [position, providerId] of PROVIDERS.entries())
      for (const hour of [8, 9, 10, 11, 13, 14, 15, 16]) {
        if (random() > TAKEN_SHARE) continue
        const start = epochMsAt(addDays(FROM, day), hour * 60, ZONE) / 60_000
        busy.push({ start, end: start + 50, kind: 'provider', resourceId: providerId })
        busy.push({ start, end: start + 60, kind: 'operatory', resourceId: OPERATORIES[position]! })
      }
  const shifts = [
    [480, 720],
    [780, 1_020],
  ] as const
  const hours = PROVIDERS.flatMap((providerId) =>
    [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
      shifts.map(([startsMinute, endsMinute]) => ({ providerId, weekday, startsMinute, endsMinute })),
    ),
  )
  return {
    zone: ZONE,
    hours,
    busy,
    stepMinutes: 15,
    earliest: 0,
    latest: Number.POSITIVE_INFINITY,
    presence: { providerIds: PROVIDERS, minutes: 10 },
  }
}
