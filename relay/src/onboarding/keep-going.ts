import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { jobOfKey, moveJob } from '../store/outbox.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** The outbox's kind of job that does the steps of a run, and takes them back. */
export const ONBOARDING_STEP = 'onboarding.step'
export type OnboardingJob = { runId: string }

/** Has the run worked on from now. A run has one job all its life, so that never two workers do its steps at once; a job at work sees
 *  for itself what the run has become. */
export function* keepGoing(tx: Tx, run: OnboardingRun): Work<void> {
  const key = `${tx.practiceId}:onboarding:${run.id}`
  const job = yield* jobOfKey(key)
  if (!job) {
    yield* tx.enqueue({ kind: ONBOARDING_STEP, dedupeKey: key, conversationKey: key, payload: { runId: run.id } satisfies OnboardingJob })
    return
  }
  yield* moveJob({ id: job.id, from: ['pending', 'done', 'failed', 'cancelled'], to: 'pending', runAfter: tx.now, now: tx.now })
  tx.hasJobs = true
}
