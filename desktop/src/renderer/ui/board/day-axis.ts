import {
  addDays,
  epochMs,
  epochMsAt,
  type Instant,
  type LocalDate,
  MS_PER_MINUTE,
  type TimeZone,
  toInstant,
  wallClock,
} from '@dentalanswer/shared/domain/practice-time.ts'

/** One practice day as minutes elapsed since its midnight: 1380, 1440 or 1500 of them, so that an hour which the clock shows twice is two
 *  hours of the board and one it skips is none. */
export type DayAxis = { day: LocalDate; zone: TimeZone; startMs: number; minutes: number }
export type Tick = { minute: number; label: string }

export function dayAxis(day: LocalDate, zone: TimeZone): DayAxis {
  const startMs = epochMsAt(day, 0, zone)
  return { day, zone, startMs, minutes: (epochMsAt(addDays(day, 1), 0, zone) - startMs) / MS_PER_MINUTE }
}

/** Minutes since the day's midnight; negative before it, above `minutes` after the day. */
export const minuteOn = (axis: DayAxis, at: Instant): number => (epochMs(at) - axis.startMs) / MS_PER_MINUTE
export const instantOn = (axis: DayAxis, minute: number): Instant => toInstant(axis.startMs + minute * MS_PER_MINUTE)

const HALF_HOUR = 30

/** The full hours of the wall clock between two minutes. An hour that is there twice says which it is. */
export function hourTicks(axis: DayAxis, from: number, to: number, locale: string): Tick[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: axis.zone, hour: 'numeric' })
  const seen = new Map<number, Tick>()
  const ticks: Tick[] = []
  for (let minute = 0; minute <= axis.minutes; minute += HALF_HOUR) {
    const wall = wallClock(instantOn(axis, minute), axis.zone)
    if (wall.minuteOfDay % 60 !== 0) continue
    const tick = { minute, label: hourLabel(format, axis.startMs + minute * MS_PER_MINUTE) }
    const first = wall.date === axis.day ? seen.get(wall.minuteOfDay) : undefined
    if (first) {
      first.label = `${first.label} first`
      tick.label = `${tick.label} again`
    } else if (wall.date === axis.day) seen.set(wall.minuteOfDay, tick)
    ticks.push(tick)
  }
  return ticks.filter((tick) => tick.minute >= from && tick.minute <= to)
}

function hourLabel(format: Intl.DateTimeFormat, ms: number): string {
  return format.formatToParts(ms).find((part) => part.type === 'hour')?.value ?? ''
}
