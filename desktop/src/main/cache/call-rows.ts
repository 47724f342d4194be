import type { Changed } from '@dentalanswer/shared/contract/events.ts'
import type { CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Db } from './database.ts'

export function putTurn(db: Db, turn: CallTurn): void {
  db.run('insert or replace into call_turns (call_id, position, json) values (?, ?, ?)', turn.callId, turn.position, JSON.stringify(turn))
}

/** Puts the turns of an event. The transcript of an ended call, which always begins at the first turn, replaces what was heard live; a
 *  turn heard late is only added. */
export function applyTurns(db: Db, { calls = [], callTurns = [] }: Changed): void {
  const ended = new Set(calls.filter((call) => call.status === 'ended').map((call) => call.id))
  for (const turn of callTurns)
    if (turn.position === 0 && ended.has(turn.callId)) db.run('delete from call_turns where call_id = ?', turn.callId)
  for (const turn of callTurns) putTurn(db, turn)
}

/** Notes whose turns are all here: calls that are live or began in this event are followed turn by turn, and a transcript is whole. */
export function noteWholeCalls(db: Db, { calls = [], callTurns = [] }: Changed, at: Instant): void {
  const transcribed = new Set(callTurns.filter((turn) => turn.position === 0).map((turn) => turn.callId))
  for (const call of calls) if (call.createdAt === at || (call.status === 'ended' && transcribed.has(call.id))) noteWhole(db, call.id)
}

export function noteWhole(db: Db, callId: string): void {
  db.run('update calls set has_all_turns = 1 where id = ?', callId)
}
