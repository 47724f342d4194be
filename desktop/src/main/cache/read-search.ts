import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { isLocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

/** What somebody typed to find a person. A run of eight digits can be a number or a day. */
export type Sought = { words: string[]; digits: string | null; birthDates: LocalDate[] }

const MOST_WORDS = 6
const FEWEST_DIGITS = 3
const DATE = /(?<!\d)(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2}))(?!\d)/
const COMPACT = /^(\d{2})(\d{2})(\d{4})$/
const MONTH_FIRST = new Set(['US', 'CA', 'PH'])

/** Reads a search: folded words in any order, part of a phone number, a birth date (`4/12/1988`, `12.4.88`, `1988-04-12`, `04121988`).
 *  Which of day and month comes first follows the practice's country. */
export function readSearch(text: string, country: string): Sought {
  const written = DATE.exec(text)
  const rest = written ? text.replace(written[0], ' ') : text
  const parts = fold(rest.replace(/[()+.-]/g, ' '))
    .split(' ')
    .filter(Boolean)
  const numbers = parts.filter((part) => /^\d+$/.test(part))
  const digits = numbers.join('')
  const words = parts.filter((part) => !/^\d+$/.test(part)).slice(0, MOST_WORDS)
  return {
    words,
    digits: digits.length >= FEWEST_DIGITS ? digits : null,
    birthDates: written ? writtenDates(written, country) : compactDates(digits, country),
  }
}

function writtenDates([, year, month, day, first, second, last]: RegExpExecArray, country: string): LocalDate[] {
  if (year) return existing([[year, month!, day!]])
  // Two digits of a year can mean either century.
  const years = last!.length === 4 ? [last!] : [`19${last}`, `20${last}`]
  return years.flatMap((one) => dayAndMonth(one, first!, second!, country))
}

function compactDates(digits: string, country: string): LocalDate[] {
  const compact = COMPACT.exec(digits)
  if (!compact) return []
  const backwards = existing([[digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]]).filter(
    (date) => date >= '1900-01-01' && date < '2100-01-01',
  )
  return [...dayAndMonth(compact[3]!, compact[1]!, compact[2]!, country), ...backwards]
}

function dayAndMonth(year: string, first: string, second: string, country: string): LocalDate[] {
  const usual = MONTH_FIRST.has(country) ? existing([[year, first, second]]) : existing([[year, second, first]])
  if (usual.length > 0) return usual
  return existing([
    [year, first, second],
    [year, second, first],
  ])
}

function existing(dates: [string, string, string][]): LocalDate[] {
  return dates.map(([year, month, day]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).filter(isLocalDate)
}
