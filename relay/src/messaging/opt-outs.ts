import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { OptOut } from '@dentalanswer/shared/domain/patient.ts'
import { activeOptOut, saveOptOut } from '../store/opt-outs.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Records that a number wants no texts; the number, so everybody on it. */
export function* optOut(tx: Tx, message: Message, source: OptOut['source']): Work<void> {
  const already = yield* activeOptOut(tx.practiceId, message.patientNumber)
  if (already && already.source === 'carrier_word') return
  yield* saveOptOut(tx, {
    phoneNumber: message.patientNumber,
    source,
    messageId: message.id,
    optedOutAt: wishedAt(tx, message),
    optedInAt: null,
  })
  yield* tx.audit({ action: 'texting.opted_out', subjectType: 'message', subjectId: message.id, detail: { source } })
}

export function* optIn(tx: Tx, message: Message): Work<void> {
  const present = yield* activeOptOut(tx.practiceId, message.patientNumber)
  if (!present) return
  yield* saveOptOut(tx, { ...present, optedInAt: wishedAt(tx, message) })
  yield* tx.audit({ action: 'texting.opted_in', subjectType: 'message', subjectId: message.id })
}

/** A text that was fetched late says what its writer wanted then. */
const wishedAt = (tx: Tx, message: Message) => message.receivedAt ?? tx.now
