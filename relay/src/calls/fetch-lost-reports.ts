import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { addMinutes, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { VoiceAgent } from '../ports/voice-agent.ts'
import { unreportedCalls } from '../store/calls.ts'
import { type Ctx, write } from '../store/transaction.ts'
import { readCallReport } from '../voice/read-report.ts'
import { updateCall } from './call-record.ts'
import { receiveReport } from './receive-report.ts'

/** Calls are cut off after 15 minutes and reported soon after; one silent for longer lost its report, perhaps in a restart. */
const SILENT_MINUTES = 20
const BATCH = 20

/** Fetches the reports of calls that ended without one. Returns how many were found. */
export async function fetchLostReports(base: Omit<Ctx, 'practiceId' | 'actor'>, voiceAgent: VoiceAgent): Promise<number> {
  const now = toInstant(base.clock.nowMs())
  let found = 0
  for (const { practiceId, call } of await base.store.read(() => unreportedCalls(addMinutes(now, -SILENT_MINUTES), BATCH))) {
    const ctx: Ctx = { ...base, practiceId: practiceId as PracticeId, actor: { kind: 'system', id: null } }
    const fetched = await voiceAgent.fetchCall(call.externalId)
    await write(ctx, 'lost-report', function* (tx) {
      const facts = {
        ...call,
        externalId: call.externalId,
        phoneNumberId: call.phoneNumberId as never,
        vapiPhoneNumberId: '',
        assistantId: '',
        dialledNumber: null,
      }
      if (fetched?.isOver) yield* receiveReport(tx, facts, readCallReport(fetched.report, call.externalId, now))
      // Not over, or not known there: look again later rather than every minute.
      else {
        const present = yield* tx.require('calls', call.id)
        yield* updateCall(tx, { ...present, status: fetched ? present.status : 'ended', hasReport: fetched === null })
        tx.emit('call.changed')
      }
    })
    if (fetched?.isOver) found++
  }
  return found
}
