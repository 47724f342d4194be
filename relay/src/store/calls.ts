import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { PageStart } from './page-before.ts'
import { entityTables } from './registry.ts'
import type { Tx } from './transaction.ts'
import { all, ask, first, query, run, statement, type Work } from './work.ts'

const byExternalId = statement((db, p: { practiceId: string; externalId: string }) =>
  db.selectFrom('calls').selectAll().where('practice_id', '=', p.practiceId).where('external_id', '=', p.externalId),
)
const before = statement((db, p: { practiceId: string; at: string; id: string; limit: number }) =>
  db
    .selectFrom('calls')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('created_at', '<=', p.at)
    .where((eb) => eb.or([eb('created_at', '<', p.at), eb('id', '<', p.id)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const turns = statement((db, p: { practiceId: string; callId: string }) =>
  db.selectFrom('call_turns').selectAll().where('practice_id', '=', p.practiceId).where('call_id', '=', p.callId).orderBy('position'),
)
const clearTurns = statement((db, p: { practiceId: string; callId: string }) =>
  db.deleteFrom('call_turns').where('practice_id', '=', p.practiceId).where('call_id', '=', p.callId),
)
const putTurn = statement((db, p: { practiceId: string; callId: string; position: number; role: string; text: string; at: string }) =>
  db
    .insertInto('call_turns')
    .values({ practice_id: p.practiceId, call_id: p.callId, position: p.position, role: p.role, text: p.text, at: p.at }),
)

const controlUrl = statement((db, p: { practiceId: string; id: string }) =>
  db.selectFrom('calls').select('control_url').where('practice_id', '=', p.practiceId).where('id', '=', p.id),
)
const putControlUrl = statement((db, p: { practiceId: string; id: string; controlUrl: string | null }) =>
  db.updateTable('calls').set({ control_url: p.controlUrl }).where('practice_id', '=', p.practiceId).where('id', '=', p.id),
)

/** The secret address that steers a live call: whoever has it can speak in the call, so it is in no entity, event or log. */
export function* controlUrlOf(practiceId: string, callId: string): Work<string | null> {
  return (yield* first(controlUrl, { practiceId, id: callId }))?.control_url ?? null
}

/** Null once the call is over. */
export function* keepControlUrl(practiceId: string, callId: string, address: string | null): Work<void> {
  yield* run(putControlUrl, { practiceId, id: callId, controlUrl: address })
}

export function* callByExternalId(practiceId: string, externalId: string): Work<Call | null> {
  const row = yield* first(byExternalId, { practiceId, externalId })
  return row ? entityTables.calls.read(row) : null
}

/** Newest first. */
export function* callsBefore(practiceId: string, start: PageStart, limit: number): Work<Call[]> {
  return yield* entityTables.calls.list(before, { practiceId, ...start, limit })
}

/** Calls of every practice that should have ended before `updatedBefore` but whose report never came; not those given up, which ended
 *  for the reason `givenUp`. */
export function* unreportedCalls(updatedBefore: string, givenUp: string, limit: number): Work<{ practiceId: string; call: Call }[]> {
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('calls')
        .selectAll()
        .where('has_report', '=', 0)
        .where('updated_at', '<', updatedBefore)
        .where((eb) => eb.or([eb('ended_reason', 'is', null), eb('ended_reason', '!=', givenUp)]))
        .orderBy('updated_at')
        .limit(limit),
    ),
  )
  return rows.map((row) => ({ practiceId: row.practice_id, call: entityTables.calls.read(row) }))
}

export function* turnsOfCall(practiceId: string, callId: string): Work<CallTurn[]> {
  const rows = yield* all(turns, { practiceId, callId })
  return rows.map((row) => ({
    callId: row.call_id as CallId,
    position: Number(row.position),
    role: row.role as CallTurn['role'],
    text: row.text,
    at: row.at as CallTurn['at'],
  }))
}

export function* appendTurn(tx: Tx, turn: CallTurn): Work<void> {
  yield* run(putTurn, { practiceId: tx.practiceId, ...turn })
  tx.record('callTurns', turn, (other) => other.callId === turn.callId && other.position === turn.position)
}

/** The report's full transcript replaces what was heard live. */
export function* replaceTurns(tx: Tx, callId: CallId, next: CallTurn[]): Work<void> {
  yield* run(clearTurns, { practiceId: tx.practiceId, callId })
  for (const turn of next) yield* appendTurn(tx, turn)
}
