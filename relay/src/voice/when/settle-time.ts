import type { TimeHeard } from './hear-when.ts'
import { type HalfOfDay, minuteOfClock } from './read-clock.ts'
import { DAY_END, edgeWindow, limitWindow, partWindow, rangeWindow, type TimeSaid, type TimeWindow } from './time-said.ts'

export type TimeMeant = { window: TimeWindow | null; atMinute: number | null }

const ANY_TIME: TimeMeant = { window: null, atMinute: null }

/** What the times said come to together: an exact time, a window, or neither. `null` when no clock can show it.
 *  A lone "early" or "late" is about the time only when a day was named. */
export function settleTime(times: TimeHeard[], dayNamed: boolean): TimeMeant | null {
  if (times.some(({ said }) => said.kind === 'impossible')) return null
  const alternatives = [...Map.groupBy(times, (time) => time.alternative).values()].map((group) => group.map((time) => time.said))
  const meant: TimeMeant[] = []
  for (const [index, said] of alternatives.entries()) {
    const window = settleAlternative(said, halfSaid(said) ?? halfBehind(alternatives[index + 1]), dayNamed)
    if (!window) return null
    if (window.atMinute !== null || window.window) meant.push(window)
  }
  return meant.length < 2 ? (meant[0] ?? ANY_TIME) : eitherOf(meant)
}

function settleAlternative(said: TimeSaid[], half: HalfOfDay | null, dayNamed: boolean): TimeMeant | null {
  const exact = new Set(said.flatMap((time) => (time.kind === 'at' ? [minuteOfClock(time.clock, half)] : [])))
  if (exact.size > 0) return eitherOf([...exact].map((atMinute) => ({ window: null, atMinute })))
  const bounds = said.flatMap((time) => boundsOf(time, half))
  const parts = partsSaid(said, dayNamed && bounds.length === 0)
  if (bounds.includes(null)) return null
  const bound = bounds.reduce((a, b) => (a && b ? overlap(a, b) : (a ?? b)), null)
  if (bounds.length > 0 && (!bound || bound.fromMinute >= bound.toMinute)) return null
  const part = parts.length > 0 ? hull(parts) : null
  const both = bound && part ? overlap(bound, part) : null
  return { window: both && both.fromMinute < both.toMinute ? both : (bound ?? part), atMinute: null }
}

function boundsOf(time: TimeSaid, half: HalfOfDay | null): (TimeWindow | null)[] {
  if (time.kind === 'limit') return [limitWindow(time.limit, time.clock, half)]
  return time.kind === 'range' ? [rangeWindow(time.from, time.to, half)] : []
}

function partsSaid(said: TimeSaid[], edgeCounts: boolean): TimeWindow[] {
  const edge = said.find((time) => time.kind === 'edge')?.edge ?? null
  const parts = said.filter((time) => time.kind === 'part')
  if (parts.length === 0) return edge && edgeCounts ? [edgeWindow(edge)] : []
  return parts.flatMap((time) =>
    time.negated ? allBut(time.part) : [partWindow(time.part, time.edge ?? (parts.length === 1 ? edge : null))],
  )
}

/** Lunch cannot be left out of one window, so it is left in. */
function allBut(part: 'morning' | 'afternoon' | 'evening' | 'lunchtime'): TimeWindow[] {
  if (part === 'lunchtime') return []
  if (part === 'morning') return [{ fromMinute: 720, toMinute: DAY_END }]
  return [{ fromMinute: 0, toMinute: partWindow(part, null).fromMinute }]
}

function halfSaid(said: TimeSaid[]): HalfOfDay | null {
  const halves = new Set(
    said.flatMap((time) => (time.kind === 'part' && !time.negated && time.part !== 'lunchtime' ? [time.part === 'morning'] : [])),
  )
  if (halves.size !== 1) return null
  return halves.has(true) ? 'am' : 'pm'
}

/** In "7 or 8 in the evening" the words behind the 8 are about the 7 too. */
function halfBehind(following: TimeSaid[] | undefined): HalfOfDay | null {
  return following && following[0]?.kind !== 'part' ? halfSaid(following) : null
}

/** Alternatives become the stretch that holds them all; a stretch over the whole day is any time. */
function eitherOf(meant: TimeMeant[]): TimeMeant {
  const first = meant[0]?.atMinute ?? null
  if (first !== null && meant.every(({ atMinute }) => atMinute === first)) return { window: null, atMinute: first }
  const window = hull(
    meant.flatMap(({ window, atMinute }) => window ?? (atMinute === null ? [] : [{ fromMinute: atMinute, toMinute: atMinute + 1 }])),
  )
  return window.fromMinute === 0 && window.toMinute === DAY_END ? ANY_TIME : { window, atMinute: null }
}

function hull(windows: TimeWindow[]): TimeWindow {
  return { fromMinute: Math.min(...windows.map((w) => w.fromMinute)), toMinute: Math.max(...windows.map((w) => w.toMinute)) }
}

function overlap(a: TimeWindow, b: TimeWindow): TimeWindow {
  return { fromMinute: Math.max(a.fromMinute, b.fromMinute), toMinute: Math.min(a.toMinute, b.toMinute) }
}
