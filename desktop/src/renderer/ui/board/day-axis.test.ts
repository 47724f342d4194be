import type { Instant, LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { dayAxis, hourTicks, instantOn, minuteOn } from './day-axis.ts'

const chicago = 'America/Chicago' as TimeZone
const day = (text: string) => text as LocalDate
const at = (text: string) => text as Instant
const labels = (date: string, from: number, to: number, locale = 'en-US') =>
  hourTicks(dayAxis(day(date), chicago), from, to, locale).map((tick) => [tick.minute, tick.label])

describe('a plain day', () => {
  const axis = dayAxis(day('2026-03-03'), chicago)

  test('has 24 hours and counts from its own midnight', () => {
    expect(axis.minutes).toBe(1440)
    expect(minuteOn(axis, at('2026-03-03T20:30:00.000Z'))).toBe(14 * 60 + 30)
    expect(instantOn(axis, 14 * 60 + 30)).toBe('2026-03-03T20:30:00.000Z')
  })

  test('its hours are labelled as the country writes them', () => {
    expect(labels('2026-03-03', 660, 840)).toEqual([
      [660, '11'],
      [720, '12'],
      [780, '1'],
      [840, '2'],
    ])
    expect(labels('2026-03-03', 780, 840, 'de-DE')).toEqual([
      [780, '13'],
      [840, '14'],
    ])
  })
})

describe('the day the clock goes forward', () => {
  test('has 23 hours and no 2 o’clock', () => {
    expect(dayAxis(day('2026-03-08'), chicago).minutes).toBe(1380)
    expect(labels('2026-03-08', 0, 240)).toEqual([
      [0, '12'],
      [60, '1'],
      [120, '3'],
      [180, '4'],
      [240, '5'],
    ])
  })

  test('a visit at 9:00 stands at its 9, an elapsed hour sooner', () => {
    const axis = dayAxis(day('2026-03-08'), chicago)
    expect(minuteOn(axis, at('2026-03-08T14:00:00.000Z'))).toBe(8 * 60)
    expect(hourTicks(axis, 480, 480, 'en-US')).toEqual([{ minute: 480, label: '9' }])
  })
})

describe('the day the clock goes back', () => {
  test('has 25 hours and says which 1 o’clock is which', () => {
    expect(dayAxis(day('2026-11-01'), chicago).minutes).toBe(1500)
    expect(labels('2026-11-01', 0, 180)).toEqual([
      [0, '12'],
      [60, '1 first'],
      [120, '1 again'],
      [180, '2'],
    ])
  })

  test('two visits at 1:30 stand an hour apart', () => {
    const axis = dayAxis(day('2026-11-01'), chicago)
    expect(minuteOn(axis, at('2026-11-01T06:30:00.000Z'))).toBe(90)
    expect(minuteOn(axis, at('2026-11-01T07:30:00.000Z'))).toBe(150)
  })
})
