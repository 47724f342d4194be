import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { OutboxRow } from '../store/outbox.ts'

/** Longer than the vendor's own timeout (30 s), so that a lease never ends while its request still runs. */
export const LEASE_MS = 60_000
/** How long after its attempt a text of unknown outcome is looked for and keeps its conversation waiting, before a person is asked. */
export const LOOK_FOR_MS = 120_000
export const LOOK_EVERY_MS = 30_000
/** While the vendor cannot even be asked, it is asked now and then for a day. */
export const LOOK_LATE_EVERY_MS = 10 * 60_000
export const LOOK_AT_MOST_MS = 24 * 3_600_000
/** A text that goes within this time keeps the later ones of its conversation behind it. */
export const SOON_MS = 60_000

const MOST_ATTEMPTS = 14
const BACKOFF_BASE_MS = 2_000
const BACKOFF_CAP_MS = 10 * 60_000
const LONGEST_WAIT_MS = 3_600_000

/** Full jitter: a random wait up to a growing bound, so that many retries never come together. */
export function backoffMs(attempts: number, random = Math.random): number {
  return Math.round(random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempts)) + 500
}

/** When a text that was certainly not accepted goes again; what the vendor asks for wins, within reason. Null: often enough. */
export function nextTry(now: Instant, attempts: number, askedMs: number | null): Instant | null {
  if (attempts >= MOST_ATTEMPTS) return null
  return toInstant(Date.parse(now) + (askedMs === null ? backoffMs(attempts) : Math.min(Math.max(askedMs, 500), LONGEST_WAIT_MS)))
}

/** When the attempt of a leased row began. */
export function attemptedAt(row: OutboxRow): Instant {
  return toInstant(
    Date.parse(row.leaseUntil ?? row.createdAt) - (row.leaseUntil === null ? 0 : row.state === 'unknown' ? LOOK_FOR_MS : LEASE_MS),
  )
}
