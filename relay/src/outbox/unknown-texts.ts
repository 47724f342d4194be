import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { callForPerson, changeMessage, markAccepted } from '../messaging/change-message.ts'
import { receiveStatus } from '../messaging/receive-status.ts'
import type { FoundText, Telephony } from '../ports/telephony.ts'
import { messageOfProvider } from '../store/messages.ts'
import { findJob, moveJob, type OutboxRow } from '../store/outbox.ts'
import { entityTables } from '../store/registry.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { jobOf, LOOKING } from './send-text-job.ts'
import { attemptedAt, LOOK_AT_MOST_MS, LOOK_EVERY_MS, LOOK_FOR_MS, LOOK_LATE_EVERY_MS } from './timing.ts'

const ADVICE = 'It is not known whether this text went out. It is not sent again by itself; phone them or check with them.'

/** A job whose worker vanished while sending: it may have gone out. */
export async function textLost(ctx: Ctx, row: OutboxRow): Promise<void> {
  await write(ctx, 'text-lost', function* (tx) {
    const present = yield* findJob(row.id)
    if (present?.state !== 'sending' || present.leaseOwner !== row.leaseOwner || present.attempts !== row.attempts) return
    const message = yield* tx.find('messages', jobOf(row).messageId)
    const to = fateOf(message)
    yield* moveJob({
      id: row.id,
      from: ['sending'],
      to,
      runAfter: tx.now,
      lookUntil: to === 'unknown' ? toInstant(Date.parse(attemptedAt(row)) + LOOK_FOR_MS) : null,
      lastError: row.lastError ?? 'LEASE_ENDED',
      providerRef: message?.providerMessageId ?? null,
      now: tx.now,
    })
    if (message && to === 'unknown') yield* changeMessage(tx, message, { status: 'unknown', errorCode: 'LEASE_ENDED', error: LOOKING })
  })
}

function fateOf(message: Message | null): 'cancelled' | 'pending' | 'done' | 'unknown' {
  if (!message) return 'cancelled'
  // Killed between taking the job and marking the message: nothing was sent yet.
  if (message.status === 'waiting' || message.status === 'blocked') return 'pending'
  return message.providerMessageId === null ? 'unknown' : 'done'
}

/** Looks an unknown text up at the vendor. Found: it was sent. Not found within two minutes: a person decides; it is never sent again
 *  by a timer. `row` was taken with `leaseLookUps`. */
export async function resolveUnknown(ctx: Ctx, row: OutboxRow, telephony: Telephony): Promise<void> {
  const message = await ctx.store.read(() => entityTables.messages.find(ctx.practiceId, jobOf(row).messageId))
  const isToBeFound = message?.status === 'unknown' && message.providerMessageId === null
  // Undefined: the vendor could not be asked, which is no proof of anything.
  const found = isToBeFound ? await telephony.findText(toFind(message), attemptedAt(row)).catch(() => undefined) : null
  await write(ctx, 'resolve-unknown', function* (tx) {
    const present = yield* tx.find('messages', jobOf(row).messageId)
    if (!present) return void (yield* settle(tx, row, 'cancelled', tx.now))
    if (present.status !== 'unknown' || present.providerMessageId !== null) return void (yield* settle(tx, row, 'done', tx.now))
    if (found && (yield* isOurs(tx, found, present))) return yield* keepFound(tx, row, present, found)
    yield* lookAgain(tx, row, present, found === undefined)
  })
}

const toFind = (message: Message) => ({ from: message.fromNumber, to: message.toNumber, body: message.body })

/** Two texts may have the same words; one that another message of ours is known by is not this one. */
function* isOurs(tx: Tx, found: FoundText, message: Message): Work<boolean> {
  const known = yield* messageOfProvider(tx.practiceId, found.providerMessageId)
  return known === null || known.id === message.id
}

function* keepFound(tx: Tx, row: OutboxRow, message: Message, found: FoundText): Work<void> {
  yield* settle(tx, row, 'done', tx.now, found.providerMessageId)
  yield* markAccepted(tx, message, found.providerMessageId, null)
  yield* receiveStatus(tx, { reference: message.id, messageSid: found.providerMessageId, status: found.status, errorCode: found.errorCode })
}

function* lookAgain(tx: Tx, row: OutboxRow, message: Message, isVendorSilent: boolean): Work<void> {
  const sinceMs = Date.parse(tx.now) - Date.parse(attemptedAt(row))
  const isLate = sinceMs >= LOOK_FOR_MS
  const isOver = isLate && (!isVendorSilent || sinceMs >= LOOK_AT_MOST_MS)
  yield* settle(tx, row, isOver ? 'failed' : 'unknown', toInstant(Date.parse(tx.now) + (isLate ? LOOK_LATE_EVERY_MS : LOOK_EVERY_MS)))
  if (isLate && message.error !== ADVICE) yield* changeMessage(tx, message, { error: ADVICE, ...callForPerson(message, ADVICE) })
}

function* settle(
  tx: Tx,
  row: OutboxRow,
  to: 'done' | 'failed' | 'unknown' | 'cancelled',
  runAfter: string,
  providerRef?: string,
): Work<void> {
  const lookUntil = to === 'unknown' ? row.leaseUntil : null
  yield* moveJob({ id: row.id, from: ['unknown'], to, runAfter, lookUntil, lastError: row.lastError, providerRef, now: tx.now })
}
