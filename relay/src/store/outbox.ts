import { sql } from 'kysely'
import { all, ask, first, query, type SqlValue, statement, type Work } from './work.ts'

export type OutboxState = 'pending' | 'sending' | 'unknown' | 'done' | 'failed' | 'cancelled'
export type OutboxRow = {
  id: string
  practiceId: string
  kind: string
  dedupeKey: string
  conversationKey: string
  payload: string
  state: OutboxState
  attempts: number
  runAfter: string
  leaseUntil: string | null
  leaseOwner: string | null
  lastError: string | null
  providerRef: string | null
  createdAt: string
}
export type NewJob = {
  id: string
  practiceId: string
  kind: string
  dedupeKey: string
  conversationKey: string
  payload: string
  runAfter: string
  createdAt: string
}

const columns = [
  'id',
  'practice_id as practiceId',
  'kind',
  'dedupe_key as dedupeKey',
  'conversation_key as conversationKey',
  'payload',
  'state',
  'attempts',
  'run_after as runAfter',
  'lease_until as leaseUntil',
  'lease_owner as leaseOwner',
  'last_error as lastError',
  'provider_ref as providerRef',
  'created_at as createdAt',
] as const

const insert = statement((db, p: NewJob) =>
  db
    .insertInto('outbox')
    .values({
      id: p.id,
      practice_id: p.practiceId,
      kind: p.kind,
      dedupe_key: p.dedupeKey,
      conversation_key: p.conversationKey,
      payload: p.payload,
      state: 'pending',
      attempts: 0,
      run_after: p.runAfter,
      created_at: p.createdAt,
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning('id'),
)

/** The guard is repeated outside, and PostgreSQL skips rows another worker holds: without both, rows were claimed twice. A row
 *  waits while an older unfinished one of its conversation exists, so that a thread stays in order. */
const lease = statement((db, p: { now: string; leaseUntil: string; owner: string; limit: number }, engine) =>
  db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: sql<number>`attempts + 1`, lease_until: p.leaseUntil, lease_owner: p.owner })
    .where('state', '=', 'pending')
    .where('run_after', '<=', p.now)
    .where('id', 'in', (inner) => {
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
                .where('older.state', 'in', ['pending', 'sending', 'unknown'])
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
    })
    .returning(columns),
)

const finish = statement(
  (
    db,
    p: {
      id: string
      owner: string
      state: string
      runAfter: string
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
        provider_ref: p.providerRef,
        done_at: p.doneAt,
        lease_until: null,
        lease_owner: null,
      })
      .where('id', '=', p.id)
      .where('lease_owner', '=', p.owner)
      .returning('id'),
)
const byId = statement((db, p: { id: string }) => db.selectFrom('outbox').select(columns).where('id', '=', p.id))
const expired = statement((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('outbox')
    .select(columns)
    .where('state', '=', 'sending')
    .where('lease_until', '<', p.now)
    .orderBy('lease_until')
    .limit(p.limit),
)
const unknownDue = statement((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('outbox')
    .select(columns)
    .where('state', '=', 'unknown')
    .where('run_after', '<=', p.now)
    .orderBy('run_after')
    .limit(p.limit),
)

/** False when a job with this dedupe key exists already. */
export function* enqueue(job: NewJob): Work<boolean> {
  return (yield* first(insert, job)) !== undefined
}

/** Takes due rows for one worker until `leaseUntil`. The lease must outlast the vendor's own timeout. */
export function* leaseJobs(p: { now: string; leaseUntil: string; owner: string; limit: number }): Work<OutboxRow[]> {
  return (yield* all(lease, p)) as OutboxRow[]
}

/** Ends a lease. False when this worker no longer holds it: somebody else decided meanwhile and nothing changes here. */
export function* settleJob(p: {
  id: string
  owner: string
  state: OutboxState
  runAfter: string
  lastError?: string | null
  providerRef?: string | null
  now: string
}): Work<boolean> {
  const ended = ['done', 'failed', 'cancelled'].includes(p.state)
  const values: Record<string, SqlValue> = {
    id: p.id,
    owner: p.owner,
    state: p.state,
    runAfter: p.runAfter,
    lastError: p.lastError ?? null,
    providerRef: p.providerRef ?? null,
    doneAt: ended ? p.now : null,
  }
  return (yield* first(finish, values as never)) !== undefined
}

export function* findJob(id: string): Work<OutboxRow | null> {
  return ((yield* first(byId, { id })) as OutboxRow | undefined) ?? null
}

/** Rows whose worker vanished: whether they went out is not known. */
export function* expiredLeases(now: string, limit: number): Work<OutboxRow[]> {
  return (yield* all(expired, { now, limit })) as OutboxRow[]
}

/** Rows of unknown outcome that are due to be looked up at the vendor. */
export function* unknownJobs(now: string, limit: number): Work<OutboxRow[]> {
  return (yield* all(unknownDue, { now, limit })) as OutboxRow[]
}

/** Moves a row that nobody leases, e.g. back to pending for a retry. False when its state is not `from` any more. */
export function* moveJob(p: {
  id: string
  from: OutboxState[]
  to: OutboxState
  runAfter: string
  lastError?: string | null
  now: string
}): Work<boolean> {
  const rows = yield* ask(
    query((db) =>
      db
        .updateTable('outbox')
        .set({
          state: p.to,
          run_after: p.runAfter,
          last_error: p.lastError ?? null,
          lease_until: null,
          lease_owner: null,
          done_at: ['done', 'failed', 'cancelled'].includes(p.to) ? p.now : null,
        })
        .where('id', '=', p.id)
        .where('state', 'in', p.from)
        .returning('id'),
    ),
  )
  return rows.length > 0
}

/** Pending and unfinished work: how many rows, and since when the oldest due one waits. */
export function* outboxDepth(now: string): Work<{ waiting: number; oldestDueAt: string | null }> {
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('outbox')
        .select((eb) => [
          eb.fn.countAll<number>().as('waiting'),
          eb.fn.min(eb.case().when('run_after', '<=', now).then(eb.ref('run_after')).end()).as('oldest'),
        ])
        .where('state', 'in', ['pending', 'sending', 'unknown']),
    ),
  )
  return { waiting: Number(rows[0]?.waiting ?? 0), oldestDueAt: (rows[0]?.oldest as string | null) ?? null }
}

export function* listJobs(states: OutboxState[], limit: number): Work<OutboxRow[]> {
  return (yield* ask(
    query((db) => db.selectFrom('outbox').select(columns).where('state', 'in', states).orderBy('created_at').limit(limit)),
  )) as OutboxRow[]
}
