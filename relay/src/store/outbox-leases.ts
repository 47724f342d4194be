import { sql } from 'kysely'
import { findJob, isEnded, keptUnlessGiven, type OutboxRow, type OutboxState, outboxColumns } from './outbox.ts'
import { all, first, statement, type Work } from './work.ts'

// Spelled exactly as the partial index `outbox_conversation` has it: with parameters neither engine would use the index.
const isUnfinished = sql<boolean>`older.state in ('pending', 'sending', 'unknown')`

/** The guard is repeated outside, and PostgreSQL skips rows another worker holds: without both, rows were claimed twice. The rows are
 *  chosen once, up front: a plain subquery PostgreSQL may run again for each row and then take more than `limit`. A row waits for an
 *  older one of its conversation that is about to go, is going, or may just have gone, so that a thread stays in order. One that waits
 *  for the morning, or was given up looking for, holds up nobody. */
const lease = statement((db, p: { now: string; soon: string; leaseUntil: string; owner: string; limit: number }, engine) =>
  db
    .with(
      (cte) => cte('due').materialized(),
      (inner) => {
        const due = inner
          .selectFrom('outbox as due')
          .select('due.id')
          .where('due.state', '=', 'pending')
          .where('due.run_after', '<=', p.now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('outbox as older')
                  .select('older.id')
                  .whereRef('older.conversation_key', '=', 'due.conversation_key')
                  .where(isUnfinished)
                  .where((eb) =>
                    eb.or([
                      eb('older.state', '=', 'sending'),
                      eb.and([eb('older.state', '=', 'pending'), eb('older.run_after', '<=', p.soon)]),
                      eb.and([eb('older.state', '=', 'unknown'), eb('older.lease_until', '>', p.now)]),
                    ]),
                  )
                  .where((eb) =>
                    eb.or([
                      eb('older.created_at', '<', eb.ref('due.created_at')),
                      eb.and([eb('older.created_at', '=', eb.ref('due.created_at')), eb('older.id', '<', eb.ref('due.id'))]),
                    ]),
                  ),
              ),
            ),
          )
          .orderBy('due.run_after')
          .orderBy('due.id')
          .limit(p.limit)
        return engine === 'postgres' ? due.forUpdate().skipLocked() : due
      },
    )
    .updateTable('outbox')
    .set({ state: 'sending', attempts: sql<number>`attempts + 1`, lease_until: p.leaseUntil, lease_owner: p.owner })
    .where('state', '=', 'pending')
    .where('run_after', '<=', p.now)
    .where('id', 'in', (inner) => inner.selectFrom('due').select('due.id'))
    .returning(outboxColumns),
)
/** Puts the next look off while it takes the rows, so that a slow look is never made twice at once. */
const lookUps = statement((db, p: { now: string; next: string; limit: number }, engine) =>
  db
    .with(
      (cte) => cte('due').materialized(),
      (inner) => {
        const due = inner
          .selectFrom('outbox as due')
          .select('due.id')
          .where('due.state', '=', 'unknown')
          .where('due.run_after', '<=', p.now)
          .orderBy('due.run_after')
          .limit(p.limit)
        return engine === 'postgres' ? due.forUpdate().skipLocked() : due
      },
    )
    .updateTable('outbox')
    .set({ run_after: p.next })
    .where('state', '=', 'unknown')
    .where('run_after', '<=', p.now)
    .where('id', 'in', (inner) => inner.selectFrom('due').select('due.id'))
    .returning(outboxColumns),
)
const expired = statement((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('outbox')
    .select(outboxColumns)
    .where('state', '=', 'sending')
    .where('lease_until', '<', p.now)
    .orderBy('lease_until')
    .limit(p.limit),
)
const finish = statement(
  (
    db,
    p: {
      id: string
      owner: string
      attempts: number
      state: string
      runAfter: string
      lookUntil: string | null
      lastError: string | null
      providerRef: string | null
      doneAt: string | null
    },
  ) =>
    db
      .updateTable('outbox')
      .set({
        state: p.state,
        run_after: p.runAfter,
        last_error: p.lastError,
        provider_ref: keptUnlessGiven(p.providerRef),
        done_at: p.doneAt,
        lease_until: p.lookUntil,
        lease_owner: null,
      })
      .where('id', '=', p.id)
      .where('state', '=', 'sending')
      .where('lease_owner', '=', p.owner)
      .where('attempts', '=', p.attempts)
      .returning('id'),
)

/** Takes due rows for one worker until `leaseUntil`. The lease must outlast the vendor's own timeout. A pending row that is due by
 *  `soon` keeps later ones of its conversation waiting. */
export function* leaseJobs(p: { now: string; soon: string; leaseUntil: string; owner: string; limit: number }): Work<OutboxRow[]> {
  return (yield* all(lease, p)) as OutboxRow[]
}

/** Takes rows of unknown outcome that are due to be looked up at the vendor; nobody else looks before `next`. */
export function* leaseLookUps(p: { now: string; next: string; limit: number }): Work<OutboxRow[]> {
  return (yield* all(lookUps, p)) as OutboxRow[]
}

/** Rows whose worker vanished: whether they went out is not known. */
export function* expiredLeases(now: string, limit: number): Work<OutboxRow[]> {
  return (yield* all(expired, { now, limit })) as OutboxRow[]
}

/** Ends a lease of one attempt. False when this worker no longer holds it: somebody else decided meanwhile and nothing changes here.
 *  `lookUntil`, for `unknown`: until then it is looked for and its conversation waits. */
export function* settleJob(p: {
  row: OutboxRow
  owner: string
  state: OutboxState
  runAfter: string
  lookUntil?: string | null
  lastError?: string | null
  providerRef?: string | null
  now: string
}): Work<boolean> {
  const settled = yield* first(finish, {
    id: p.row.id,
    owner: p.owner,
    attempts: p.row.attempts,
    state: p.state,
    runAfter: p.runAfter,
    lookUntil: p.lookUntil ?? null,
    lastError: p.lastError ?? null,
    providerRef: p.providerRef ?? null,
    doneAt: isEnded(p.state) ? p.now : null,
  })
  return settled !== undefined
}

/** Whether this worker still holds the attempt it leased. A worker that slept through its lease must not send any more. */
export function* holdsLease(row: OutboxRow, owner: string): Work<boolean> {
  const present = yield* findJob(row.id)
  return present?.state === 'sending' && present.leaseOwner === owner && present.attempts === row.attempts
}
