import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { changeMessage, failMessage, markAccepted } from '../messaging/change-message.ts'
import { numberOf } from '../messaging/leave-to-text.ts'
import { type TextJob, textingNumber } from '../messaging/queue-text.ts'
import type { OutgoingText, SendOutcome } from '../ports/telephony.ts'
import { keepProviderRef, type OutboxRow, type OutboxState } from '../store/outbox.ts'
import { holdsLease, settleJob } from '../store/outbox-leases.ts'
import { loadSetup } from '../store/setup.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { mayGoAt, type Obstacle, obstacleTo } from './may-send.ts'
import { attemptedAt, LOOK_EVERY_MS, LOOK_FOR_MS, nextTry } from './timing.ts'

/** Checks right before sending that the text still may go out and that this worker still holds it, and marks it as being sent. Null
 *  when it may not; then the job is settled. */
export async function startSending(ctx: Ctx, row: OutboxRow, owner: string): Promise<OutgoingText | null> {
  return write(ctx, 'start-sending', function* (tx) {
    // A worker that slept past its lease finds the text in other hands, or gone.
    if (!(yield* holdsLease(row, owner))) return null
    const written = yield* tx.find('messages', jobOf(row).messageId)
    const message = written && (yield* fromNumberInUse(tx, written))
    const obstacle = message ? yield* obstacleTo(tx, message) : null
    if (!message || message.status === 'blocked' || obstacle) {
      yield* settleJob({ row, owner, state: 'cancelled', runAfter: row.runAfter, now: tx.now })
      if (message && obstacle) yield* block(tx, message, obstacle)
      return null
    }
    const runAfter = mayGoAt(tx, message, jobOf(row))
    if (runAfter > tx.now) {
      yield* settleJob({ row, owner, state: 'pending', runAfter, lastError: row.lastError, now: tx.now })
      yield* changeMessage(tx, message, { sendAfter: runAfter })
      return null
    }
    // Another attempt is another message at the vendor; the id of the one before stays with the job.
    if (message.providerMessageId !== null) yield* keepProviderRef(row.id, message.providerMessageId)
    yield* changeMessage(tx, message, { status: 'sending', providerMessageId: null, sendAfter: null })
    return yield* outgoing(tx, message, row)
  })
}

/** Its number may have been given up while it waited, and may be somebody else's by now. */
function* fromNumberInUse(tx: Tx, message: Message): Work<Message> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const other = numberOf(phoneNumbers, message.fromNumber) ? null : textingNumber(phoneNumbers)
  return other ? { ...message, fromNumber: other.phoneNumber } : message
}

function* block(tx: Tx, message: Message, { code, reason, needsPerson }: Obstacle): Work<void> {
  yield* changeMessage(tx, message, {
    status: 'blocked',
    errorCode: code,
    error: reason,
    sendAfter: null,
    ...(needsPerson ? { attention: 'open', attentionReason: reason } : {}),
  })
}

function* outgoing(tx: Tx, message: Message, row: OutboxRow): Work<OutgoingText> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const phone = numberOf(phoneNumbers, message.fromNumber)
  return {
    from: message.fromNumber,
    to: message.toNumber,
    body: message.body,
    messagingServiceSid: phone?.messagingServiceSid ?? null,
    reference: row.id,
  }
}

export const LOOKING = 'It is not known yet whether this text went out. It is being looked up.'

/** Writes down how an attempt ended. Does nothing when the lease ran out meanwhile: then the row was settled as unknown. */
export async function recordOutcome(ctx: Ctx, row: OutboxRow, owner: string, outcome: SendOutcome): Promise<void> {
  await write(ctx, 'record-outcome', function* (tx) {
    const message = yield* tx.find('messages', jobOf(row).messageId)
    if (!message) return
    const settle = (
      state: OutboxState,
      lastError: string | null,
      more: { runAfter?: string; lookUntil?: string; providerRef?: string } = {},
    ) => settleJob({ row, owner, state, runAfter: tx.now, lastError, ...more, now: tx.now })
    if (outcome.kind === 'accepted') {
      // The error that led to this try stays with the job, so that there is one later try and no more.
      if (yield* settle('done', row.lastError, { providerRef: outcome.providerMessageId }))
        yield* markAccepted(tx, message, outcome.providerMessageId, outcome.segments)
      return
    }
    if (message.providerMessageId !== null) {
      // A status callback has proved the send while the answer was on its way; it is not taken back.
      yield* settle('done', row.lastError, { providerRef: message.providerMessageId })
      return
    }
    if (outcome.kind === 'unknown') {
      const times = {
        runAfter: toInstant(Date.parse(tx.now) + LOOK_EVERY_MS),
        lookUntil: toInstant(Date.parse(attemptedAt(row)) + LOOK_FOR_MS),
      }
      if (yield* settle('unknown', outcome.code, times))
        yield* changeMessage(tx, message, { status: 'unknown', errorCode: outcome.code, error: LOOKING })
      return
    }
    const runAfter = outcome.kind === 'later' ? nextTry(tx.now, row.attempts, outcome.retryAfterMs) : null
    if (runAfter === null) {
      if (yield* settle('failed', outcome.code)) yield* failMessage(tx, message, 'failed', outcome.code)
    } else if (yield* settle('pending', row.lastError ?? outcome.code, { runAfter }))
      yield* changeMessage(tx, message, { status: 'waiting', errorCode: outcome.code, sendAfter: runAfter })
  })
}

export function jobOf(row: OutboxRow): TextJob {
  return JSON.parse(row.payload) as TextJob
}
