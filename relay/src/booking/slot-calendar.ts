import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DayClock } from './day-clock.ts'
import { firstReached } from './day-clock.ts'
import type { Interval, Minutes } from './intervals.ts'
import { mergeIntervals, subtractIntervals } from './intervals.ts'

/** Someone who may do the visit, how long it takes them, and where, best operatory first. The buffer is turnover:
 *  it follows the visit and holds the operatory only. */
export type Candidate = { providerId: ProviderId; durationMinutes: number; bufferMinutes: number; operatoryIds: OperatoryId[] }

/** Wall-clock hours on an ISO weekday (1–7), minutes 0–1440. Several on one day have a break between them. */
export type WeeklyHours = { providerId: ProviderId; weekday: number; startsMinute: number; endsMinute: number }

/** Time that is taken. A `practice` row takes everything; `patient` rows are those of the patient being booked.
 *  `away` on a `provider` row: not there at all, rather than treating someone. */
export type Busy = Interval & { kind: 'practice' | 'provider' | 'operatory' | 'patient'; resourceId: string | null; away?: true }

/** Everything that decides whether a start is free. Starts lie on wall-clock multiples of `stepMinutes`, at or after `earliest`
 *  and before `latest`. `presence`: one of these providers is at work for that many minutes on end inside the visit. */
export type Calendar = {
  zone: TimeZone
  hours: WeeklyHours[]
  busy: Busy[]
  stepMinutes: number
  earliest: Minutes
  latest: Minutes
  presence: { providerIds: ProviderId[]; minutes: number } | null
}

/** The visit is [start, end); the operatory is held until `releasedAt`. */
export type OpenSlot = { providerId: ProviderId; operatoryId: OperatoryId; start: Minutes; end: Minutes; releasedAt: Minutes }

/** The intervals of one day that these weekly hours make, one for each row: a visit fits inside one of them. */
export function workingIntervals(hours: WeeklyHours[], clock: DayClock): Interval[] {
  return hours
    .filter((row) => row.weekday === clock.weekday)
    .map((row) => ({ start: firstReached(clock, row.startsMinute), end: firstReached(clock, row.endsMinute) }))
}

/** A provider of the presence rule: weekly hours, and when they are not there in spite of them. */
export type Attendance = { hours: WeeklyHours[]; absent: Interval[] }

export function attendances(calendar: Calendar): Attendance[] {
  const providerIds = calendar.presence?.providerIds ?? []
  return providerIds.map((providerId) => ({
    hours: calendar.hours.filter((row) => row.providerId === providerId),
    absent: mergeIntervals(calendar.busy.filter((row) => isClosedFor(row, providerId))),
  }))
}

/** When each of them is at work on these days, treating someone or not. */
export function timesAtWork(ones: Attendance[], clocks: DayClock[]): Interval[] {
  return ones.flatMap(({ hours, absent }) => {
    const working = mergeIntervals(clocks.flatMap((clock) => workingIntervals(hours, clock)))
    return subtractIntervals(working, absent)
  })
}

/** Whether a row means that the practice is closed or this provider is away. */
export function isClosedFor(row: Busy, providerId: ProviderId): boolean {
  return row.kind === 'practice' || (row.kind === 'provider' && row.resourceId === providerId && row.away === true)
}
