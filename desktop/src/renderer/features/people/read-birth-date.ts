import { Day } from '@dentalanswer/shared/contract/times.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'

const MONTH_FIRST = new Set(['US', 'CA', 'PH'])
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const COMPACT = /^(\d{2})(\d{2})(\d{4})$/

/** A birth date as people type it: `4/12/1988`, `4-12-88`, `04121988`, `1988-04-12`. Day and month stand as in the practice's country; two
 *  digits of a year are the latest year that is not after `today`. Null for anything that is no past day. */
export function readBirthDate(typed: string, country: string, today: LocalDate): LocalDate | null {
  const text = typed.trim()
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return dayOf(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!, today)
  const yearLast = YEAR_LAST.exec(text) ?? COMPACT.exec(text)
  if (!yearLast) return null
  const [, first, second, last] = yearLast as unknown as [string, string, string, string]
  const [month, day] = MONTH_FIRST.has(country) ? [first, second] : [second, first]
  return dayOf(last.length === 4 ? last : centuryOf(last, today), month, day, today)
}

function centuryOf(year: string, today: LocalDate): string {
  return `20${year}` > today.slice(0, 4) ? `19${year}` : `20${year}`
}

function dayOf(year: string, month: string, day: string, today: LocalDate): LocalDate | null {
  const read = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.success && read.data <= today ? read.data : null
}

/** A birth date the way it is typed: "4/12/1988", or day first where people write it so. */
export function writeBirthDate(date: LocalDate | null, country: string): string {
  if (!date) return ''
  const [year, month, day] = date.split('-').map(Number)
  return MONTH_FIRST.has(country) ? `${month}/${day}/${year}` : `${day}/${month}/${year}`
}
