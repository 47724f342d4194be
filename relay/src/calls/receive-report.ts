import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { CallbackId, LeadId } from '@dentalanswer/shared/domain/ids.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextWorkingInstant } from '../booking/working-time.ts'
import { changesInCall } from '../store/appointments.ts'
import { replaceTurns } from '../store/calls.ts'
import { followUpsOfCall } from '../store/follow-ups.ts'
import { dropHolds } from '../store/holds.ts'
import { patientsOnNumber } from '../store/patients.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { watchCaller } from './call-messages.ts'
import { type CallOnNumber, callRecord, updateCall } from './call-record.ts'
import { wantsCallback } from './read-urgency.ts'
import { saidButNotDone } from './said-but-not-done.ts'

/** What is known of a finished call, in our words; instants may be missing when the voice service did not say. */
export type CallReport = {
  startedAt: Instant | null
  endedAt: Instant | null
  endedReason: string | null
  summary: string | null
  structuredData: Record<string, unknown> | null
  successEvaluation: string | null
  costMicrodollars: number | null
  recordingRef: string | null
  turns: Omit<CallTurn, 'callId' | 'position'>[]
}

/** Stores the end of a call once; a second report changes nothing. Urgency and a wish to be called back become work for a person even
 *  when no tool was called, and what was said is held against what was done. */
export function* receiveReport(tx: Tx, facts: CallOnNumber, report: CallReport): Work<void> {
  const known = yield* callRecord(tx, facts)
  if (known.hasReport) return
  const callerTurns = report.turns.filter((turn) => turn.role === 'caller').map((turn) => turn.text)
  const call = yield* watchCaller(tx, known, callerTurns.join('. '))
  const changes = yield* changesInCall(tx.practiceId, call.id)
  const difference = saidButNotDone(report, new Set(changes.map((one) => one.change.action)))
  const { turns, ...facts2 } = report
  const ended = yield* updateCall(tx, {
    ...call,
    ...facts2,
    startedAt: report.startedAt ?? call.startedAt,
    endedAt: report.endedAt ?? call.endedAt ?? tx.now,
    endedReason: report.endedReason ?? call.endedReason,
    status: 'ended',
    difference,
    hasReport: true,
  })
  if (turns.length > 0)
    yield* replaceTurns(
      tx,
      call.id,
      turns.map((turn, position) => ({ callId: call.id, position, ...turn })),
    )
  yield* dropHolds(tx.practiceId, call.id, tx.now)
  yield* keepFollowUps(tx, ended, [...callerTurns, report.summary ?? ''], changes.length > 0)
  tx.emit('call.ended')
}

function* keepFollowUps(tx: Tx, call: Call, said: string[], hasBooked: boolean): Work<void> {
  const { leads, callbacks, alarms } = yield* followUpsOfCall(tx.practiceId, call.id)
  const household = call.callerNumber ? yield* patientsOnNumber(tx.practiceId, call.callerNumber) : []
  const patientId = household.length === 1 ? household[0]!.id : null
  const base = {
    patientId,
    phoneNumber: call.callerNumber,
    callId: call.id,
    messageId: null,
    outcome: null,
    createdAt: tx.now,
    doneAt: null,
  }
  const lead = { ...base, appointmentId: null, status: 'open' as const }
  if (call.difference) yield* tx.insert('leads', { ...lead, id: tx.newId<LeadId>(), kind: 'said_not_done', reason: call.difference })
  if (call.urgency !== 'none' && !hasBooked && leads.length + callbacks.length + alarms.length === 0)
    yield* tx.insert('leads', { ...lead, id: tx.newId<LeadId>(), kind: 'urgent', reason: 'Urgent call that ended without a visit' })
  if (callbacks.length === 0 && wantsCallback(said.join('. ')).wants) {
    const setup = yield* loadSetup(tx.practiceId, tx.practice)
    yield* tx.insert('callbacks', {
      ...base,
      id: tx.newId<CallbackId>(),
      callerName: null,
      reason: 'Asked in the call to be called back',
      urgency: call.urgency === 'none' ? 'routine' : 'urgent',
      dueAt: addMinutes(nextWorkingInstant(setup, tx.now), setup.practice.settings.callbackWithinMinutes),
      owner: null,
      status: 'open',
    })
  }
}
