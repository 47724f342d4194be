import { nowOf } from '../ports/clock.ts'
import { audit } from '../store/audit-log.ts'
import type { Work } from '../store/work.ts'
import type { DeskCtx } from './desk-context.ts'

/** Every reading of a patient by a person is kept: which desk, when, whom. One line per request; `detail` says how much was shown. */
export function* auditReading(ctx: DeskCtx, action: string, subjectType: string, subjectId: string, detail?: object): Work<void> {
  yield* audit(ctx.practiceId, ctx.newId(), nowOf(ctx.clock), ctx.actor, { action, subjectType, subjectId, detail })
}
