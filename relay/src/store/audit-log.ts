import type { Actor } from '@dentalanswer/shared/contract/events.ts'
import { ask, first, query, run, statement, type Work } from './work.ts'

export type AuditLine = { action: string; subjectType: string; subjectId: string; detail?: object }

const insert = statement(
  (
    db,
    p: {
      practiceId: string
      id: string
      at: string
      actorKind: string
      actorId: string | null
      action: string
      subjectType: string
      subjectId: string
      detail: string
    },
  ) =>
    db.insertInto('audit_log').values({
      practice_id: p.practiceId,
      id: p.id,
      at: p.at,
      actor_kind: p.actorKind,
      actor_id: p.actorId,
      action: p.action,
      subject_type: p.subjectType,
      subject_id: p.subjectId,
      detail: p.detail,
    }),
)

/** Who did or read what, when and why. */
export function* audit(practiceId: string, id: string, at: string, by: Actor, one: AuditLine): Work<void> {
  const { action, subjectType, subjectId, detail = {} } = one
  yield* run(insert, {
    practiceId,
    id,
    at,
    actorKind: by.kind,
    actorId: by.id,
    action,
    subjectType,
    subjectId,
    detail: JSON.stringify(detail),
  })
}

const sameSince = statement((db, p: { practiceId: string; subjectId: string; since: string; action: string; actorId: string | null }) =>
  db
    .selectFrom('audit_log')
    .select('id')
    .where('practice_id', '=', p.practiceId)
    .where('subject_id', '=', p.subjectId)
    .where('at', '>', p.since)
    .where('action', '=', p.action)
    .where('actor_id', '=', p.actorId)
    .limit(1),
)

/** Whether this actor did the same to this subject after `since`. */
export function* wasDoneSince(practiceId: string, subjectId: string, action: string, actorId: string | null, since: string): Work<boolean> {
  return (yield* first(sameSince, { practiceId, subjectId, since, action, actorId })) !== undefined
}

/** The newest audit lines about one subject, newest first. */
export function* auditOf(practiceId: string, subjectId: string, limit: number) {
  return yield* ask(
    query((db) =>
      db
        .selectFrom('audit_log')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where('subject_id', '=', subjectId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  )
}
