import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { findJob, moveJob } from '../store/outbox.ts'
import { type Ctx, write } from '../store/transaction.ts'
import { changeMessage } from './send-text-job.ts'

/** Puts a failed text back in the queue. One of unknown outcome only when the operator is certain that it did not go out.
 *  Throws `NOT_FOUND`, `BAD_INPUT`. */
export async function retryJob(base: Omit<Ctx, 'practiceId' | 'actor'>, id: string, isCertain: boolean): Promise<void> {
  const job = await base.store.read(() => findJob(id))
  if (!job) throw new DeskError('NOT_FOUND', 'There is no such job.')
  if (job.state === 'pending') return
  const message = (JSON.parse(job.payload) as { messageId: string }).messageId
  await write({ ...base, practiceId: job.practiceId as PracticeId, actor: { kind: 'operator', id: null } }, 'retry', function* (tx) {
    const text = yield* tx.require('messages', message)
    const isUnknown = job.state === 'unknown' || text.status === 'unknown'
    if (isUnknown && !isCertain)
      throw new DeskError('BAD_INPUT', 'It is not known whether this text went out. Look it up at the vendor first, then use --certain.')
    if (!(yield* moveJob({ id, from: ['failed', 'unknown'], to: 'pending', runAfter: tx.now, now: tx.now })))
      throw new DeskError('BAD_INPUT', 'Only failed jobs can be tried again.')
    yield* changeMessage(tx, text, {
      status: 'waiting',
      error: null,
      errorCode: null,
      attention: text.attention === 'open' ? 'done' : text.attention,
    })
    yield* tx.audit({ action: 'text.retried', subjectType: 'message', subjectId: message })
  })
}
