import type { Message, MessageStatus } from '@dentalanswer/shared/domain/message.ts'
import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { adviceFor } from '../messaging/delivery-advice.ts'
import { optOut } from '../messaging/opt-outs.ts'
import type { OutgoingText, SendOutcome, Telephony } from '../ports/telephony.ts'
import { activeOptOut } from '../store/messages.ts'
import { findJob, moveJob, type OutboxRow, settleJob } from '../store/outbox.ts'
import { entityTables } from '../store/registry.ts'
import { loadSetup } from '../store/setup.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

export type Attempt = { text: OutgoingText }

const MOST_ATTEMPTS = 8
const BACKOFF_BASE_MS = 2_000
const BACKOFF_CAP_MS = 10 * 60_000
/** How long a text of unknown outcome is looked for before a person is asked. */
const LOOK_AFTER_MS = 30_000
const GIVE_UP_AFTER_MS = 120_000

const UNKNOWN_ADVICE = 'It is not known whether this text went out. It is not sent again by itself; phone them or check with them.'

/** Checks right before sending that it still may go out, and marks it as being sent. Null when it may not: then the job is over. */
export async function startSending(ctx: Ctx, row: OutboxRow, owner: string): Promise<Attempt | null> {
  return write(ctx, 'start-sending', function* (tx) {
    const message = yield* tx.find('messages', messageIdOf(row))
    const optedOut = message && message.purpose !== 'alarm' ? yield* activeOptOut(tx.practiceId, message.toNumber) : null
    if (!message || optedOut || message.status === 'blocked') {
      yield* settleJob({ id: row.id, owner, state: 'cancelled', runAfter: row.runAfter, now: tx.now })
      if (message && optedOut) yield* changeMessage(tx, message, { status: 'blocked', errorCode: 'OPTED_OUT', error: adviceFor('21610') })
      return null
    }
    yield* changeMessage(tx, message, { status: 'sending', sendAfter: null })
    const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
    const phone = phoneNumbers.find((one) => one.phoneNumber === message.fromNumber)
    return {
      text: {
        from: message.fromNumber,
        to: message.toNumber,
        body: message.body,
        messagingServiceSid: phone?.messagingServiceSid ?? null,
        reference: row.id,
      },
    }
  })
}

export async function recordOutcome(ctx: Ctx, row: OutboxRow, owner: string, outcome: SendOutcome): Promise<void> {
  await write(ctx, 'record-outcome', function* (tx) {
    const message = yield* tx.find('messages', messageIdOf(row))
    if (!message) return
    const settle = (state: OutboxRow['state'], runAfter: Instant, lastError: string | null, providerRef?: string) =>
      settleJob({ id: row.id, owner, state, runAfter, lastError, providerRef, now: tx.now })
    if (outcome.kind === 'accepted') {
      if (!(yield* settle('done', tx.now, null, outcome.providerMessageId))) return
      yield* markAccepted(tx, message, outcome.providerMessageId, outcome.segments)
    } else if (outcome.kind === 'later' && row.attempts < MOST_ATTEMPTS) {
      const runAfter = toInstant(ctx.clock.nowMs() + (outcome.retryAfterMs ?? backoffMs(row.attempts)))
      if (!(yield* settle('pending', runAfter, outcome.code))) return
      yield* changeMessage(tx, message, { status: 'waiting', sendAfter: runAfter })
    } else if (outcome.kind === 'unknown') {
      if (!(yield* settle('unknown', toInstant(ctx.clock.nowMs() + LOOK_AFTER_MS), outcome.code))) return
      // A status callback may have proved the send while the answer was on its way; it is not taken back.
      if (message.providerMessageId === null) yield* changeMessage(tx, message, { status: 'unknown', errorCode: outcome.code, error: null })
    } else {
      if (!(yield* settle('failed', tx.now, outcome.code))) return
      yield* failMessage(tx, message, 'failed', outcome.code)
    }
  })
}

