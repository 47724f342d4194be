import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { findJob, moveJob, type OutboxRow } from '../store/outbox.ts'
import { holdsLease, settleJob } from '../store/outbox-leases.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { DispatcherDeps } from './dispatcher.ts'
import type { JobHandler } from './job-handler.ts'

/** `again` after a while (0: at once, for the next step). `failed` is the end of it, for the operator to see. */
export type JobEnd = { kind: 'done' } | { kind: 'again'; afterMs: number } | { kind: 'failed'; code: string }
/** `settled`: the work has called `settleAs` in its last change, so that what it stored and how it goes on are one. */
export type JobOutcome = JobEnd | { kind: 'settled' }

/** What a job's work may use. `change` is one transaction, done only while this worker still holds the job: null when it does not, and
 *  then nothing was changed and the work must end. */
export type JobWork = {
  ctx: Ctx
  row: OutboxRow
  deps: DispatcherDeps
  change<T>(label: string, body: (tx: Tx) => Work<T>): Promise<T | null>
}

/** Work that looks at the vendor before it acts, so that doing it again after a crash does no harm. */
export function repeatable(work: (job: JobWork) => Promise<JobOutcome>): JobHandler {
  return {
    async run(ctx, row, deps) {
      const change = <T>(label: string, body: (tx: Tx) => Work<T>) =>
        write<T | null>(ctx, label, function* (tx) {
          return (yield* holdsLease(row, deps.owner)) ? yield* body(tx) : null
        })
      const outcome = await work({ ctx, row, deps, change })
      if (outcome.kind !== 'settled') await write(ctx, 'settle-job', (tx) => settleAs(tx, { row, owner: deps.owner }, outcome))
    },
    async lost(ctx, row) {
      await write(ctx, 'job-lost', function* (tx) {
        const present = yield* findJob(row.id)
        if (present?.state !== 'sending' || present.leaseOwner !== row.leaseOwner || present.attempts !== row.attempts) return
        yield* moveJob({ id: row.id, from: ['sending'], to: 'pending', runAfter: tx.now, lastError: 'LEASE_ENDED', now: tx.now })
      })
    },
  }
}

/** Ends this worker's hold of a job in a change of its own. */
export function* settleAs(tx: Tx, held: { row: OutboxRow; owner: string }, outcome: JobEnd): Work<void> {
  const runAfter = outcome.kind === 'again' ? toInstant(Date.parse(tx.now) + outcome.afterMs) : tx.now
  const state = outcome.kind === 'again' ? 'pending' : outcome.kind
  const lastError = outcome.kind === 'failed' ? outcome.code : null
  yield* settleJob({ ...held, state, runAfter, lastError, now: tx.now })
}
