import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { solePatientOn } from '../patients/household-of.ts'
import { appendTurn, keepControlUrl, turnsOfCall } from '../store/calls.ts'
import { followUpsOfCall } from '../store/follow-ups.ts'
import { dropHolds } from '../store/holds.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type CallOnNumber, callRecord, higherUrgency, updateCall } from './call-record.ts'
import { callerWords } from './caller-words.ts'
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
  if (status === 'ended') yield* dropHolds(tx.practiceId, call.id)
  if (status === 'ended') yield* keepControlUrl(tx.practiceId, call.id, null)
  else if (facts.controlUrl && call.status !== 'ended') yield* keepControlUrl(tx.practiceId, call.id, facts.controlUrl)
  if (tx.changed.calls) tx.emit(isNew ? 'call.started' : status === 'ended' ? 'call.ended' : 'call.changed')
}

const MOST_TURNS = 1_000
const TURNS_READ_TOGETHER = 10
/** Short enough that a second report fits beside it in one alarm. */
const LONGEST_TOLD = 240

/** One finished sentence of a live call. The report's transcript replaces these, so one that comes after it is dropped. */
export function* receiveTurn(tx: Tx, facts: CallOnNumber, turn: { role: 'caller' | 'assistant'; text: string; at: Instant }): Work<void> {
  const call = yield* callRecord(tx, facts)
  if (call.hasReport) return
  const turns = yield* turnsOfCall(tx.practiceId, call.id)
  if (turns.length >= MOST_TURNS) return
  yield* appendTurn(tx, { callId: call.id, position: turns.length, ...turn })
  if (turn.role === 'caller') yield* watchCaller(tx, call, callerWords([...turns, turn]).slice(-TURNS_READ_TOGETHER))
  tx.emit('call.turn')
}

/** Reads the last things the caller said, together, because an emergency may be told in pieces. The level can only rise, and an emergency
 *  raises the alarm without waiting for a tool call, each time the newest words tell of one: it may have become worse. */
function* watchCaller(tx: Tx, call: Call, said: string[]): Work<void> {
  const newest = said.slice(-1)
  const all = readUrgency(said.join('. '))
  yield* raiseUrgency(tx, call, all.level)
  const isTold = readUrgency(newest.join('')).level === 'emergency'
  const isCompleted = all.level === 'emergency' && readUrgency(said.slice(0, -1).join('. ')).level !== 'emergency'
  if (isTold) yield* alarmOfCall(tx, call, newest)
  else if (isCompleted) yield* alarmOfCall(tx, call, said)
}

/** Reads a whole call at its end. An emergency that an alarm of the call tells of already rings no second time. */
export function* watchWholeCall(tx: Tx, call: Call, said: string[]): Work<Call> {
  const { level, matched } = readUrgency(said.join('. '))
  const raised = yield* raiseUrgency(tx, call, level)
  if (level !== 'emergency') return raised
  const { alarms } = yield* followUpsOfCall(tx.practiceId, call.id)
  const known = new Set(alarms.flatMap((alarm) => alarm.matched))
  if (alarms.length === 0 || matched.some((phrase) => !known.has(phrase))) {
    const news = said.filter((part) => {
      const read = readUrgency(part)
      return read.level === 'emergency' && read.matched.some((phrase) => !known.has(phrase))
    })
    yield* alarmOfCall(tx, call, news.length > 0 ? news.slice(0, 1) : said)
  }
  return raised
}

function* raiseUrgency(tx: Tx, call: Call, level: Call['urgency']): Work<Call> {
  const urgency = higherUrgency(call.urgency, level)
  return urgency === call.urgency ? call : yield* updateCall(tx, { ...call, urgency })
}

function* alarmOfCall(tx: Tx, call: Call, said: string[]): Work<void> {
  yield* raiseAlarm(tx, {
    description: tellingWords(said, 'emergency').slice(0, LONGEST_TOLD),
    matched: readUrgency(said.join('. ')).matched,
    phoneNumber: call.callerNumber,
    callerName: null,
    patientId: yield* solePatientOn(tx.practiceId, call.callerNumber),
    callId: call.id,
    messageId: null,
  })
}
