import { TRANSFER_CALL } from '../calls/take-over-call.ts'
import { faultPoints } from '../fault-points.ts'
import { TEXT_SEND } from '../messaging/queue-text.ts'
import type { JobHandler } from './job-handler.ts'
import { recordOutcome, startSending } from './send-text-job.ts'
import { transferCall, transferLost } from './transfer-call-job.ts'
import { textLost } from './unknown-texts.ts'

const sendText: JobHandler = {
  async run(ctx, row, deps) {
    const text = await startSending(ctx, row, deps.owner)
    if (!text) return
    faultPoints.reach('send:before-vendor')
    const outcome = await deps.telephony.sendText(text)
    faultPoints.reach('send:after-vendor')
    await recordOutcome(ctx, row, deps.owner, outcome)
  },
  lost: textLost,
}

/** What does each kind of job. */
export const handlers: Record<string, JobHandler> = {
  [TEXT_SEND]: sendText,
  [TRANSFER_CALL]: { run: transferCall, lost: transferLost },
}
