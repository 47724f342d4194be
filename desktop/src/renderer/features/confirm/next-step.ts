import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Asks } from './asks-of.ts'

/** The one best thing to do about an unconfirmed visit, with the reason in words. */
export type NextStep =
  | { kind: 'confirmed' }
  | { kind: 'read'; why: string }
  | { kind: 'call'; why: string }
  | { kind: 'ask'; why: string }
  | { kind: 'wait'; why: string; until: Instant }
  | { kind: 'find_number'; why: string }

export type StepFacts = {
  visit: Appointment
  asks: Asks
  /** Texts reach no number of theirs, and why; null when they can be texted. */
  noText: string | null
  hasNumber: boolean
  now: Instant
  /** From this instant whoever has not answered is phoned; null for visits of later days. */
  callFrom: Instant | null
}

/** The relay refuses to ask again within this time. */
const ASK_AGAIN_MINUTES = 240
const TOO_LATE_TO_TEXT_MINUTES = 90
const MOST_ASKS = 2
/** Nobody is phoned right after a text. */
const TIME_TO_ANSWER_MINUTES = 60
const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

export function nextStep({ visit, asks, noText, hasNumber, now, callFrom }: StepFacts): NextStep {
  if (visit.confirmation === 'confirmed') return { kind: 'confirmed' }
  if (asks.openReply) return { kind: 'read', why: 'Their reply waits for a person' }
  if (!hasNumber) return { kind: 'find_number', why: 'No number on the card' }
  if (noText) return { kind: 'call', why: noText }
  if (asks.isLost) return { kind: 'call', why: 'The last text did not arrive' }
  if (asks.count >= MOST_ASKS) return { kind: 'call', why: `Asked ${asks.count} times, no answer` }
  if (visit.startsAt < addMinutes(now, TOO_LATE_TO_TEXT_MINUTES)) return { kind: 'call', why: 'Too late for a text' }
  if (asks.last) {
    const called = callFrom === null ? null : later(callFrom, addMinutes(asks.last.createdAt, TIME_TO_ANSWER_MINUTES))
    if (called !== null && now >= called) return { kind: 'call', why: 'No answer to the text' }
    const again = addMinutes(asks.last.createdAt, ASK_AGAIN_MINUTES)
    const until = called !== null && called < again ? called : again
    if (until > now) return { kind: 'wait', why: 'Waiting for an answer', until }
  }
  return { kind: 'ask', why: asks.count > 0 ? 'Asked once, no answer' : 'Not asked yet' }
}

// What a household needs first when its people need different things.
const ORDER: Record<NextStep['kind'], number> = { read: 0, call: 1, find_number: 2, ask: 3, wait: 4, confirmed: 5 }

export function mostPressing(steps: readonly NextStep[]): NextStep {
  return steps.reduce((first, one) => (ORDER[one.kind] < ORDER[first.kind] ? one : first), { kind: 'confirmed' } as NextStep)
}
