import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'

/** Where the time comes from: the machine's clock, or one that a test moves. */
export type Clock = { nowMs(): number }

export const systemClock: Clock = { nowMs: () => Date.now() }

export const nowOf = (clock: Clock): Instant => toInstant(clock.nowMs())
