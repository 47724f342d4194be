import type { Message, MessageStatus } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { changeMessage, failMessage } from '../outbox/send-text-job.ts'
import { messageOfProvider } from '../store/messages.ts'
import { findJob, moveJob } from '../store/outbox.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { retryAfterMinutes } from './delivery-advice.ts'

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
  if (message?.direction !== 'outbound') return
  const rank = RANK[update.status]
  if (rank === undefined) return
  // A retry is a new message at the vendor; what the first one still reports no longer counts, except that it did arrive.
  const isOther = message.providerMessageId !== null && message.providerMessageId !== update.messageSid
  if (isOther && update.status !== 'delivered') return
  const known = { ...message, providerMessageId: isOther ? message.providerMessageId : update.messageSid }
  yield* settleUnknown(tx, known)
  if (rank <= (RANK_OF_OURS[message.status] ?? 0) && !(update.status === 'delivered' && message.status === 'undelivered')) {
    if (message.providerMessageId === null) yield* changeMessage(tx, known, {})
    return
  }
  if (rank < 4)
    return yield* changeMessage(tx, known, {
      status: rank >= 3 ? 'sent' : 'accepted',
      error: null,
      errorCode: null,
      sentAt: message.sentAt ?? tx.now,
    })
  if (update.status === 'delivered' || update.status === 'read') {
    yield* moveJob({ id: message.id, from: ['pending'], to: 'done', runAfter: tx.now, now: tx.now })
    const attention = message.sentBy !== 'patient' && message.attention === 'open' ? 'done' : message.attention
    return yield* changeMessage(tx, known, {
      status: 'delivered',
      deliveredAt: tx.now,
      sentAt: message.sentAt ?? tx.now,
      error: null,
      errorCode: null,
      attention,
    })
  }
  yield* endUndelivered(tx, known, update)
}

/** A job of unknown outcome, or one whose worker vanished, is settled by the vendor's own word. */
function* settleUnknown(tx: Tx, message: Message): Work<void> {
  if (message.status === 'unknown') yield* moveJob({ id: message.id, from: ['unknown'], to: 'done', runAfter: tx.now, now: tx.now })
}

/** One later try where the error says that it is safe; otherwise staff are told what to do. */
function* endUndelivered(tx: Tx, message: Message, update: StatusUpdate): Work<void> {
  const status = update.status === 'undelivered' ? 'undelivered' : 'failed'
  const wait = retryAfterMinutes(update.errorCode)
  const job = yield* findJob(message.id)
  if (wait !== null && job && job.attempts < 2) {
    const runAfter = addMinutes(tx.now, wait)
    const isAgain = yield* moveJob({
      id: job.id,
      from: ['done', 'unknown'],
      to: 'pending',
      runAfter,
      lastError: update.errorCode,
      now: tx.now,
    })
    if (isAgain)
      return yield* changeMessage(
        tx,
        { ...message, providerMessageId: null },
        { status: 'waiting', errorCode: update.errorCode, error: null, sendAfter: runAfter },
      )
  }
  yield* failMessage(tx, message, status, update.errorCode)
}
