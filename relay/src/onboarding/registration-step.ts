import { MS_PER_MINUTE, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** The outbox's kind of job that brings a registration forward. */
export const REGISTRATION_STEP = 'registration.step'

/** `replaces` is what carriers had rejected before the details were sent again: it is no answer to what is sent now. */
export type RegistrationJob = { registrationId: string; replaces: string | null }

const FIRST_LOOK_MS = 5_000
const LONGEST_WAIT_MS = 360 * MS_PER_MINUTE

/** Brings a registration forward from here on. Call it once for each submission: two jobs could ask the carriers twice. */
export function* startSteps(
  tx: Tx,
  registration: TextRegistration,
  options: { replaces?: string | null; afterMs?: number } = {},
): Work<void> {
  yield* tx.enqueue({
    kind: REGISTRATION_STEP,
    dedupeKey: `registration:${registration.id}:${tx.newId()}`,
    conversationKey: `registration:${registration.id}`,
    payload: { registrationId: registration.id, replaces: options.replaces ?? null } satisfies RegistrationJob,
    runAfter: toInstant(Date.parse(tx.now) + (options.afterMs ?? 0)),
  })
}

/** Waits as long again as it has waited already: the first looks are 5, 10, 20 seconds apart, those after a day six hours. */
export function nextLookMs(waitingSince: string | null, nowMs: number): number {
  const waited = waitingSince === null ? 0 : nowMs - Date.parse(waitingSince)
  return Math.min(LONGEST_WAIT_MS, Math.max(FIRST_LOOK_MS, waited))
}
