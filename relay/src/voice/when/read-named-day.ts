import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { dayOf, monthSpan } from './calendar-days.ts'
import { isCounted, isHourMark } from './counted-words.ts'
import { type DaySaid, IMPOSSIBLE } from './day-said.ts'
import { readYear } from './read-month.ts'
import { readNumberedDay } from './read-numbered-day.ts'
import { readWeekday } from './read-weekday.ts'
import type { TokenReader } from './token-reader.ts'

/** Reads a day that is named outright: "2026-03-03", "tomorrow", "March third", "3/3", "next Wednesday", "the 31st". */
export function readNamedDay(reader: TokenReader, today: LocalDate): DaySaid | null {
  for (const read of [readWritten, readDayWord, readMonthDate, readWeekday, readNumberedDay]) {
    const said = reader.attempt((r) => read(r, today))
    if (said) return said
  }
  return null
}

function readWritten(reader: TokenReader): DaySaid | null {
  const token = reader.peek()
  if (token?.kind !== 'date' && token?.kind !== 'yearMonth' && token?.kind !== 'monthDay') return null
  reader.at++
  if (token.kind === 'monthDay') return monthDay(token.month, token.day)
  if (token.kind === 'date') return fixedDay(token.isShortYear ? 2000 + token.year : token.year, token.month, token.day)
  const span = monthSpan(token.year, token.month)
  return span ? { kind: 'span', ...span } : IMPOSSIBLE
}

const DAY_WORDS = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['overmorrow', 2],
])

function readDayWord(reader: TokenReader, today: LocalDate): DaySaid | null {
  const days = DAY_WORDS.get(reader.word())
  if (days === undefined) return null
  reader.at++
  return { kind: 'date', date: addDays(today, days) }
}

/** "March 3", "March the third, 2026", "3 March", "3rd of March next year", "3 de marzo". */
function readMonthDate(reader: TokenReader, today: LocalDate): DaySaid | null {
  reader.skip('the', 'el')
  const read = reader.month() === undefined ? readDayThenMonth(reader) : readMonthThenDay(reader)
  if (!read) return null
  const year = readYear(reader, today)
  return year === null ? monthDay(read.month, read.day) : fixedDay(year, read.month, read.day)
}

function readMonthThenDay(reader: TokenReader) {
  const month = reader.month() as number
  reader.at++
  reader.skip('the')
  const day = reader.numberToken()
  if (!day || day.digits > 2 || isCounted(reader, 1) || isHourMark(reader, 1) || looksLikeYear(reader)) return null
  reader.at++
  return { month, day: day.value }
}

/** "March twenty twenty six" is a month of a year. */
function looksLikeYear(reader: TokenReader): boolean {
  const [century, rest] = [reader.numberToken(), reader.numberToken(1)]
  return century?.digits === 0 && !century.ordinal && century.value === 20 && rest?.digits === 0 && rest.value > 20 && rest.value < 60
}

function readDayThenMonth(reader: TokenReader) {
  const day = reader.numberToken()
  if (!day || day.digits > 2) return null
  const gap = reader.word(1) === 'of' ? 2 : 1
  const month = reader.month(gap)
  // In "at 3 March 5" the 3 is an hour.
  const isHour = !day.ordinal && gap === 1 && (reader.numberToken(2)?.value ?? 99) <= 31 && !isHourMark(reader, 3)
  if (month === undefined || isHour) return null
  reader.at += gap + 1
  return { month, day: day.value }
}

function monthDay(month: number, day: number): DaySaid {
  // 2028 has a February 29; whether the coming year does is seen when the day is placed.
  return dayOf(2028, month, day) ? { kind: 'monthDay', month, day } : IMPOSSIBLE
}

function fixedDay(year: number, month: number, day: number): DaySaid {
  const date = dayOf(year, month, day)
  return date ? { kind: 'date', date } : IMPOSSIBLE
}
