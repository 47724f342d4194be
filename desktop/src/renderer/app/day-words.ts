import { addDays, daysBetween, isLocalDate, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
/** A day this long ago is still the one meant; an older one is next year's. */
const STILL_THIS_YEAR_DAYS = 120

/** The day somebody typed: "today", "tue", "mar 12", "12 march 2027", "3/12", "2026-03-12", "+3", "in 2 weeks". A weekday is the next one,
 *  today included. `isMonthFirst`: 3/12 is March 12. Null for anything else. */
export function readDayWords(typed: string, today: LocalDate, isMonthFirst: boolean): LocalDate | null {
  const text = typed.trim().toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ')
  const near = { today: 0, tomorrow: 1, tmrw: 1, yesterday: -1 }[text]
  if (near !== undefined) return addDays(today, near)
  return relative(text, today) ?? weekday(text, today) ?? exact(text) ?? numbers(text, today, isMonthFirst) ?? named(text, today)
}

function relative(text: string, today: LocalDate): LocalDate | null {
  const [, sign, days] = /^([+-])(\d{1,3})$/.exec(text) ?? []
  if (days) return addDays(today, (sign === '-' ? -1 : 1) * Number(days))
  const [, count, unit] = /^in (\d{1,2}) (day|week|month)s?$/.exec(text) ?? []
  if (!count) return null
  return unit === 'month' ? monthsLater(today, Number(count)) : addDays(today, Number(count) * (unit === 'week' ? 7 : 1))
}

function monthsLater(today: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10) as LocalDate
}

function weekday(text: string, today: LocalDate): LocalDate | null {
  const index = text.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(text))
  if (index < 0) return null
  return addDays(today, (index + 1 - weekdayOf(today) + 7) % 7)
}

const exact = (text: string): LocalDate | null => (isLocalDate(text) ? text : null)

function numbers(text: string, today: LocalDate, isMonthFirst: boolean): LocalDate | null {
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?$/.exec(text) ?? []
  if (!first || !second) return null
  return dayOf(Number(isMonthFirst ? first : second), Number(isMonthFirst ? second : first), year, today)
}

function named(text: string, today: LocalDate): LocalDate | null {
  const [, before, word, after, year] = /^(?:(\d{1,2}) )?([a-z]{3,9})(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/.exec(text) ?? []
  const month = word ? MONTHS.findIndex((name) => name.startsWith(word)) + 1 : 0
  const day = Number(before ?? after)
  if (month === 0 || !day || (before && after)) return null
  return dayOf(month, day, year, today)
}

function dayOf(month: number, day: number, year: string | undefined, today: LocalDate): LocalDate | null {
  const on = (fullYear: number) => {
    const text = `${fullYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return isLocalDate(text) ? text : null
  }
  if (year) return on(Number(year.length === 2 ? `20${year}` : year))
  const thisYear = Number(today.slice(0, 4))
  const near = on(thisYear)
  return near && daysBetween(near, today) > STILL_THIS_YEAR_DAYS ? on(thisYear + 1) : near
}
