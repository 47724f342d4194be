import { type Clock, type HalfOfDay, minuteOfClock } from './read-clock.ts'

/** A part of the day: starts from `fromMinute` up to but not at `toMinute`. */
export type TimeWindow = { fromMinute: number; toMinute: number }

export type TimeLimit = 'after' | 'before' | 'around'
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'lunchtime'
export type PartEdge = 'early' | 'mid' | 'late'

/** A time as it was said, before the other words for time are known: "in the evening" tells what "after 7" means. */
export type TimeSaid =
  | { kind: 'at'; clock: Clock }
  | { kind: 'limit'; limit: TimeLimit; clock: Clock }
  | { kind: 'range'; from: Clock; to: Clock }
  | { kind: 'part'; part: DayPart; edge: PartEdge | null; negated: boolean }
  | { kind: 'edge'; edge: PartEdge }
  | { kind: 'impossible' }

export const DAY_END = 1440
const AROUND_MINUTES = 60

const PARTS: Record<DayPart, Record<PartEdge | 'whole', [number, number]>> = {
  morning: { whole: [0, 720], early: [0, 600], mid: [540, 660], late: [600, 720] },
  afternoon: { whole: [720, 1020], early: [720, 900], mid: [840, 960], late: [900, 1080] },
  evening: { whole: [1020, DAY_END], early: [1020, 1140], mid: [1080, 1200], late: [1140, DAY_END] },
  lunchtime: { whole: [690, 810], early: [690, 750], mid: [720, 780], late: [750, 810] },
}

export function partWindow(part: DayPart, edge: PartEdge | null): TimeWindow {
  const [fromMinute, toMinute] = PARTS[part][edge ?? 'whole']
  return { fromMinute, toMinute }
}

/** "early" or "late" with no part of the day beside it: before ten, or three to six. */
export function edgeWindow(edge: PartEdge): TimeWindow {
  return edge === 'late' ? partWindow('afternoon', 'late') : partWindow('morning', edge)
}

/** The window of a limit. Mornings do not turn "until 2" into the night, and evenings only turn 7–11 into pm. */
export function limitWindow(limit: TimeLimit, clock: Clock, hint: HalfOfDay | null): TimeWindow {
  const fits = hint === 'am' ? clock.hour >= 6 : true
  const minute = minuteOfClock(clock, fits ? hint : null)
  if (limit === 'after') return { fromMinute: minute, toMinute: DAY_END }
  if (limit === 'before') return { fromMinute: 0, toMinute: minute }
  return { fromMinute: Math.max(0, minute - AROUND_MINUTES), toMinute: Math.min(DAY_END, minute + AROUND_MINUTES) }
}

/** "between 10 and 2 pm" starts in the morning, "between 8 and 9 pm" in the evening: the later half is used when it still
 *  comes before the end. `null` when the end does not come after the start. */
export function rangeWindow(from: Clock, to: Clock, hint: HalfOfDay | null): TimeWindow | null {
  let toMinute = minuteOfClock(to, hint)
  const inherited = minuteOfClock(from, to.half ?? hint)
  const fromMinute = inherited < toMinute ? inherited : minuteOfClock(from, hint)
  if (toMinute <= fromMinute && !to.half && !to.asWritten && toMinute + 720 <= DAY_END) toMinute += 720
  return fromMinute < toMinute ? { fromMinute, toMinute } : null
}
