import type { RefusalCode, VendorAnswer } from '../ports/vendor-answer.ts'

const FIRST_MS = 2_000
const LONGEST_MS = 5 * 60_000
const MOST_ASKED_MS = 3_600_000
/** The first request may still be running at the vendor. */
const UNSURE_MS = 60_000

/** When to ask a vendor again: after growing waits, what the vendor asks for winning, and not before an unsure request is surely over. */
export function waitMs(answer: VendorAnswer<unknown>, attempts: number): number {
  const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20))
  if (answer.kind === 'unknown') return Math.max(UNSURE_MS, grown)
  if (answer.kind === 'later' && answer.retryAfterMs !== null) return Math.min(Math.max(answer.retryAfterMs, 500), MOST_ASKED_MS)
  return answer.kind === 'refused' ? LONGEST_MS : grown
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

/** Why this vendor will not do it: nothing that asking again would mend soon. */
export const refusalOf = (trouble: VendorTrouble): RefusalCode | null => (trouble.answer.kind === 'refused' ? trouble.answer.code : null)
