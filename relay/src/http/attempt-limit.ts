import type { Clock } from '../ports/clock.ts'

const WINDOW_MS = 60_000
const MOST_KEYS = 10_000

/** Counts tries per key and in total within a minute. Kept in memory: guessing must be slow, not impossible to the last try. */
export function attemptLimit(clock: Clock, limits: { perKey: number; inTotal: number }) {
  let windowStart = 0
  let total = 0
  let counts = new Map<string, number>()
  return {
    /** False when there were too many. */
    take(key: string): boolean {
      if (clock.nowMs() - windowStart >= WINDOW_MS || counts.size > MOST_KEYS) {
        windowStart = clock.nowMs()
        total = 0
        counts = new Map()
      }
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      total++
      return count <= limits.perKey && total <= limits.inTotal
    },
  }
}
