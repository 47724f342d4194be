import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { all, run, statement, type Work } from './work.ts'

/** A slot one caller was just told about; nobody else hears it as certain until it expires or that call ends. */
export type Hold = {
  callId: string
  providerId: ProviderId
  operatoryId: OperatoryId
  startsAt: Instant
  releasedAt: Instant
  expiresAt: Instant
}

const put = statement(
  (
    db,
    p: {
      practiceId: string
      callId: string
      providerId: string
      operatoryId: string
      startsAt: string
      releasedAt: string
      expiresAt: string
    },
  ) =>
    db
      .insertInto('holds')
      .values({
        practice_id: p.practiceId,
        call_id: p.callId,
        provider_id: p.providerId,
        operatory_id: p.operatoryId,
        starts_at: p.startsAt,
        released_at: p.releasedAt,
        expires_at: p.expiresAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['practice_id', 'call_id', 'provider_id', 'starts_at'])
          .doUpdateSet({ expires_at: p.expiresAt, operatory_id: p.operatoryId, released_at: p.releasedAt }),
      ),
)
const ofOthers = statement((db, p: { practiceId: string; callId: string; now: string; from: string; to: string }) =>
  db
    .selectFrom('holds')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('starts_at', '>=', p.from)
    .where('starts_at', '<', p.to)
    .where('call_id', '!=', p.callId)
    .where('expires_at', '>', p.now),
)
const drop = statement((db, p: { practiceId: string; callId: string }) =>
  db.deleteFrom('holds').where('practice_id', '=', p.practiceId).where('call_id', '=', p.callId),
)
const prune = statement((db, p: { now: string }) => db.deleteFrom('holds').where('expires_at', '<', p.now))

export function* putHolds(practiceId: string, holds: Hold[]): Work<void> {
  for (const hold of holds) yield* run(put, { practiceId, ...hold })
}

/** Slots that start in [from, to) and are kept for another call. */
export function* holdsOfOthers(practiceId: string, callId: string, now: Instant, from: Instant, to: Instant): Work<Hold[]> {
  const rows = yield* all(ofOthers, { practiceId, callId, now, from, to })
  return rows.map((row) => ({
    callId: row.call_id,
    providerId: row.provider_id as ProviderId,
    operatoryId: row.operatory_id as OperatoryId,
    startsAt: row.starts_at as Instant,
    releasedAt: row.released_at as Instant,
    expiresAt: row.expires_at as Instant,
  }))
}

/** Drops what is kept for a call that is over. */
export function* dropHolds(practiceId: string, callId: string): Work<void> {
  yield* run(drop, { practiceId, callId })
}

/** Forgets what has run out, at every practice. */
export function* pruneHolds(now: Instant): Work<void> {
  yield* run(prune, { now })
}
