import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { addDays, epochMsAt, MS_PER_MINUTE, toInstant, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Clock } from '../src/ports/clock.ts'

/** A clock that goes on by itself and can be set back, so that a morning is played as if its calls and texts had come one by one. */
export class DemoClock implements Clock {
  private readonly real: Clock
  private shiftMs = 0

  constructor(real: Clock) {
    this.real = real
  }

  nowMs(): number {
    return this.real.nowMs() + this.shiftMs
  }

  setTo(ms: number): void {
    this.shiftMs = ms - this.real.nowMs()
  }

  /** Never back, and never past the real time: nothing may have happened in the future. */
  goOnTo(ms: number): void {
    this.setTo(Math.min(Math.max(ms, this.nowMs()), this.real.nowMs()))
  }

  skip(seconds: number): void {
    this.goOnTo(this.nowMs() + seconds * 1_000)
  }

  showRealTime(): void {
    this.shiftMs = 0
  }
}

/** Texts that answer nothing go from 8:00 to 21:00; a morning needs a while of that. */
const FIRST_MINUTE = 8 * 60 + 1
const LAST_MINUTE = 20 * 60 + 50
const SHORTEST_MINUTES = 20
const LONGEST_MINUTES = 150

/** The two and a half hours up to `nowMs` that a morning is played in; at night, those of the evening before. */
export function morningBefore(nowMs: number, zone: TimeZone): { fromMs: number; toMs: number } {
  const { date, minuteOfDay } = wallClock(toInstant(nowMs), zone)
  const isTooEarly = minuteOfDay < FIRST_MINUTE + SHORTEST_MINUTES
  const day = isTooEarly ? addDays(date, -1) : date
  const toMs = !isTooEarly && minuteOfDay <= LAST_MINUTE ? nowMs : epochMsAt(day, LAST_MINUTE, zone)
  return { fromMs: Math.max(epochMsAt(day, FIRST_MINUTE, zone), toMs - LONGEST_MINUTES * MS_PER_MINUTE), toMs }
}
