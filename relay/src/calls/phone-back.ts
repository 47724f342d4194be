import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Callback } from '@dentalanswer/shared/domain/follow-up.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { solePatientOn } from '../patients/household-of.ts'
import { followUpsOfCall } from '../store/follow-ups.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { promiseCallback } from './promise-callback.ts'

const WITHIN_MINUTES = 5
const NOT_REACHED = 'Was to be put through to the practice and was not reached. Phone them now.'

/** An urgent callback for a caller who was to be put through to `owner` and was not; one that the call has already becomes it. Whoever
 *  calls this names the event. */
export function* phoneBack(tx: Tx, call: Call, owner: string): Work<Callback> {
  const dueAt = addMinutes(tx.now, WITHIN_MINUTES)
  const { callbacks } = yield* followUpsOfCall(tx.practiceId, call.id)
  const open = callbacks.find((one) => one.status === 'open')
  if (open) return yield* tx.update('callbacks', { ...open, urgency: 'urgent', owner, dueAt: open.dueAt < dueAt ? open.dueAt : dueAt })
  return yield* promiseCallback(tx, {
    patientId: yield* solePatientOn(tx.practiceId, call.callerNumber),
    phoneNumber: call.callerNumber,
    reason: NOT_REACHED,
    urgency: 'urgent',
    dueAt,
    owner,
    callId: call.id,
  })
}

/** The caller was reached after all. What they asked for themselves stays. Whoever calls this names the event. */
export function* neverMindPhoneBack(tx: Tx, call: Call): Work<void> {
  const { callbacks } = yield* followUpsOfCall(tx.practiceId, call.id)
  for (const one of callbacks)
    if (one.status === 'open' && one.reason === NOT_REACHED)
      yield* tx.update('callbacks', { ...one, status: 'done', outcome: 'Was put through after all', doneAt: tx.now })
}
