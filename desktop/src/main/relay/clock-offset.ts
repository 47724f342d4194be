import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'

/** Beyond this a desk's clock is plainly wrong and staff are told. */
export const CLOCK_TROUBLE_MS = 2 * 60_000

/** The relay's time minus this machine's, learnt from what the relay sends. */
export class ClockOffset {
  readonly machineNowMs: () => number
  private readonly onChange: () => void
  private known = 0
  private unsureMs = Number.POSITIVE_INFINITY

  constructor(machineNowMs: () => number, onChange: () => void = () => undefined) {
    this.machineNowMs = machineNowMs
    this.onChange = onChange
  }

  get ms(): number {
    return this.known
  }

  nowMs(): number {
    return this.machineNowMs()
  }

  /** The present moment by the relay's clock. */
  now(): Instant {
    return toInstant(this.machineNowMs() + this.known)
  }

  /** `at` was written between the machine's `askedMs` and now. */
  saw(at: Instant, askedMs: number): void {
    this.take(Date.parse(at), askedMs, 0)
  }

  /** The `Date` header knows whole seconds only. */
  sawHeader(date: string | null, askedMs: number): void {
    const ms = date === null ? Number.NaN : Date.parse(date)
    if (!Number.isNaN(ms)) this.take(ms + 500, askedMs, 500)
  }

  /** A measurement replaces the last when it is surer, or when the two cannot both be right because a clock was set. */
  private take(relayMs: number, askedMs: number, roundedMs: number): void {
    const answeredMs = this.machineNowMs()
    const offset = Math.round(relayMs - (askedMs + answeredMs) / 2)
    const unsureMs = roundedMs + Math.abs(answeredMs - askedMs) / 2
    const isImpossible = Math.abs(offset - this.known) > unsureMs + this.unsureMs + 1_000
    if (unsureMs > this.unsureMs && !isImpossible) return
    const hasMoved = Math.abs(offset - this.known) > 500
    this.known = offset
    this.unsureMs = unsureMs
    if (hasMoved) this.onChange()
  }
}

/** Plain words when the machine's clock is off, or null. */
export function clockWords(offsetMs: number): string | null {
  if (Math.abs(offsetMs) < CLOCK_TROUBLE_MS) return null
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  const howFar =
    minutes < 120 ? `${minutes} minutes` : minutes < 2_880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1_440)} days`
  return `This computer’s clock is ${howFar} ${offsetMs > 0 ? 'behind' : 'ahead'}. Times shown here are right; set the clock.`
}
