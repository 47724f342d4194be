import type { VendorAnswer } from '../ports/vendor-answer.ts'
import { waitMs as growingMs, LONGEST_MS } from './onboarding-waits.ts'

/** The first request may still be running at the vendor. */
const UNSURE_MS = 60_000

/** When to ask a vendor again: after growing waits, what the vendor asks for winning, and not before an unsure request is surely over. */
export function waitMs(answer: VendorAnswer<unknown>, attempts: number): number {
  if (answer.kind === 'unknown') return Math.max(UNSURE_MS, growingMs(attempts, null))
  if (answer.kind === 'refused') return LONGEST_MS
  return growingMs(attempts, answer.kind === 'later' ? answer.retryAfterMs : null)
}

/** A step that cannot go on now; the job that meets it is tried again. Its text is a vendor's code and nothing else. */
export class VendorTrouble extends Error {
  override readonly name = 'VendorTrouble'
  readonly answer: Exclude<VendorAnswer<unknown>, { kind: 'done' }>

  constructor(answer: Exclude<VendorAnswer<unknown>, { kind: 'done' }>) {
    super(`${answer.kind} ${answer.vendorCode}`)
    this.answer = answer
  }
}

/** What the vendor answered. Throws a `VendorTrouble` for anything but `done`. */
export function doneValue<T>(answer: VendorAnswer<T>): T {
  if (answer.kind === 'done') return answer.value
  throw new VendorTrouble(answer)
}
