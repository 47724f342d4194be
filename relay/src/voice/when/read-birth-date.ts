import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { dayOf, yearOf } from './calendar-days.ts'
import { readYearNumber } from './read-month.ts'
import type { Token } from './spoken-tokens.ts'
import { TokenReader } from './token-reader.ts'

const OLDEST_YEARS = 120

/** The birth date in what was said, month before day as in the US; `null` when it is impossible, to come, over 120 years ago,
 *  or has no year. */
export function readBirthDate(tokens: readonly Token[], today: LocalDate): LocalDate | null {
  const reader = new TokenReader(tokens.filter((token) => !isNoise(token)))
  for (; !reader.isDone; reader.at++) {
    for (const form of [readWritten, readNamedMonth, readYearFirst, readDigits, readNumbers]) {
      const read = reader.attempt(form)
      if (read) return inLifetime(read, today)
    }
  }
  return null
}

type BirthYear = { year: number; isShortYear: boolean }
type BirthDate = BirthYear & { month: number; day: number }

function isNoise(token: Token): boolean {
  return token.kind === 'word' && [',', 'the', 'of', 'el', 'to', 'on', 'in', 'day'].includes(token.word)
}

function inLifetime({ year, month, day, isShortYear }: BirthDate, today: LocalDate): LocalDate | null {
  const thisYear = yearOf(today)
  const oldest = dayOf(thisYear - OLDEST_YEARS, Number(today.slice(5, 7)), Math.min(28, Number(today.slice(8))))
  const date = isShortYear ? latestBefore(year, month, day, today) : dayOf(year, month, day)
  return date && date <= today && (oldest === null || date >= oldest) ? date : null
}

/** Two digits are the latest such year that is not in the future. */
function latestBefore(year: number, month: number, day: number, today: LocalDate): LocalDate | null {
  const century = yearOf(today) - (yearOf(today) % 100)
  const recent = dayOf(century + year, month, day)
  return recent && recent <= today ? recent : dayOf(century - 100 + year, month, day)
}

/** "1984-07-09", "7/9/84", "7/9 1984". */
function readWritten(reader: TokenReader): BirthDate | null {
  const token = reader.peek()
  if (token?.kind === 'date') return token
  if (token?.kind !== 'monthDay') return null
  reader.at++
  return withYear(reader, token.month, token.day)
}

/** "July 9th 1984", "9 July 84", "nine July nineteen eighty four", "9 de julio de 1984". */
function readNamedMonth(reader: TokenReader): BirthDate | null {
  const dayFirst = reader.month() === undefined ? readDayNumber(reader) : null
  const month = reader.month()
  if (month === undefined) return null
  reader.at++
  const day = dayFirst ?? readDayNumber(reader)
  return day ? withYear(reader, month, day) : null
}

/** "1984 07 09", "nineteen eighty four July nine". */
function readYearFirst(reader: TokenReader): BirthDate | null {
  const year = readYearNumber(reader)
  const named = year === null ? undefined : reader.month()
  if (named !== undefined) reader.at++
  const month = named ?? (year === null ? null : readDayNumber(reader))
  const day = month && readDayNumber(reader)
  return year !== null && month && day ? { year, month, day, isShortYear: false } : null
}

/** "07091984", "070984", "0709 1984", and the same said digit by digit. */
function readDigits(reader: TokenReader): BirthDate | null {
  const first = reader.numberToken()
  if (first && first.digits >= 4 && first.digits !== 5) {
    reader.at++
    if (first.digits === 4) return withYear(reader, Math.floor(first.value / 100), first.value % 100)
    return split(String(first.value).padStart(first.digits, '0'))
  }
  let spoken = ''
  for (let next = reader.numberToken(); next && !next.ordinal && next.value < 10 && next.digits < 2; next = reader.numberToken()) {
    spoken += next.value
    reader.at++
  }
  return reader.numberToken() ? null : split(spoken)
}

function split(digits: string): BirthDate | null {
  if (digits.length !== 6 && digits.length !== 8) return null
  const [month, day, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number) as [number, number, number]
  return { year, month, day, isShortYear: digits.length === 6 }
}

/** "7 9 84", "seven nine nineteen eighty four", "oh seven oh nine eighty four". */
function readNumbers(reader: TokenReader): BirthDate | null {
  const month = readDayNumber(reader)
  const day = month && readDayNumber(reader)
  return month && day ? withYear(reader, month, day) : null
}

function withYear(reader: TokenReader, month: number, day: number): BirthDate | null {
  const year = readYear(reader)
  return year && { ...year, month, day }
}

function readDayNumber(reader: TokenReader): number | null {
  if (reader.word() === 'oh' || reader.numberToken()?.value === 0) reader.at++
  const number = reader.numberToken()
  if (!number || number.digits > 2) return null
  reader.at++
  return number.value
}

/** "1984", "nineteen eighty four", "84", "oh four"; a lone "4" is no year. */
function readYear(reader: TokenReader): BirthYear | null {
  const year = readYearNumber(reader)
  if (year !== null) return { year, isShortYear: false }
  const isZero = reader.word() === 'oh' || reader.numberToken()?.value === 0
  if (isZero && reader.numberToken()?.digits !== 2) reader.at++
  const number = reader.numberToken()
  if (!number || number.ordinal || number.digits > 2 || number.value > 99) return null
  if (number.value < 10 && number.digits < 2 && !isZero) return null
  reader.at++
  return { year: number.value, isShortYear: true }
}
