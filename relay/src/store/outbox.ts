import { sql } from 'kysely'
import { ask, first, query, run, statement, type Work } from './work.ts'

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

export const outboxColumns = [
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

/** A parameter that may be null needs a cast, or PostgreSQL cannot tell its type. */
export const keptUnlessGiven = (given: string | null) => sql<string | null>`coalesce(cast(${given} as text), provider_ref)`
export const isEnded = (state: OutboxState) => state === 'done' || state === 'failed' || state === 'cancelled'

const byKey = statement((db, p: { dedupeKey: string }) =>
  db.selectFrom('outbox').select(outboxColumns).where('dedupe_key', '=', p.dedupeKey),
)
const byId = statement((db, p: { id: string }) => db.selectFrom('outbox').select(outboxColumns).where('id', '=', p.id))
/** False when a job with this dedupe key exists already. */
export function* enqueue(job: NewJob): Work<boolean> {
  return (yield* first(insert, job)) !== undefined
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
    query((db) => db.selectFrom('outbox').select(outboxColumns).where('state', 'in', states).orderBy('created_at').limit(limit)),
  )) as OutboxRow[]
}

/** Forgets jobs that ended well before an instant; failed ones stay, for the operator. Their keys are not used again: each names the
 *  appointment's version or the request it came from. */
export function* pruneJobs(before: string): Work<number> {
  const rows = yield* ask(
    query((db) => db.deleteFrom('outbox').where('state', 'in', ['done', 'cancelled']).where('done_at', '<', before).returning('id')),
  )
  return rows.length
}
