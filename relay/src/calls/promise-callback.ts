import type { Callback } from '@dentalanswer/shared/domain/follow-up.ts'
import type { CallbackId } from '@dentalanswer/shared/domain/ids.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

type Promised = Pick<Callback, 'patientId' | 'phoneNumber' | 'reason' | 'urgency' | 'dueAt'> &
  Partial<Pick<Callback, 'callerName' | 'owner' | 'note' | 'callId' | 'messageId'>>

/** Keeps a promise to phone back, open from now on; what it does not come from may be left out. */
export function* promiseCallback(tx: Tx, promised: Promised): Work<Callback> {
  return yield* tx.insert('callbacks', {
    callerName: null,
    owner: null,
    note: '',
    callId: null,
    messageId: null,
    ...promised,
    id: tx.newId<CallbackId>(),
    status: 'open',
    outcome: null,
    createdAt: tx.now,
    doneAt: null,
  })
}
