import { describe, expect, test } from 'vitest'
import type { LocalDate, TimeZone } from './practice-time.ts'
import {
  addDays,
  epochMsAt,
  Instant,
  instantAt,
  LocalDate as LocalDateSchema,
  localDateOf,
  TimeZone as TimeZoneSchema,
  wallClock,
  wallTimeExists,
  weekdayOf,
} from './practice-time.ts'

const chicago = 'America/Chicago' as TimeZone
const phoenix = 'America/Phoenix' as TimeZone
const day = (text: string) => text as LocalDate

describe('practice time', () => {
  test('a wall-clock time that DST skips is not there, and reads as the same distance after the gap', () => {
    expect(wallTimeExists(day('2026-03-08'), 150, chicago)).toBe(false)
    expect(instantAt(day('2026-03-08'), 150, chicago)).toBe('2026-03-08T08:30:00.000Z')
    expect(wallTimeExists(day('2026-03-08'), 119, chicago)).toBe(true)
    expect(wallTimeExists(day('2026-03-08'), 180, chicago)).toBe(true)
  })

  test('a wall-clock time that exists twice is the first', () => {
    expect(instantAt(day('2026-11-01'), 90, chicago)).toBe('2026-11-01T06:30:00.000Z')
    expect(wallTimeExists(day('2026-11-01'), 90, chicago)).toBe(true)
  })

  test('a practice without DST keeps its offset all year', () => {
    for (const date of ['2026-03-08', '2026-07-01', '2026-11-01']) {
      expect(instantAt(day(date), 540, phoenix)).toBe(`${date}T16:00:00.000Z`)
      expect(wallTimeExists(day(date), 150, phoenix)).toBe(true)
    }
  })

  test('the fast path agrees with Temporal at every half hour around both switches and in odd zones', () => {
    for (const zone of [
      'America/Chicago',
      'America/Phoenix',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/St_Johns',
      'Pacific/Apia',
      'America/Havana',
    ]) {
      for (const start of ['2026-03-06', '2026-03-07', '2026-04-03', '2026-10-02', '2026-10-30']) {
        for (let step = 0; step < 4 * 48; step++) {
          const date = addDays(day(start), Math.floor(step / 48))
          const minute = (step % 48) * 30
          const plain = Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes: minute })
          const expected = plain.toZonedDateTime(zone, { disambiguation: 'compatible' })
          expect(epochMsAt(date, minute, zone as TimeZone)).toBe(expected.epochMilliseconds)
          const instant = instantAt(date, minute, zone as TimeZone)
          const clock = wallClock(instant, zone as TimeZone)
          expect(clock).toEqual({ date: expected.toPlainDate().toString(), minuteOfDay: expected.hour * 60 + expected.minute })
        }
      }
    }
  })

  test('days', () => {
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01')
    expect(weekdayOf(day('2026-03-01'))).toBe(7)
    expect(localDateOf('2026-03-01T05:59:00.000Z' as Instant, chicago)).toBe('2026-02-28')
  })

  test('what is not a day, an instant or a zone is refused', () => {
    for (const text of ['2026-02-30', '2026-13-01', '26-01-01', '']) expect(LocalDateSchema.safeParse(text).success).toBe(false)
    for (const text of ['2026-01-01T00:00:00Z', '2026-01-01', '2026-02-30T00:00:00.000Z'])
      expect([text, Instant.safeParse(text).success]).toEqual([text, false])
    for (const text of ['Chicago', '+05:00', 'America/Nowhere']) expect(TimeZoneSchema.safeParse(text).success).toBe(false)
    expect(TimeZoneSchema.safeParse('America/Chicago').success).toBe(true)
  })
})
