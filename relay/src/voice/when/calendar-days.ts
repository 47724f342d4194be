import { addDays, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'

export type DaySpan = { from: LocalDate; to: LocalDate }

/** The day, or `null` when the calendar has none (February 30) or the year is not one a caller can mean (1900–2199). */
export function dayOf(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

function monthOfDate(date: LocalDate): number {
  return Number(date.slice(5, 7))
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8, 10))
}

/** The month `count` months from the one of `date`. */
export function monthFrom(date: LocalDate, count: number): { year: number; month: number } {
  const index = yearOf(date) * 12 + monthOfDate(date) - 1 + count
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** The same day of the month `count` months on, or the last one when that month is shorter. */
export function addMonths(date: LocalDate, count: number): LocalDate | null {
  const { year, month } = monthFrom(date, count)
  return dayOf(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)))
}

export function monthSpan(year: number, month: number): DaySpan | null {
  const from = dayOf(year, month, 1)
  const to = dayOf(year, month, daysInMonth(year, month))
  return from && to && { from, to }
}

/** The first such day on or after `base`: this year's or next year's. */
export function nextMonthDay(month: number, day: number, base: LocalDate): LocalDate | null {
  const year = yearOf(base)
  const coming = dayOf(year, month, day)
  return coming && coming >= base ? coming : dayOf(year + 1, month, day)
}

/** The first day on or after `base` with that number; months too short for it are passed over. */
export function nextDayOfMonth(day: number, base: LocalDate): LocalDate | null {
  for (let ahead = 0; ahead < 4; ahead++) {
    const { year, month } = monthFrom(base, ahead)
    const date = dayOf(year, month, day)
    if (date && date >= base) return date
  }
  return null
}

export function comingWeekday(weekday: number, base: LocalDate): LocalDate {
  return addDays(base, (weekday - weekdayOf(base) + 7) % 7)
}

/** The Monday of the week of `date`; weeks start on Monday. */
export function weekStart(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

export function weekSpan(date: LocalDate, weeksOn = 0): DaySpan {
  const from = addDays(weekStart(date), weeksOn * 7)
  return { from, to: addDays(from, 6) }
}
