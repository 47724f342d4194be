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
          .columns(['practice_id', 'provider_id', 'starts_at', 'call_id'])
          .doUpdateSet({ expires_at: p.expiresAt, operatory_id: p.operatoryId, released_at: p.releasedAt }),
      ),
)
const ofOthers = statement((db, p: { practiceId: string; callId: string; now: string }) =>
  db
    .selectFrom('holds')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('call_id', '!=', p.callId)
    .where('expires_at', '>', p.now)
    .orderBy('starts_at'),
)
const drop = statement((db, p: { practiceId: string; callId: string; now: string }) =>
  db
    .deleteFrom('holds')
    .where('practice_id', '=', p.practiceId)
    .where((eb) => eb.or([eb('call_id', '=', p.callId), eb('expires_at', '<', p.now)])),
)

export function* putHolds(practiceId: string, holds: Hold[]): Work<void> {
  for (const hold of holds) yield* run(put, { practiceId, ...hold })
}

export function* holdsOfOthers(practiceId: string, callId: string, now: Instant): Work<Hold[]> {
  const rows = yield* all(ofOthers, { practiceId, callId, now })
  return rows.map((row) => ({
    callId: row.call_id,
    providerId: row.provider_id as ProviderId,
    operatoryId: row.operatory_id as OperatoryId,
    startsAt: row.starts_at as Instant,
    releasedAt: row.released_at as Instant,
    expiresAt: row.expires_at as Instant,
  }))
}

/** Drops this call's holds, and any that have run out. */
export function* dropHolds(practiceId: string, callId: string, now: Instant): Work<void> {
  yield* run(drop, { practiceId, callId, now })
}
