import type { ForwardTest } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { epochMs } from '@dentalanswer/shared/domain/practice-time.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import type { PlacedCall } from '../ports/number-supplier.ts'
import { keepProviderRef } from '../store/outbox.ts'
import { keepNumber } from './keep-number.ts'
import { addSeconds, FORWARD_SECONDS, type TrialForwardJob } from './trial-forward.ts'
import { NOT_PLACED, verdictOf } from './trial-words.ts'

const MOST_TRIES = 3
const AGAIN_MS = 2_000
const ASK_AGAIN_MS = 5_000
const RING_SECONDS = 40

/** Phones the line once, then comes back for the verdict. Once the vendor's id of the call is kept with the job, or its worker vanished
 *  in the middle, no second call is placed. */
export const trialForwardJob = repeatable(async (job): Promise<JobOutcome> => {
  const { phoneNumberId, startedAt } = JSON.parse(job.row.payload) as TrialForwardJob
  const phone = await job.change('try-forward', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phoneNumberId)
    return present.forwardTest?.startedAt === startedAt && present.forwardTest.endedAt === null ? present : null
  })
  if (!phone) return { kind: 'done' }
  const isPlaced = job.row.providerRef !== null || job.row.lastError === 'LEASE_ENDED'
  return isPlaced ? decide(job, phone) : place(job, phone)
})

const msUntilEnd = ({ ctx }: JobWork, phone: PracticePhone): number =>
  epochMs(addSeconds(phone.forwardTest!.startedAt, FORWARD_SECONDS)) - ctx.clock.nowMs()

async function place(job: JobWork, phone: PracticePhone): Promise<JobOutcome> {
  const { supplier, trialInstructionsUrl, trialStatusUrl } = job.deps.lines
  if (phone.forwardedFrom === null) return end(job, phone, NOT_PLACED)
  const placed = await supplier.placeCall({
    from: phone.phoneNumber,
    to: phone.forwardedFrom,
    instructionsUrl: trialInstructionsUrl,
    statusUrl: trialStatusUrl,
    ringSeconds: RING_SECONDS,
  })
  if (placed.kind === 'refused') return end(job, phone, NOT_PLACED)
  if (placed.kind === 'later') return job.row.attempts < MOST_TRIES ? { kind: 'again', afterMs: AGAIN_MS } : end(job, phone, NOT_PLACED)
  // Where it is not known whether it rings, its coming here would show it.
  const ref = placed.kind === 'done' ? placed.value.sid : 'unknown'
  await job.change('forward-placed', () => keepProviderRef(job.row.id, ref))
  return { kind: 'again', afterMs: Math.max(0, msUntilEnd(job, phone)) }
}

async function decide(job: JobWork, phone: PracticePhone): Promise<JobOutcome> {
  const test = phone.forwardTest!
  const leftMs = msUntilEnd(job, phone)
  // Calls that go in a circle may come again until the end.
  if (test.state !== 'calling') return leftMs > 0 ? { kind: 'again', afterMs: leftMs } : end(job, phone, test)
  const call = await readCall(job)
  if (leftMs > 0 && !call?.isOver) return { kind: 'again', afterMs: Math.min(leftMs, ASK_AGAIN_MS) }
  return end(job, phone, verdictOf(call))
}

async function readCall({ row, deps }: JobWork): Promise<PlacedCall | null> {
  if (!row.providerRef || row.providerRef === 'unknown') return null
  const read = await deps.lines.supplier.readCall(row.providerRef)
  return read.kind === 'done' ? read.value : null
}

async function end({ change }: JobWork, phone: PracticePhone, verdict: Pick<ForwardTest, 'state' | 'message'>): Promise<JobOutcome> {
  await change('forward-verdict', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phone.id)
    const test = present.forwardTest
    if (!test || test.endedAt !== null || test.startedAt !== phone.forwardTest?.startedAt) return
    // A call that came here meanwhile says more than anything that was found out.
    const { state, message } = test.state === 'calling' ? verdict : test
    yield* keepNumber(tx, { ...present, forwardTest: { ...test, state, message, endedAt: tx.now } }, 'number.forward_verdict', { state })
  })
  return { kind: 'done' }
}
