import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Month } from '@dentalanswer/shared/domain/usage.ts'

export const monthOf = (day: LocalDate): Month => day.slice(0, 7)

/** The month that many before or after: `addMonths('2026-01', -1)` is "2025-12". */
export function addMonths(month: Month, count: number): Month {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The last `count` months up to this one, newest first. */
export const lastMonths = (present: Month, count: number): Month[] => Array.from({ length: count }, (_, back) => addMonths(present, -back))

const long = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** "November 2026" */
export const monthWords = (month: Month): string => long.format(Date.parse(`${month}-01`))
