import { MS_PER_MINUTE, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { nowOf } from '../ports/clock.ts'
import { audit, wasDoneSince } from '../store/audit-log.ts'
import type { Work } from '../store/work.ts'
import type { DeskCtx } from './desk-context.ts'

/** Looking again within this is the same look. */
const SAME_LOOK_MINUTES = 10

/** Every reading of a patient by a person is kept: which desk, when, whom. One line per request; `detail` says how much was shown. */
export function* auditReading(ctx: DeskCtx, action: string, subjectType: string, subjectId: string, detail?: object): Work<void> {
  yield* audit(ctx.practiceId, ctx.newId(), nowOf(ctx.clock), ctx.actor, { action, subjectType, subjectId, detail })
}

/** The reading of one patient: one line per desk and patient in ten minutes, however often the desk asks. */
export function* auditPatientReading(ctx: DeskCtx, patientId: string): Work<void> {
  const since = toInstant(ctx.clock.nowMs() - SAME_LOOK_MINUTES * MS_PER_MINUTE)
  if (yield* wasDoneSince(ctx.practiceId, patientId, 'patient.read', ctx.actor.id, since)) return
  yield* auditReading(ctx, 'patient.read', 'patient', patientId)
}
