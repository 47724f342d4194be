import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { DayAxis } from './day-axis.ts'
import type { Span } from './lanes.ts'
import { workSpans } from './work-spans.ts'

const HOUR = 60
const UNKNOWN_DAY: Span = { from: 8 * HOUR, to: 17 * HOUR }

/** From the first hour to the last that anything of the day needs: working hours, visits, openings. Whole hours. */
export function boardSpan(setup: Setup, axis: DayAxis, things: readonly Span[]): Span {
  const work = setup.providers.filter((one) => one.active).flatMap((one) => workSpans(setup, one.id, axis))
  const all = work.length + things.length > 0 ? [...work, ...things] : [UNKNOWN_DAY]
  const from = Math.min(...all.map((one) => one.from))
  const to = Math.max(...all.map((one) => one.to))
  return { from: Math.max(0, Math.floor(from / HOUR) * HOUR), to: Math.min(axis.minutes, Math.ceil(to / HOUR) * HOUR) }
}

const FEWEST_MINUTES = 10

/** The length of the shortest visit, which decides how tall a minute must be for its name to be read. */
export function shortestOf(things: readonly Span[]): number {
  return Math.max(FEWEST_MINUTES, Math.min(HOUR, ...things.map((one) => one.to - one.from)))
}
