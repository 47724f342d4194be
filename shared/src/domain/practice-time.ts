import { z } from 'zod'

/** An instant, always UTC with milliseconds, 24 characters: mixed precision would break text order in the store. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'not an instant like 2026-03-03T15:30:00.000Z')
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text, 'no such instant')
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A day of the practice's own calendar, `YYYY-MM-DD`. */
export const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => dateExists(text), 'no such day')
  .brand<'LocalDate'>()
export type LocalDate = z.infer<typeof LocalDate>

/** A wall-clock time of the practice, `HH:mm`; `24:00` is the end of the day. */
export const LocalTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not a time like 14:30')
  .brand<'LocalTime'>()
export type LocalTime = z.infer<typeof LocalTime>

/** An IANA zone this machine knows, such as `America/Chicago`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => zoneExists(zone), 'not an IANA time zone like America/Chicago')
  .brand<'TimeZone'>()
export type TimeZone = z.infer<typeof TimeZone>

export const MS_PER_MINUTE = 60_000
export const MS_PER_DAY = 86_400_000

export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

export function epochMs(instant: Instant): number {
  return Date.parse(instant)
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return toInstant(epochMs(instant) + minutes * MS_PER_MINUTE)
}

/** The wall clock of `zone` at an instant: its day and its minute of that day (0–1439). */
export function wallClock(instant: Instant, zone: TimeZone): { date: LocalDate; minuteOfDay: number } {
  const ms = epochMs(instant)
  const local = new Date(ms + offsetMs(ms, zone))
  return { date: local.toISOString().slice(0, 10) as LocalDate, minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes() }
}

export function localDateOf(instant: Instant, zone: TimeZone): LocalDate {
  return wallClock(instant, zone).date
}

export function localTimeOf(instant: Instant, zone: TimeZone): LocalTime {
  return timeOfMinute(wallClock(instant, zone).minuteOfDay)
}

export function timeOfMinute(minuteOfDay: number): LocalTime {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0')
  return `${hours}:${String(minuteOfDay % 60).padStart(2, '0')}` as LocalTime
}

export function minuteOfTime(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The instant of a wall-clock time. A time that a DST change skips becomes the same distance after the gap; one that
 *  exists twice is the first (Temporal's "compatible" rule). Use `wallTimeExists` where a skipped time must be refused. */
export function instantAt(date: LocalDate, minuteOfDay: number, zone: TimeZone): Instant {
  return toInstant(epochMsAt(date, minuteOfDay, zone))
}

export function epochMsAt(date: LocalDate, minuteOfDay: number, zone: TimeZone): number {
  const day = dayOffsets(date, zone)
  const utc = Date.parse(date) + minuteOfDay * MS_PER_MINUTE
  if (day.start === day.end) return utc - day.start
  const plain = Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes: minuteOfDay })
  return plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

export function wallTimeExists(date: LocalDate, minuteOfDay: number, zone: TimeZone): boolean {
  const there = wallClock(instantAt(date, minuteOfDay, zone), zone)
  return minuteOfDay === 1440 || (there.date === date && there.minuteOfDay === minuteOfDay)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY)
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return new Date(Date.parse(date)).getUTCDay() || 7
}

export function isLocalDate(text: string): text is LocalDate {
  return LocalDate.safeParse(text).success
}

function dateExists(text: string): boolean {
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

function zoneExists(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

function offsetMs(ms: number, zone: TimeZone): number {
  const utcDay = new Date(ms).toISOString().slice(0, 10) as LocalDate
  const day = utcDayOffsets(utcDay, zone)
  if (day.start === day.end) return day.start
  return exactOffset(ms, zone)
}

function exactOffset(ms: number, zone: TimeZone): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
}

type Offsets = { start: number; end: number }
const localDays = new Map<string, Offsets>()
const utcDays = new Map<string, Offsets>()
const KEPT_DAYS = 20_000

/** Offsets just before a local day and at its end. Equal ones mean one offset all day: no zone changes and returns within a day, and
 *  one that skips midnight itself shows in the first. */
function dayOffsets(date: LocalDate, zone: TimeZone): Offsets {
  return remembered(localDays, `${zone}|${date}`, () => {
    const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone)
    const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone)
    return { start: exactOffset(midnight.epochMilliseconds - 1, zone), end: next.offsetNanoseconds / 1e6 }
  })
}

function utcDayOffsets(utcDate: LocalDate, zone: TimeZone): Offsets {
  return remembered(utcDays, `${zone}|${utcDate}`, () => {
    const ms = Date.parse(utcDate)
    return { start: exactOffset(ms, zone), end: exactOffset(ms + MS_PER_DAY, zone) }
  })
}

function remembered(days: Map<string, Offsets>, key: string, find: () => Offsets): Offsets {
  const known = days.get(key)
  if (known) return known
  if (days.size >= KEPT_DAYS) days.clear()
  const found = find()
  days.set(key, found)
  return found
}
