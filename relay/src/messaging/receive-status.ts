import type { Message, MessageStatus } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { messageOfProvider } from '../store/messages.ts'
import { findJob, moveJob, type OutboxRow } from '../store/outbox.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { answered, changeMessage, failMessage } from './change-message.ts'
import { retryAfterMinutes } from './delivery-advice.ts'
import { nextAllowedInstant } from './quiet-hours.ts'

export type StatusUpdate = { reference: string | null; messageSid: string; status: string; errorCode: string | null }

/** Statuses may come in any order and more than once; only a higher rank changes anything. All four ends share a rank: the first one
 *  stands, except that a delivery proves an earlier "undelivered" wrong. */
const RANK: Record<string, number> = {
  accepted: 1,
  scheduled: 1,
  queued: 1,
  sending: 2,
  sent: 3,
  delivered: 4,
  read: 4,
  undelivered: 4,
  failed: 4,
  canceled: 4,
}
const RANK_OF_OURS: Partial<Record<MessageStatus, number>> = { accepted: 1, sent: 3, delivered: 4, undelivered: 4, failed: 4 }

/** Moves a text's status forward. The callback may come before the answer to the send itself, and is the strongest proof that it went. */
export function* receiveStatus(tx: Tx, update: StatusUpdate): Work<void> {
  const message =
    (update.reference ? yield* tx.find('messages', update.reference) : null) ?? (yield* messageOfProvider(tx.practiceId, update.messageSid))
  const rank = RANK[update.status]
  if (message?.direction !== 'outbound' || rank === undefined) return
  const job = yield* findJob(message.id)
  const isDelivered = update.status === 'delivered' || update.status === 'read'
  const isEarlier = isEarlierAttempt(message, job, update)
  // A retry is a new message at the vendor; what the first one still reports no longer counts, except that it did arrive.
  if (isEarlier && !isDelivered) return
  const known: Message = { ...message, providerMessageId: isEarlier ? message.providerMessageId : update.messageSid }
  yield* settleUnknown(tx, known)
  if (rank <= (RANK_OF_OURS[message.status] ?? 0) && !(isDelivered && message.status === 'undelivered')) {
    if (message.providerMessageId === null) yield* changeMessage(tx, known, {})
    return
  }
  if (isDelivered) return yield* endDelivered(tx, known)
  if (rank === 4) return yield* endUndelivered(tx, known, job, update)
  yield* changeMessage(tx, known, {
    status: rank === 3 ? 'sent' : 'accepted',
    error: null,
    errorCode: null,
    sentAt: message.sentAt ?? tx.now,
    attention: answered(message),
  })
}

/** While a retry waits or is under way its message has no vendor id yet; the job still knows the id of the attempt before. */
function isEarlierAttempt(message: Message, job: OutboxRow | null, update: StatusUpdate): boolean {
  const present = message.providerMessageId
  return present === null ? job?.providerRef === update.messageSid : present !== update.messageSid
}

/** A job of unknown outcome, also one that was given up, is settled by the vendor's own word; nobody can send it again then. */
function* settleUnknown(tx: Tx, message: Message): Work<void> {
  if (message.status !== 'unknown') return
  const providerRef = message.providerMessageId
  yield* moveJob({ id: message.id, from: ['unknown', 'failed'], to: 'done', runAfter: tx.now, providerRef, now: tx.now })
}

function* endDelivered(tx: Tx, message: Message): Work<void> {
  yield* moveJob({ id: message.id, from: ['pending'], to: 'done', runAfter: tx.now, now: tx.now })
  yield* changeMessage(tx, message, {
    status: 'delivered',
    deliveredAt: tx.now,
    sentAt: message.sentAt ?? tx.now,
    sendAfter: null,
    error: null,
    errorCode: null,
    attention: message.attention === 'open' ? 'done' : message.attention,
  })
}

/** One later try where the error says that it is safe; otherwise staff are told what to do. */
function* endUndelivered(tx: Tx, message: Message, job: OutboxRow | null, update: StatusUpdate): Work<void> {
  const wait = retryAfterMinutes(update.errorCode)
  const wasRetried = retryAfterMinutes(job?.lastError ?? null) !== null
  if (wait === null || !job || wasRetried || !(yield* tryAgainIn(wait, tx, message, job, update)))
    yield* failMessage(tx, message, update.status === 'undelivered' ? 'undelivered' : 'failed', update.errorCode)
}

/** However soon the first try answered somebody, the later one is no answer any more and waits for decent hours. */
function* tryAgainIn(minutes: number, tx: Tx, message: Message, job: OutboxRow, { messageSid, errorCode }: StatusUpdate): Work<boolean> {
  const soonest = addMinutes(tx.now, minutes)
  const runAfter = message.purpose === 'alarm' ? soonest : nextAllowedInstant(soonest, tx.practice.timeZone, message.toNumber)
  const isAgain = yield* moveJob({
    id: job.id,
    from: ['done', 'unknown'],
    to: 'pending',
    runAfter,
    lastError: errorCode,
    providerRef: messageSid,
    now: tx.now,
  })
  if (isAgain)
    yield* changeMessage(tx, message, { providerMessageId: null, status: 'waiting', errorCode, error: null, sendAfter: runAfter })
  return isAgain
}
