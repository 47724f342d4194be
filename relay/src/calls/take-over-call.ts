import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { controlUrlOf } from '../store/calls.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { updateCall } from './call-record.ts'

/** The outbox's kind of job that puts a live call through. */
export const TRANSFER_CALL = 'call.transfer'

/** What the outbox keeps of it. The address that steers the call is a secret and stays with the call. */
export type TransferJob = { callId: CallId; to: PhoneNumber }

/** Has a live call put through to the practice. A call that somebody already takes over is left to them. Throws `NOT_FOUND`, `CALL_OVER`,
 *  `NO_TRANSFER_NUMBER`, `VENDOR_UNAVAILABLE`. */
export function* takeOverCall(tx: Tx, input: { callId: CallId; by: string }): Work<Call> {
  const call = yield* tx.require('calls', input.callId)
  if (call.status === 'ended') throw new DeskError('CALL_OVER', 'That call is over. Phone them back.')
  if (call.takenOverBy !== null) return call
  if (call.status === 'forwarding') throw new DeskError('CALL_OVER', 'That call is being put through to a person already.')
  const to = tx.practice.settings.transferNumber
  if (!to) throw new DeskError('NO_TRANSFER_NUMBER', 'No number is set that calls can be put through to. Set one in Setup, Practice.')
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  if (phoneNumbers.some((phone) => phone.phoneNumber === to && phone.status !== 'released'))
    throw new DeskError(
      'NO_TRANSFER_NUMBER',
      'The number for calls to be put through leads back to the assistant. Set another in Setup, Practice.',
    )
  if (!(yield* controlUrlOf(tx.practiceId, call.id)))
    throw new DeskError('VENDOR_UNAVAILABLE', 'The voice service does not let this call be put through. Phone them back when it is over.')
  const taken = yield* updateCall(tx, { ...call, takenOverBy: input.by, takenOverAt: tx.now })
  yield* tx.enqueue({
    kind: TRANSFER_CALL,
    // One that failed may be asked for again.
    dedupeKey: `${tx.practiceId}:transfer:${call.id}:${tx.newId()}`,
    conversationKey: `${tx.practiceId}:call:${call.id}`,
    payload: { callId: call.id, to } satisfies TransferJob,
  })
  yield* tx.audit({ action: 'call.taken_over', subjectType: 'call', subjectId: call.id, detail: { by: input.by } })
  tx.emit('call.changed')
  return taken
}
