import type { ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { instantAt, minuteOfTime, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { type DayAxis, minuteOn } from './day-axis.ts'
import type { Span } from './lanes.ts'

/** When a provider works on that day, in minutes of the board, earliest first. Two shifts that touch are one. */
export function workSpans(setup: Pick<Setup, 'hours'>, providerId: ProviderId | string, axis: DayAxis): Span[] {
  const shifts = setup.hours.find((one) => one.providerId === providerId)?.shifts ?? []
  const weekday = weekdayOf(axis.day)
  return merged(
    shifts
      .filter((shift) => shift.weekday === weekday)
      .map((shift) => ({
        from: minuteOn(axis, instantAt(axis.day, minuteOfTime(shift.startsAt), axis.zone)),
        to: minuteOn(axis, instantAt(axis.day, minuteOfTime(shift.endsAt), axis.zone)),
      })),
  )
}

/** The same minutes as fewest spans, in order. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else if (from < to) out.push({ from, to })
  }
  return out
}

export type Shade = Span & { label: string | null }

/** The parts of `whole` that `work` leaves out. A gap between two shifts is lunch. */
export function offHours(work: readonly Span[], whole: Span): Shade[] {
  const shades: Shade[] = []
  let from = whole.from
  for (const [position, span] of work.entries()) {
    if (span.from > from) shades.push({ from, to: Math.min(span.from, whole.to), label: position === 0 ? null : 'Lunch' })
    from = Math.max(from, span.to)
  }
  if (from < whole.to) shades.push({ from, to: whole.to, label: null })
  return shades.filter((shade) => shade.from < shade.to)
}
