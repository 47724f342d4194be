import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { type DaySpan, monthFrom, monthSpan, yearOf } from './calendar-days.ts'
import type { TokenReader } from './token-reader.ts'

/** A month that was named. `isOpen` means no year or "next" was said, so a part of it already past means the one after. */
export type MonthSaid = DaySpan & { isOpen: boolean; isNamed: boolean; year: number; month: number }

/** "March", "March 2027", "next month", "this month", "the month". A named month already over is next year's. */
export function readMonth(reader: TokenReader, today: LocalDate): MonthSaid | null {
  return reader.attempt(() => {
    reader.skip('the', 'el')
    const step = readStep(reader)
    const month = reader.month()
    if (month !== undefined) {
      reader.at++
      return namedMonth(month, readYear(reader, today), today)
    }
    if (!reader.take('month')) return null
    const later = reader.take('next') ? 1 : (step ?? 0)
    const { year, month: number } = monthFrom(today, later)
    return monthSaid(year, number, step === null && later === 0, false)
  })
}

export function readStep(reader: TokenReader): number | null {
  if (reader.take('next', 'following')) return 1
  if (reader.take('last')) return -1
  return reader.take('this', 'coming') ? 0 : null
}

function namedMonth(month: number, yearSaid: number | null, today: LocalDate): MonthSaid | null {
  if (yearSaid !== null) return monthSaid(yearSaid, month, false, true)
  const thisYear = monthSpan(yearOf(today), month)
  return monthSaid(yearOf(today) + (thisYear && thisYear.to < today ? 1 : 0), month, true, true)
}

function monthSaid(year: number, month: number, isOpen: boolean, isNamed: boolean): MonthSaid | null {
  const span = monthSpan(year, month)
  return span && { ...span, isOpen, isNamed, year, month }
}

/** The month after, or for a month that was named the same one a year later. */
export function followingMonth({ year, month, isNamed }: MonthSaid): MonthSaid | null {
  if (isNamed) return monthSaid(year + 1, month, false, true)
  return month === 12 ? monthSaid(year + 1, 1, false, false) : monthSaid(year, month + 1, false, false)
}

/** "2026", "twenty twenty six", "two thousand twenty six", "next year"; `null`, and nothing taken, without a year. */
export function readYear(reader: TokenReader, today: LocalDate): number | null {
  return reader.attempt(() => {
    reader.skip(',', 'of')
    if (reader.take('next')) return reader.take('year') ? yearOf(today) + 1 : null
    if (reader.take('this')) return reader.take('year') ? yearOf(today) : null
    return readYearNumber(reader)
  })
}

/** A year of 1900–2199 in digits or words, English or Spanish; `null` when there is none. */
export function readYearNumber(reader: TokenReader): number | null {
  return reader.attempt(() => {
    const first = reader.numberToken()
    if (reader.word() === 'thousand') {
      reader.at++
      return reader.take('novecientos') ? 1900 + (readEnding(reader) ?? 0) : null
    }
    if (!first || first.ordinal) return null
    reader.at++
    if (first.digits === 4) return first.value >= 1900 && first.value <= 2199 ? first.value : null
    if (first.value === 2 && reader.take('thousand')) return 2000 + (readEnding(reader) ?? 0)
    if (first.digits || first.value < 19 || first.value > 21) return null
    if (reader.take('hundred')) return first.value * 100 + (readEnding(reader) ?? 0)
    const ending = reader.take('oh', 'or') ? readEnding(reader, 1) : readEnding(reader, 10)
    return ending === null ? null : first.value * 100 + ending
  })
}

function readEnding(reader: TokenReader, least = 1): number | null {
  return reader.attempt(() => {
    reader.skip('and', 'y')
    const ending = reader.numberToken()
    if (!ending || ending.ordinal || ending.value < least || ending.value > 99) return null
    reader.at++
    return ending.value
  })
}
