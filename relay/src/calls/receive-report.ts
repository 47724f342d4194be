import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextWorkingInstant } from '../booking/working-time.ts'
import { isForwardTest } from '../onboarding/trial-forward.ts'
import { solePatientOn } from '../patients/household-of.ts'
import { changesInCall } from '../store/appointments.ts'
import { keepControlUrl, replaceTurns, turnsOfCall } from '../store/calls.ts'
import { followUpsOfCall } from '../store/follow-ups.ts'
import { dropHolds } from '../store/holds.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { watchWholeCall } from './call-messages.ts'
import { type CallOnNumber, callRecord, PUT_THROUGH, REPORT_LOST, updateCall } from './call-record.ts'
import { callerWords } from './caller-words.ts'
import { openLead } from './open-lead.ts'
import { neverMindPhoneBack, phoneBack } from './phone-back.ts'
import { promiseCallback } from './promise-callback.ts'
import { wantsCallback } from './read-urgency.ts'
import { saidButNotDone, wasCallbackPromised } from './said-but-not-done.ts'

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
  const { turns: reported, ...facts2 } = report
  // A report may come without its transcript; what was heard live then has to do.
  const turns = reported.length > 0 ? reported : yield* turnsOfCall(tx.practiceId, known.id)
  const said = turns.filter((turn) => turn.role === 'caller').map((turn) => turn.text)
  const call = yield* watchWholeCall(tx, known, said.length > 0 ? callerWords(turns) : [report.summary ?? ''])
  const changes = (yield* changesInCall(tx.practiceId, call.id)).map(({ change }) => change)
  const actions = new Set(changes.map((change) => change.action))
  const ended = yield* updateCall(tx, {
    ...call,
    ...facts2,
    startedAt: report.startedAt ?? call.startedAt,
    endedAt: report.endedAt ?? call.endedAt ?? tx.now,
    endedReason: report.endedReason ?? (call.endedReason === REPORT_LOST ? null : call.endedReason),
    status: 'ended',
    difference: saidButNotDone({ ...report, turns }, actions, call.provenPatientIds.length > 0),
    hasReport: true,
  })
  if (reported.length > 0)
    yield* replaceTurns(
      tx,
      call.id,
      reported.map((turn, position) => ({ callId: call.id, position, ...turn })),
    )
  yield* dropHolds(tx.practiceId, call.id)
  yield* keepControlUrl(tx.practiceId, call.id, null)
  const wishes = wantsCallback([...said, report.summary ?? ''].join('. ')).wants && ended.endedReason !== PUT_THROUGH
  // A carrier may show a forwarded patient as the line that forwards: whoever wants something is no test.
  const isTest = !wishes && ended.takenOverBy === null && (yield* isForwardTest(tx, ended))
  if (!isTest)
    yield* keepFollowUps(tx, ended, {
      hasVisit: actions.has('appointment.booked') || actions.has('appointment.moved'),
      isCallbackDue: wishes || wasCallbackPromised(turns),
      lostTransfer: ended.endedReason === PUT_THROUGH ? null : ended.takenOverBy,
    })
  tx.emit('call.ended')
}

/** `lostTransfer`: who was to have the call, when it ended before the caller reached them. */
type Due = { hasVisit: boolean; isCallbackDue: boolean; lostTransfer: string | null }

function* keepFollowUps(tx: Tx, call: Call, { hasVisit, isCallbackDue, lostTransfer }: Due): Work<void> {
  if (lostTransfer) yield* phoneBack(tx, call, lostTransfer)
  if (call.endedReason === PUT_THROUGH) yield* neverMindPhoneBack(tx, call)
  const { leads, callbacks, alarms } = yield* followUpsOfCall(tx.practiceId, call.id)
  const about = {
    patientId: yield* solePatientOn(tx.practiceId, call.callerNumber),
    phoneNumber: call.callerNumber,
    callId: call.id,
  }
  const isUrgent = call.urgency !== 'none'
  const isInHand = hasVisit || callbacks.length > 0 || alarms.length > 0 || leads.some((one) => one.kind === 'urgent')
  if (call.difference) yield* openLead(tx, { ...about, kind: 'said_not_done', reason: call.difference })
  if (isUrgent && !isInHand) yield* openLead(tx, { ...about, kind: 'urgent', reason: 'Urgent call that ended without a visit' })
  // A promise made before the caller spoke of pain is as urgent as the call became.
  for (const one of callbacks)
    if (isUrgent && one.status === 'open' && one.urgency === 'routine') yield* tx.update('callbacks', { ...one, urgency: 'urgent' })
  if (callbacks.length > 0 || !isCallbackDue) return
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  yield* promiseCallback(tx, {
    ...about,
    reason: 'Asked in the call to be called back',
    urgency: isUrgent ? 'urgent' : 'routine',
    dueAt: addMinutes(nextWorkingInstant(setup, tx.now), setup.practice.settings.callbackWithinMinutes),
  })
}
