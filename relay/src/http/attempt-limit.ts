import type { Clock } from '../ports/clock.ts'

const WINDOW_MS = 60_000

/** Counts tries per key and in total within a minute. Kept in memory: guessing must be slow, not impossible to the last try. */
export function attemptLimit(clock: Clock, limits: { perKey: number; inTotal: number }) {
  let windowStart = 0
  let total = 0
  let counts = new Map<string, number>()
  return {
    /** False when there were too many. */
    take(key: string): boolean {
      if (clock.nowMs() - windowStart >= WINDOW_MS) {
        windowStart = clock.nowMs()
        total = 0
        counts = new Map()
      }
      // Refused tries are not kept, so that a flood from many addresses takes no memory and opens no new window.
      if (total >= limits.inTotal) return false
      const count = counts.get(key) ?? 0
      if (count >= limits.perKey) return false
      counts.set(key, count + 1)
      total++
      return true
    },
  }
}
