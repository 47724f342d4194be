const FIRST_MS = 2_000
export const LONGEST_MS = 5 * 60_000
const LONGEST_ASKED_MS = 3_600_000

/** With the waits above: about half an hour of trying, then about an hour. */
export const MOST_TRIES = 14
export const TRIES_BEFORE_TELLING = 19

/** How long a request to create something may still be at work at the vendor after it was begun: our own look before it (30 s) and a
 *  minute (Twilio's advice for purchases). Before that nothing is created again, and nothing missing is taken as certain. */
export const DOUBT_MS = 90_000

/** 2 s, 4 s … 5 min; what the vendor asks for wins, within reason. */
export function waitMs(attempts: number, askedMs: number | null): number {
  if (askedMs !== null) return Math.min(Math.max(askedMs, 500), LONGEST_ASKED_MS)
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 10))
}
