/** Whole minutes since the UTC epoch, so that a clock change can never make two of them equal. */
export type Minutes = number
/** Half-open: `start` belongs to it, `end` does not. */
export type Interval = { start: Minutes; end: Minutes }

export function overlaps(one: Interval, other: Interval): boolean {
  return Math.max(one.start, other.start) < Math.min(one.end, other.end)
}

/** The same minutes as fewest intervals, in order; empty ones vanish. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const { start, end } of intervals.toSorted(byStart)) {
    if (start >= end) continue
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** The minutes of `intervals` outside `holes`; both merged. */
export function subtractIntervals(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  return intervals.flatMap(({ start, end }) => {
    const left: Interval[] = []
    let from = start
    for (const hole of holes) {
      if (hole.end <= from || hole.start >= end) continue
      if (hole.start > from) left.push({ start: from, end: hole.start })
      from = hole.end
    }
    return from < end ? [...left, { start: from, end }] : left
  })
}

/** The minutes in both lists; both merged. */
export function intersectIntervals(ones: readonly Interval[], others: readonly Interval[]): Interval[] {
  return ones.flatMap((one) =>
    others
      .filter((other) => overlaps(one, other))
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
  )
}

function byStart(one: Interval, other: Interval): number {
  return one.start - other.start
}
