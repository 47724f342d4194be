import { sql } from 'kysely'
import { all, ask, first, query, run, statement, type Work } from './work.ts'

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
  /** `sending`: its worker holds it until then. `unknown`: it is looked for, and its conversation waits, until then. */
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

// Spelled exactly as the partial index `outbox_conversation` has it: with parameters neither engine would use the index.
const isUnfinished = sql<boolean>`older.state in ('pending', 'sending', 'unknown')`

/** The guard is repeated outside, and PostgreSQL skips rows another worker holds: without both, rows were claimed twice. A row
 *  waits for an older one of its conversation that is about to go, is going, or may just have gone, so that a thread stays in order.
 *  One that waits for the morning, or was given up looking for, holds up nobody. */
const lease = statement((db, p: { now: string; soon: string; leaseUntil: string; owner: string; limit: number }, engine) =>
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
    })
    .returning(columns),
)

const keptUnlessGiven = (given: string | null) => sql<string | null>`coalesce(cast(${given} as text), provider_ref)`

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
const byKey = statement((db, p: { dedupeKey: string }) => db.selectFrom('outbox').select(columns).where('dedupe_key', '=', p.dedupeKey))
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
/** Puts the next look off while it takes the rows, so that a slow look is never made twice at once. */
const lookUps = statement((db, p: { now: string; next: string; limit: number }, engine) =>
  db
    .updateTable('outbox')
    .set({ run_after: p.next })
    .where('state', '=', 'unknown')
    .where('run_after', '<=', p.now)
    .where('id', 'in', (inner) => {
      const due = inner
        .selectFrom('outbox as due')
        .select('due.id')
        .where('due.state', '=', 'unknown')
        .where('due.run_after', '<=', p.now)
        .orderBy('due.run_after')
        .limit(p.limit)
      return engine === 'postgres' ? due.forUpdate().skipLocked() : due
    })
    .returning(columns),
)

/** False when a job with this dedupe key exists already. */
export function* enqueue(job: NewJob): Work<boolean> {
  return (yield* first(insert, job)) !== undefined
}

/** Takes due rows for one worker until `leaseUntil`. The lease must outlast the vendor's own timeout. A pending row that is due by
 *  `soon` keeps later ones of its conversation waiting. */
export function* leaseJobs(p: { now: string; soon: string; leaseUntil: string; owner: string; limit: number }): Work<OutboxRow[]> {
  return (yield* all(lease, p)) as OutboxRow[]
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

const isEnded = (state: OutboxState) => state === 'done' || state === 'failed' || state === 'cancelled'

/** Whether this worker still holds the attempt it leased. A worker that slept through its lease must not send any more. */
export function* holdsLease(row: OutboxRow, owner: string): Work<boolean> {
  const present = yield* findJob(row.id)
  return present?.state === 'sending' && present.leaseOwner === owner && present.attempts === row.attempts
}

const putProviderRef = statement((db, p: { id: string; providerRef: string }) =>
  db.updateTable('outbox').set({ provider_ref: p.providerRef }).where('id', '=', p.id),
)

/** Keeps the vendor's id of an attempt that ended, so that what it still reports is known to be old. */
export function* keepProviderRef(id: string, providerRef: string): Work<void> {
  yield* run(putProviderRef, { id, providerRef })
}

/** The job that has this dedupe key already. */
export function* jobOfKey(dedupeKey: string): Work<OutboxRow | null> {
  return ((yield* first(byKey, { dedupeKey })) as OutboxRow | undefined) ?? null
}

export function* findJob(id: string): Work<OutboxRow | null> {
  return ((yield* first(byId, { id })) as OutboxRow | undefined) ?? null
}

/** Rows whose worker vanished: whether they went out is not known. */
export function* expiredLeases(now: string, limit: number): Work<OutboxRow[]> {
  return (yield* all(expired, { now, limit })) as OutboxRow[]
}

/** Takes rows of unknown outcome that are due to be looked up at the vendor; nobody else looks before `next`. */
export function* leaseLookUps(p: { now: string; next: string; limit: number }): Work<OutboxRow[]> {
  return (yield* all(lookUps, p)) as OutboxRow[]
}

/** Moves a row that nobody leases, e.g. back to pending for a retry. False when its state is not `from` any more. */
export function* moveJob(p: {
  id: string
  from: OutboxState[]
  to: OutboxState
  runAfter: string
  lookUntil?: string | null
  lastError?: string | null
  /** The vendor's id of the attempt that ended; kept when none is given. */
  providerRef?: string | null
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
          provider_ref: keptUnlessGiven(p.providerRef ?? null),
          lease_until: p.lookUntil ?? null,
          lease_owner: null,
          done_at: isEnded(p.to) ? p.now : null,
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
