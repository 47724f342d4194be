import type { Changed } from '@dentalanswer/shared/contract/events.ts'
import { CONTRACT_VERSION, type DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import { addDays, instantAt, localDateOf, MS_PER_DAY, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { FURTHEST_DAYS } from '../booking/calendar-of.ts'
import { nowOf } from '../ports/clock.ts'
import { appointmentsStarting, changesSince, openOpenings } from '../store/appointments.ts'
import { listVersions } from '../store/assistant-versions.ts'
import { callsBefore, turnsOfCall } from '../store/calls.ts'
import { listDevices } from '../store/devices.ts'
import { eventRange } from '../store/event-log.ts'
import { followUpsSince } from '../store/follow-ups.ts'
import { messagesSince } from '../store/messages.ts'
import { listRuns } from '../store/onboarding-runs.ts'
import { listOptOuts } from '../store/opt-outs.ts'
import { pageStart } from '../store/page-before.ts'
import { listPatients } from '../store/patients.ts'
import { listRegistrations } from '../store/registrations.ts'
import { loadSetup } from '../store/setup.ts'
import { decidedThreads } from '../store/threads.ts'
import type { Work } from '../store/work.ts'
import { auditReading } from './audit-reading.ts'
import type { DeskCtx } from './desk-context.ts'

const BACK_DAYS = 30
/** How long finished work stays in sight, so that everybody sees how it ended. */
const OUTCOME_DAYS = 7
const MOST = 10_000
const RECENT_CALLS = 200

/** All that a desk needs to start, and the number of the event it stands at, from one committed state. Older appointments, messages and
 *  calls are read by query when somebody looks for them. */
export async function takeSnapshot(ctx: DeskCtx): Promise<DeskOutput<'snapshot.take'>> {
  const snapshot = await ctx.store.snapshot(function* () {
    const now = nowOf(ctx.clock)
    const since = toInstant(ctx.clock.nowMs() - BACK_DAYS * MS_PER_DAY)
    const { last } = yield* eventRange(ctx.practiceId)
    return { seq: last, at: now, contractVersion: CONTRACT_VERSION, entities: yield* entitiesSince(ctx, since) }
  })
  const detail = { patients: snapshot.entities.patients?.length ?? 0 }
  await ctx.store.write('read-snapshot', () => auditReading(ctx, 'snapshot.taken', 'practice', ctx.practiceId, detail))
  return snapshot
}

function* entitiesSince(ctx: DeskCtx, since: string): Work<Changed> {
  const { practiceId } = ctx
  const { practice, ...setup } = yield* loadSetup(ctx.practiceId)
  const today = localDateOf(nowOf(ctx.clock), practice.timeZone)
  const from = instantAt(addDays(today, -BACK_DAYS), 0, practice.timeZone)
  const to = instantAt(addDays(today, FURTHEST_DAYS + 1), 0, practice.timeZone)
  const calls = yield* callsBefore(practiceId, pageStart(), RECENT_CALLS)
  const live = calls.filter((call) => call.status !== 'ended')
  const callTurns = []
  for (const call of live) callTurns.push(...(yield* turnsOfCall(practiceId, call.id)))
  return {
    practice: [practice],
    ...setup,
    patients: yield* listPatients(practiceId),
    appointments: yield* appointmentsStarting(practiceId, from, to),
    openings: yield* openOpenings(practiceId, nowOf(ctx.clock), to),
    messages: yield* messagesSince(practiceId, since, MOST),
    optOuts: yield* listOptOuts(practiceId),
    threads: yield* decidedThreads(practiceId, nowOf(ctx.clock)),
    calls,
    callTurns,
    ...(yield* followUpsSince(practiceId, toInstant(ctx.clock.nowMs() - OUTCOME_DAYS * MS_PER_DAY), MOST)),
    changes: yield* changesSince(practiceId, since, MOST),
    devices: yield* listDevices(practiceId),
    onboardingRuns: yield* listRuns(practiceId),
    assistantVersions: yield* listVersions(practiceId),
    textRegistrations: yield* listRegistrations(practiceId),
  }
}
