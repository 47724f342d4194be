import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { MessageStatus } from '@dentalanswer/shared/domain/message.ts'
import { changeMessage } from '../messaging/change-message.ts'
import { TEXT_SEND } from '../messaging/queue-text.ts'
import { findJob, moveJob } from '../store/outbox.ts'
import { type Ctx, write } from '../store/transaction.ts'
import { jobOf } from './send-text-job.ts'

const NOT_OUT: MessageStatus[] = ['failed', 'undelivered', 'unknown']

/** Puts a failed or undelivered text back in the queue. One of unknown outcome only when the operator is certain that it did not go
 *  out, and never one that a status callback has proved. Throws `NOT_FOUND`, `BAD_INPUT`. */
export async function retryJob(base: Omit<Ctx, 'practiceId' | 'actor'>, id: string, isCertain: boolean): Promise<void> {
  const job = await base.store.read(() => findJob(id))
  if (!job) throw new DeskError('NOT_FOUND', 'There is no such job.')
  if (job.kind !== TEXT_SEND) throw new DeskError('BAD_INPUT', 'Only texts can be tried again.')
  const ctx: Ctx = { ...base, practiceId: job.practiceId as PracticeId, actor: { kind: 'operator', id: null } }
  await write(ctx, 'retry', function* (tx) {
    const present = yield* findJob(id)
    if (present?.state === 'pending') return
    const text = yield* tx.require('messages', jobOf(job).messageId)
    if (!NOT_OUT.includes(text.status)) throw new DeskError('BAD_INPUT', 'Only texts that did not arrive can be tried again.')
    if (text.status === 'unknown' && !isCertain)
      throw new DeskError('BAD_INPUT', 'It is not known whether this text went out. Look it up at the vendor first, then use --certain.')
    const isQueued = yield* moveJob({
      id,
      from: ['failed', 'unknown', 'done'],
      to: 'pending',
      runAfter: tx.now,
      providerRef: text.providerMessageId,
      now: tx.now,
    })
    if (!isQueued) throw new DeskError('BAD_INPUT', 'This text is being sent, or was dropped because it no longer holds.')
    yield* changeMessage(tx, text, {
      providerMessageId: null,
      status: 'waiting',
      error: null,
      errorCode: null,
      attention: text.attention === 'open' ? 'done' : text.attention,
    })
    yield* tx.audit({ action: 'text.retried', subjectType: 'message', subjectId: text.id })
  })
}
