import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { type Instant, instantAt, type LocalDate, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Month } from '@dentalanswer/shared/domain/usage.ts'

const MOST_MONTHS = 24

/** One month of a practice's own calendar: `from` belongs to it, `until` does not. */
export type MonthSpan = { month: Month; from: Instant; until: Instant }

export function monthAfter(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The months from one to another, both included. Throws `BAD_INPUT` when they are the wrong way round, `RANGE_TOO_LONG` over 24. */
export function monthSpans(from: Month, to: Month, zone: TimeZone): MonthSpan[] {
  if (from > to) throw new DeskError('BAD_INPUT', 'The first month comes after the last one.')
  const spans: MonthSpan[] = []
  for (let month = from; month <= to; month = monthAfter(month)) {
    if (spans.length === MOST_MONTHS) throw new DeskError('RANGE_TOO_LONG', `Ask for at most ${MOST_MONTHS} months.`)
    spans.push({ month, from: startOf(month, zone), until: startOf(monthAfter(month), zone) })
  }
  return spans
}

const startOf = (month: Month, zone: TimeZone): Instant => instantAt(`${month}-01` as LocalDate, 0, zone)
