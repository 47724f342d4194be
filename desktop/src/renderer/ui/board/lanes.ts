export type Span = { from: number; to: number }
export type Laned<T> = T & { lane: number; lanes: number }

/** Puts what overlaps side by side. Everything that hangs together by overlaps shares one number of lanes; order is by start. */
export function inLanes<T extends Span>(spans: readonly T[]): Laned<T>[] {
  const placed: Laned<T>[] = []
  let group: Laned<T>[] = []
  let laneEnds: number[] = []
  let groupEnd = Number.NEGATIVE_INFINITY
  const close = () => {
    for (const one of group) one.lanes = laneEnds.length
    placed.push(...group)
    group = []
    laneEnds = []
  }
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= groupEnd) close()
    const free = laneEnds.findIndex((end) => end <= span.from)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = span.to
    groupEnd = group.length === 0 ? span.to : Math.max(groupEnd, span.to)
    group.push({ ...span, lane, lanes: 1 })
  }
  close()
  return placed
}
