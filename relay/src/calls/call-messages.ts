import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { appendTurn, turnsOfCall } from '../store/calls.ts'
import { dropHolds } from '../store/holds.ts'
import { patientsOnNumber } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type CallOnNumber, callRecord, higherUrgency, updateCall } from './call-record.ts'
import { raiseAlarm, tellingWords } from './raise-alarm.ts'
import { readUrgency } from './read-urgency.ts'

const STATUS_ORDER = ['ringing', 'in_progress', 'forwarding', 'ended'] as const

const STATUS_OF: Record<string, Call['status']> = {
  scheduled: 'ringing',
  queued: 'ringing',
  ringing: 'ringing',
  'in-progress': 'in_progress',
  forwarding: 'forwarding',
  ended: 'ended',
}

/** A call's status only moves forward: late and repeated updates change nothing. */
export function* receiveStatus(
  tx: Tx,
  facts: CallOnNumber,
  update: { status: string; endedReason: string | null; at: Instant },
): Work<void> {
  const status = STATUS_OF[update.status]
  if (!status) return
  const call = yield* callRecord(tx, facts)
  const isNew = call.createdAt === tx.now && tx.changed.calls !== undefined
  if (STATUS_ORDER.indexOf(status) > STATUS_ORDER.indexOf(call.status))
    yield* updateCall(tx, {
      ...call,
      status,
      startedAt: call.startedAt ?? (status === 'in_progress' ? update.at : null),
      endedAt: status === 'ended' ? (call.endedAt ?? update.at) : call.endedAt,
      endedReason: status === 'ended' ? (call.endedReason ?? update.endedReason) : call.endedReason,
    })
  if (status === 'ended') yield* dropHolds(tx.practiceId, call.id, tx.now)
  if (tx.changed.calls) tx.emit(isNew ? 'call.started' : status === 'ended' ? 'call.ended' : 'call.changed')
}

const MOST_TURNS = 1_000

/** One finished sentence of a live call. The report's transcript replaces these, so one that comes after it is dropped. */
export function* receiveTurn(tx: Tx, facts: CallOnNumber, turn: { role: 'caller' | 'assistant'; text: string; at: Instant }): Work<void> {
  const call = yield* callRecord(tx, facts)
  if (call.hasReport) return
  const turns = yield* turnsOfCall(tx.practiceId, call.id)
  if (turns.length >= MOST_TURNS) return
  yield* appendTurn(tx, { callId: call.id, position: turns.length, ...turn })
  if (turn.role === 'caller') yield* watchCaller(tx, call, [turn.text])
  tx.emit('call.turn')
}

/** Reads what the caller said; the level can only rise, and an emergency raises the alarm without waiting for a tool call. */
export function* watchCaller(tx: Tx, call: Call, said: string[]): Work<Call> {
  const { level, matched } = readUrgency(said.join('. '))
  const urgency = higherUrgency(call.urgency, level)
  if (urgency === call.urgency) return call
  const raised = yield* updateCall(tx, { ...call, urgency })
  if (urgency === 'emergency') {
    const household = call.callerNumber ? yield* patientsOnNumber(tx.practiceId, call.callerNumber) : []
    yield* raiseAlarm(tx, {
      description: tellingWords(said, 'emergency').slice(0, 400),
      matched,
      phoneNumber: call.callerNumber,
      callerName: null,
      patientId: household.length === 1 ? household[0]!.id : null,
      callId: call.id,
      messageId: null,
    })
  }
  return raised
}
