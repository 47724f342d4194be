import type { Word } from './words.ts'

/** How a day or time in the reply fits the visit asked about: the same, another one, or not to be told ("tomorrow"). */
export type Fit = 'same' | 'other' | 'open'

/** The visit's own day and minute of the day, on the practice's clock. */
export type Visit = { weekday: number; month: number; day: number; minute: number }

/** A day or time of `length` words; `isClock` if it names no day. */
export type Found = { fit: Fit; length: number; isClock?: boolean }

/** Reads `2026-03-03T14:30`, with or without a weekday after it. */
export function visitAt(appointment: string | undefined): Visit | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/
    .exec(appointment ?? '')
    ?.slice(1)
    .map(Number)
  if (!parts) return undefined
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number]
  return { weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), month: month - 1, day, minute: hour * 60 + minute }
}

export function fits(visit: Visit | undefined, test: (visit: Visit) => boolean): Fit {
  if (!visit) return 'open'
  return test(visit) ? 'same' : 'other'
}

export const textAt = (words: Word[], at: number): string => words[at]?.text ?? ''

/** Words of each row mapped to the row's number. */
export const index = (...rows: string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, at) => row.split(' ').map((word) => [word, at] as const)))
