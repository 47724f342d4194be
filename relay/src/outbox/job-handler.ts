import type { OutboxRow } from '../store/outbox.ts'
import type { Ctx } from '../store/transaction.ts'
import type { DispatcherDeps } from './dispatcher.ts'

/** What does one kind of job. `lost` is for one whose worker vanished in the middle. */
export type JobHandler = {
  run(ctx: Ctx, row: OutboxRow, deps: DispatcherDeps): Promise<void>
  lost(ctx: Ctx, row: OutboxRow): Promise<void>
}
