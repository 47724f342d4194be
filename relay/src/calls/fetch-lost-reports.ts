import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { PhoneNumberId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { MS_PER_MINUTE, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { solePatientOn } from '../patients/household-of.ts'
import type { VoiceAgent } from '../ports/voice-agent.ts'
import { keepControlUrl, unreportedCalls } from '../store/calls.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { readCallReport } from '../voice/read-report.ts'
import { isThrough, REPORT_LOST, updateCall } from './call-record.ts'
import { openLead } from './open-lead.ts'
import { phoneBack } from './phone-back.ts'
import { receiveReport } from './receive-report.ts'

/** Calls are cut off after 15 minutes and reported soon after; one silent for longer lost its report, perhaps in a restart. */
const SILENT_MINUTES = 20
const BATCH = 20

type Base = Omit<Ctx, 'practiceId' | 'actor'>

/** Fetches the reports of calls that ended without one. Returns how many were found; rethrows the first failure after trying them all. */
export async function fetchLostReports(base: Base, voiceAgent: Pick<VoiceAgent, 'fetchCall'>): Promise<number> {
  const before = toInstant(base.clock.nowMs() - SILENT_MINUTES * MS_PER_MINUTE)
  const failures: unknown[] = []
  let found = 0
  for (const { practiceId, call } of await base.store.read(() => unreportedCalls(before, REPORT_LOST, BATCH))) {
    const ctx: Ctx = { ...base, practiceId: practiceId as PracticeId, actor: { kind: 'system', id: null } }
    try {
      const fetched = await voiceAgent.fetchCall(call.externalId)
      if (await keepFetched(ctx, call, fetched)) found++
    } catch (error) {
      // It goes to the end of the queue, so that it cannot keep the others waiting for ever.
      failures.push(error)
      await write(ctx, 'lost-report', (tx) => lookAgainLater(tx, call.id, (present) => present))
    }
  }
  if (failures.length > 0) throw failures[0]
  return found
}

async function keepFetched(ctx: Ctx, call: Call, fetched: Awaited<ReturnType<VoiceAgent['fetchCall']>>): Promise<boolean> {
  const isOver = fetched?.isOver === true
  await write(ctx, 'lost-report', function* (tx) {
    const facts = { ...call, phoneNumberId: call.phoneNumberId ?? ('' as PhoneNumberId) }
    if (isOver) yield* receiveReport(tx, facts, readCallReport(fetched.report, call.externalId, tx.now))
    else if (fetched) yield* lookAgainLater(tx, call.id, (present) => present)
    else yield* giveUp(tx, call.id)
  })
  return isOver
}

/** Looked at again after the same silence rather than every minute. A report that came meanwhile stays. */
function* lookAgainLater(tx: Tx, callId: string, change: (present: Call) => Call): Work<void> {
  const present = yield* tx.require('calls', callId)
  if (present.hasReport) return
  yield* updateCall(tx, change(present))
  tx.emit('call.changed')
}

/** Not known there. It is not asked for again, but a report that arrives all the same is kept. */
function* giveUp(tx: Tx, callId: string): Work<void> {
  const before = yield* tx.require('calls', callId)
  yield* lookAgainLater(tx, callId, (present) => ({
    ...present,
    status: 'ended',
    endedAt: present.endedAt ?? tx.now,
    endedReason: REPORT_LOST,
  }))
  const call = yield* tx.require('calls', callId)
  yield* keepControlUrl(tx.practiceId, callId, null)
  if (call.hasReport) return
  if (call.takenOverBy !== null && !isThrough(before)) yield* phoneBack(tx, call, call.takenOverBy)
  if (call.urgency === 'none') return
  yield* openLead(tx, {
    kind: 'urgent',
    patientId: yield* solePatientOn(tx.practiceId, call.callerNumber),
    phoneNumber: call.callerNumber,
    callId: call.id,
    reason: 'An urgent call ended without a report: check it',
  })
}
