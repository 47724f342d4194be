import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { epochMsAt, localDateOf, MS_PER_MINUTE, toInstant, wallTimeExists, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Minutes } from './intervals.ts'

/** The wall clock of one practice day as plain numbers: UTC plus `before` minutes until `changesAt`, plus `after` from then on.
 *  On a day without a clock change both are equal and `changesAt` is Infinity. */
export type DayClock = { weekday: number; utcMidnight: Minutes; before: number; after: number; changesAt: Minutes }

export function dayClock(date: LocalDate, zone: TimeZone): DayClock {
  const utcMidnight = Date.parse(date) / MS_PER_MINUTE
  const weekday = weekdayOf(date)
  const dayStart = epochMsAt(date, 0, zone) / MS_PER_MINUTE
  const hasPlainLength = epochMsAt(date, 1440, zone) / MS_PER_MINUTE - dayStart === 1440
  // Some zones skip midnight itself, so a day of plain length can still begin at 1:00.
  if (hasPlainLength && wallTimeExists(date, 0, zone)) {
    const offset = utcMidnight - dayStart
    return { weekday, utcMidnight, before: offset, after: offset, changesAt: Number.POSITIVE_INFINITY }
  }
  return { weekday, utcMidnight, ...clockChange(date, zone) }
}

/** The clock of the practice day that holds this minute. */
export function dayClockAt(minute: Minutes, zone: TimeZone): DayClock {
  return dayClock(localDateOf(toInstant(minute * MS_PER_MINUTE), zone), zone)
}

/** When the wall clock first shows `wallMinute` (0–1440) or later: a time that exists twice is the first, a skipped one is the change. */
export function firstReached(clock: DayClock, wallMinute: number): Minutes {
  const early = clock.utcMidnight + wallMinute - clock.before
  return early < clock.changesAt ? early : Math.max(clock.changesAt, clock.utcMidnight + wallMinute - clock.after)
}

/** The first minute at or after `from` whose wall clock is a multiple of `step`, never one that shows for the second time. */
export function nextStart(clock: DayClock, from: Minutes, step: number): Minutes {
  const early = roundUp(from - clock.utcMidnight + clock.before, step) + clock.utcMidnight - clock.before
  if (early < clock.changesAt) return early
  const firstNewWall = Math.max(Math.max(from, clock.changesAt) + clock.after, clock.changesAt + clock.before)
  return roundUp(firstNewWall - clock.utcMidnight, step) + clock.utcMidnight - clock.after
}

function roundUp(minutes: number, step: number): number {
  return Math.ceil(minutes / step) * step
}

function clockChange(date: LocalDate, zone: TimeZone): Pick<DayClock, 'before' | 'after' | 'changesAt'> {
  const dayStart = Temporal.PlainDate.from(date).toZonedDateTime(zone)
  const justBefore = dayStart.subtract({ minutes: 1 })
  const change = justBefore.getTimeZoneTransition('next') ?? dayStart
  return { before: offsetMinutes(justBefore), after: offsetMinutes(change), changesAt: change.epochMilliseconds / MS_PER_MINUTE }
}

function offsetMinutes(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 6e10
}
