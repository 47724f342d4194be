import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { isThrough, updateCall } from '../calls/call-record.ts'
import { phoneBack } from '../calls/phone-back.ts'
import type { TransferJob } from '../calls/take-over-call.ts'
import { faultPoints } from '../fault-points.ts'
import type { TransferOutcome, VoiceAgent } from '../ports/voice-agent.ts'
import { controlUrlOf } from '../store/calls.ts'
import { findJob, moveJob, type OutboxRow } from '../store/outbox.ts'
import { holdsLease, settleJob } from '../store/outbox-leases.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** The caller is waiting: a few quick tries, then a person phones back. */
const MOST_ATTEMPTS = 3
const TRY_AGAIN_MS = 2_000

type Worker = { owner: string; voiceAgent: VoiceAgent | null }

const jobOf = (row: OutboxRow) => JSON.parse(row.payload) as TransferJob

/** Puts a call through. It looks at the call first; after a try whose answer was lost it also has the voice service look. */
export async function transferCall(ctx: Ctx, row: OutboxRow, { owner, voiceAgent }: Worker): Promise<void> {
  const start = await startTransfer(ctx, row, owner)
  if (start === null) return
  faultPoints.reach('transfer:before-vendor')
  const outcome: TransferOutcome = voiceAgent ? await ask(voiceAgent, row, start) : { kind: 'refused', code: 'NO_VOICE_SERVICE' }
  faultPoints.reach('transfer:after-vendor')
  await recordTransfer(ctx, row, owner, outcome)
}

async function ask(voiceAgent: VoiceAgent, row: OutboxRow, { controlUrl, externalId }: Start): Promise<TransferOutcome> {
  if (row.attempts > 1) {
    const known = await lookAt(voiceAgent, externalId)
    if (known) return known
  }
  return voiceAgent.transferCall(controlUrl, jobOf(row).to)
}

/** What the try before came to; null when it may be made again. */
async function lookAt(voiceAgent: VoiceAgent, externalId: string): Promise<TransferOutcome | null> {
  try {
    const call = await voiceAgent.fetchCall(externalId)
    if (call?.isPutThrough) return { kind: 'done' }
    return !call || call.isOver ? { kind: 'refused', code: 'CALL_OVER' } : null
  } catch {
    // It may be under way: better one call back too many than two transfers.
    return { kind: 'later', code: 'NOT_SEEN' }
  }
}

type Start = { controlUrl: string; externalId: string }

/** Where to ask. Null when there is nothing to ask any more; then the job is settled. */
async function startTransfer(ctx: Ctx, row: OutboxRow, owner: string): Promise<Start | null> {
  return write(ctx, 'start-transfer', function* (tx) {
    if (!(yield* holdsLease(row, owner))) return null
    const call = yield* tx.find('calls', jobOf(row).callId)
    if (call?.status === 'ringing' || call?.status === 'in_progress') {
      const controlUrl = yield* controlUrlOf(tx.practiceId, call.id)
      if (controlUrl) return { controlUrl, externalId: call.externalId }
    }
    const state = call && isThrough(call) ? 'done' : 'failed'
    yield* settleJob({ row, owner, state, runAfter: tx.now, lastError: row.lastError, now: tx.now })
    if (call) yield* giveUp(tx, call)
    return null
  })
}

async function recordTransfer(ctx: Ctx, row: OutboxRow, owner: string, outcome: TransferOutcome): Promise<void> {
  await write(ctx, 'record-transfer', function* (tx) {
    const settle = (state: 'done' | 'failed' | 'pending', runAfter: string = tx.now) =>
      settleJob({ row, owner, state, runAfter, lastError: outcome.kind === 'done' ? null : outcome.code, now: tx.now })
    if (outcome.kind === 'done') return void (yield* settle('done'))
    if (outcome.kind === 'later' && row.attempts < MOST_ATTEMPTS)
      return void (yield* settle('pending', toInstant(Date.parse(tx.now) + TRY_AGAIN_MS)))
    const call = yield* tx.find('calls', jobOf(row).callId)
    if ((yield* settle('failed')) && call) yield* giveUp(tx, call)
  })
}

/** The caller hears the machine again, or has hung up: a person phones them. One who is being put through needs nobody. */
function* giveUp(tx: Tx, call: Call): Work<void> {
  if (call.takenOverBy === null || isThrough(call)) return
  const free = yield* updateCall(tx, { ...call, takenOverBy: null, takenOverAt: null })
  const callback = yield* phoneBack(tx, free, call.takenOverBy)
  yield* tx.audit({ action: 'call.not_put_through', subjectType: 'call', subjectId: call.id, detail: { callbackId: callback.id } })
  tx.emit('callback.changed')
}

/** The worker vanished while it asked. The next one looks at the call and asks again where that still helps. */
export async function transferLost(ctx: Ctx, row: OutboxRow): Promise<void> {
  await write(ctx, 'transfer-lost', function* (tx) {
    const present = yield* findJob(row.id)
    if (present?.state !== 'sending' || present.leaseOwner !== row.leaseOwner || present.attempts !== row.attempts) return
    const hasTries = row.attempts < MOST_ATTEMPTS
    yield* moveJob({
      id: row.id,
      from: ['sending'],
      to: hasTries ? 'pending' : 'failed',
      runAfter: tx.now,
      lastError: 'LEASE_ENDED',
      now: tx.now,
    })
    const call = hasTries ? null : yield* tx.find('calls', jobOf(row).callId)
    if (call) yield* giveUp(tx, call)
  })
}