/** A job whose worker vanished while sending: it may have gone out. */
export async function textLost(ctx: Ctx, row: OutboxRow): Promise<void> {
  await write(ctx, 'text-lost', function* (tx) {
    const present = yield* findJob(row.id)
    if (present?.state !== 'sending' || present.leaseOwner !== row.leaseOwner) return
    const message = yield* tx.find('messages', messageIdOf(row))
    const hasProof = message !== null && message.providerMessageId !== null && message.status !== 'waiting'
    // Killed between taking the job and marking the message: nothing was sent yet.
    const wasNotStarted = message?.status === 'waiting' || message?.status === 'blocked'
    const to = hasProof ? 'done' : wasNotStarted ? 'pending' : 'unknown'
    yield* moveJob({ id: row.id, from: ['sending'], to, runAfter: tx.now, lastError: 'lease ran out', now: tx.now })
    if (message && to === 'unknown') yield* changeMessage(tx, message, { status: 'unknown', error: null })
  })
}

/** Looks an unknown text up at the vendor. Found: it was sent. Not found within two minutes: a person decides; it is never sent again
 *  by a timer. */
export async function resolveUnknown(ctx: Ctx, row: OutboxRow, telephony: Telephony): Promise<void> {
  const message = await ctx.store.read(() => findMessage(ctx, row))
  const found =
    message && message.providerMessageId === null
      ? await telephony
          .findText({ from: message.fromNumber, to: message.toNumber, body: message.body }, message.createdAt)
          .catch(() => undefined)
      : null
  await write(ctx, 'resolve-unknown', function* (tx) {
    const present = yield* tx.find('messages', messageIdOf(row))
    if (!present) return
    if (present.providerMessageId !== null || found) {
      yield* moveJob({ id: row.id, from: ['unknown'], to: 'done', runAfter: tx.now, now: tx.now })
      if (present.providerMessageId === null && found) yield* markAccepted(tx, present, found.providerMessageId, null)
      return
    }
    const sinceMs = ctx.clock.nowMs() - Date.parse(row.createdAt)
    const isOver = found === null && sinceMs >= GIVE_UP_AFTER_MS
    const next = toInstant(ctx.clock.nowMs() + (found === undefined ? BACKOFF_CAP_MS / 10 : LOOK_AFTER_MS))
    yield* moveJob({
      id: row.id,
      from: ['unknown'],
      to: isOver ? 'failed' : 'unknown',
      runAfter: next,
      lastError: 'not found at the vendor',
      now: tx.now,
    })
    if (isOver || sinceMs >= GIVE_UP_AFTER_MS)
      if (present.attention === 'none')
        yield* changeMessage(tx, present, { status: 'unknown', error: UNKNOWN_ADVICE, attention: 'open', attentionReason: UNKNOWN_ADVICE })
  })
}

function* findMessage(ctx: Ctx, row: OutboxRow): Work<Message | null> {
  return yield* entityTables.messages.find(ctx.practiceId, messageIdOf(row))
}

function messageIdOf(row: OutboxRow): string {
  return (JSON.parse(row.payload) as { messageId: string }).messageId
}

/** Full jitter: a random wait up to a growing bound, so that many retries never come together. */
export function backoffMs(attempts: number, random = Math.random): number {
  return Math.round(random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempts)) + 500
}

const ORDER: MessageStatus[] = ['waiting', 'unknown', 'sending', 'accepted', 'sent', 'delivered']

function* markAccepted(tx: Tx, message: Message, providerMessageId: string, segments: number | null): Work<void> {
  const isBehind = ORDER.indexOf(message.status) >= 0 && ORDER.indexOf(message.status) < ORDER.indexOf('accepted')
  yield* changeMessage(tx, message, {
    providerMessageId,
    segments: segments ?? message.segments,
    ...(isBehind
      ? {
          status: 'accepted' as const,
          errorCode: null,
          error: null,
          attention: message.status === 'unknown' ? ('none' as const) : message.attention,
        }
      : {}),
    sentAt: message.sentAt ?? tx.now,
  })
}

/** A text that will not arrive: says what staff should do, and learns an opt-out from the carrier's refusal. */
export function* failMessage(tx: Tx, message: Message, status: 'failed' | 'undelivered', code: string | null): Work<void> {
  const advice = adviceFor(code)
  yield* changeMessage(tx, message, {
    status,
    errorCode: code,
    error: advice,
    attention: message.purpose === 'acknowledgement' ? message.attention : 'open',
    attentionReason: advice,
  })
  if (code === '21610') yield* optOut(tx, message, 'send_refused')
}

export function* changeMessage(tx: Tx, message: Message, change: Partial<Message>): Work<void> {
  yield* tx.update('messages', { ...message, ...change })
  tx.emit('message.changed')
}
