import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { addDays, MS_PER_MINUTE, toInstant, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import type { Calendar } from './slot-math.ts'
import { conflictsAt, openSlots } from './slot-math.ts'

const chicago = 'America/Chicago'
const springDay = '2026-03-08'
const autumnDay = '2026-11-01'
const candidate = { providerId: 'baker' as ProviderId, durationMinutes: 30, bufferMinutes: 0, operatoryIds: ['op1' as OperatoryId] }
const minutesOf = (instant: string) => Date.parse(instant) / MS_PER_MINUTE
const clockOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

const calendarOf = (zone: string, from: string, to: string): Calendar => ({
  zone: zone as TimeZone,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    providerId: candidate.providerId,
    weekday,
    startsMinute: clockOf(from),
    endsMinute: clockOf(to),
  })),
  busy: [],
  stepMinutes: 30,
  earliest: 0,
  latest: Number.POSITIVE_INFINITY,
  presence: null,
})

/** Open starts of one day as `UTC time = wall-clock time`. */
function startsOn(date: string, calendar: Calendar, durationMinutes = 30): string[] {
  const days = { from: date as LocalDate, to: date as LocalDate }
  return openSlots(calendar, [{ ...candidate, durationMinutes }], days).map(({ start }) => {
    const instant = toInstant(start * MS_PER_MINUTE)
    const { minuteOfDay } = wallClock(instant, calendar.zone)
    return `${instant.slice(11, 16)} = ${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`
  })
}

describe('days on which the clock changes', () => {
  test('in spring a skipped time is never offered', () => {
    expect(startsOn(springDay, calendarOf(chicago, '01:00', '04:00'))).toEqual([
      '07:00 = 1:00',
      '07:30 = 1:30',
      '08:00 = 3:00',
      '08:30 = 3:30',
    ])
  })

  test('in spring a visit over the change has its real duration', () => {
    expect(startsOn(springDay, calendarOf(chicago, '01:00', '04:00'), 90)).toEqual(['07:00 = 1:00', '07:30 = 1:30'])
  })

  test('in spring hours that begin or end at a skipped time begin or end with the change', () => {
    expect(startsOn(springDay, calendarOf(chicago, '02:30', '04:00'))).toEqual(['08:00 = 3:00', '08:30 = 3:30'])
    expect(startsOn(springDay, calendarOf(chicago, '01:00', '02:30'))).toEqual(['07:00 = 1:00', '07:30 = 1:30'])
    expect(startsOn(springDay, calendarOf(chicago, '02:00', '03:00'))).toEqual([])
  })

  test('in autumn a time that comes twice is offered once, as the first', () => {
    expect(startsOn(autumnDay, calendarOf(chicago, '00:30', '02:30'))).toEqual([
      '05:30 = 0:30',
      '06:00 = 1:00',
      '06:30 = 1:30',
      '08:00 = 2:00',
    ])
  })

  test('in autumn a visit over the change has its real duration', () => {
    expect(startsOn(autumnDay, calendarOf(chicago, '01:00', '02:00'), 120)).toEqual(['06:00 = 1:00'])
    expect(startsOn(autumnDay, calendarOf(chicago, '01:00', '01:30'), 60)).toEqual([])
  })

  test('staff may choose the second of a time that comes twice', () => {
    const slot = { operatoryId: candidate.operatoryIds[0]!, start: minutesOf(`${autumnDay}T07:30:00.000Z`) }
    expect(conflictsAt(calendarOf(chicago, '00:30', '02:30'), candidate, slot)).toEqual([])
  })

  test('a part of the day is wall clock on such days too', () => {
    const days = { from: springDay as LocalDate, to: springDay as LocalDate }
    const slots = openSlots(calendarOf(chicago, '01:00', '12:00'), [candidate], days, { fromMinute: 150, toMinute: 240 })
    expect(slots.map(({ start }) => start)).toEqual([minutesOf(`${springDay}T08:00Z`), minutesOf(`${springDay}T08:30Z`)])
  })

  test.each([
    [springDay, '15:00', '14:00'],
    [autumnDay, '14:00', '15:00'],
  ])('nine o’clock stays nine o’clock around %s', (date, before, after) => {
    const calendar = calendarOf(chicago, '09:00', '09:30')
    expect(startsOn(addDays(date as LocalDate, -1), calendar)).toEqual([`${before} = 9:00`])
    expect(startsOn(date, calendar)).toEqual([`${after} = 9:00`])
  })

  test('presence over the change counts real minutes', () => {
    const calendar = { ...calendarOf(chicago, '01:00', '04:00'), presence: { providerIds: [candidate.providerId], minutes: 61 } }
    expect(startsOn(springDay, calendar, 61)).toEqual(['07:00 = 1:00', '07:30 = 1:30'])
    expect(startsOn(springDay, { ...calendar, presence: { ...calendar.presence, minutes: 62 } }, 61)).toEqual([])
  })
})

describe('other zones', () => {
  test.each([springDay, autumnDay])('a practice in Arizona offers every time on %s', (date) => {
    expect(startsOn(date, calendarOf('America/Phoenix', '01:00', '03:00'))).toEqual([
      '08:00 = 1:00',
      '08:30 = 1:30',
      '09:00 = 2:00',
      '09:30 = 2:30',
    ])
  })

  test('a change by half an hour skips or repeats half an hour', () => {
    const lordHowe = calendarOf('Australia/Lord_Howe', '01:00', '03:00')
    expect(startsOn('2026-10-04', lordHowe)).toEqual(['14:30 = 1:00', '15:00 = 1:30', '15:30 = 2:30'])
    expect(startsOn('2026-04-05', lordHowe)).toEqual(['14:00 = 1:00', '14:30 = 1:30', '15:30 = 2:00', '16:00 = 2:30'])
  })

  test('where midnight itself is skipped, the day begins at one', () => {
    expect(startsOn('2026-03-08', calendarOf('America/Havana', '00:00', '02:00'))).toEqual(['05:00 = 1:00', '05:30 = 1:30'])
    expect(startsOn('2026-09-06', calendarOf('America/Santiago', '00:00', '02:00'))).toEqual(['04:00 = 1:00', '04:30 = 1:30'])
  })

  test('where the hour before midnight comes twice, the day is an hour longer', () => {
    const santiago = calendarOf('America/Santiago', '22:30', '24:00')
    expect(startsOn('2026-04-04', santiago)).toEqual(['01:30 = 22:30', '02:00 = 23:00', '02:30 = 23:30'])
    expect(startsOn('2026-04-04', santiago, 90)).toEqual(['01:30 = 22:30', '02:00 = 23:00', '02:30 = 23:30'])
    expect(startsOn('2026-04-05', calendarOf('America/Santiago', '00:00', '01:00'))).toEqual(['04:00 = 0:00', '04:30 = 0:30'])
  })
})
