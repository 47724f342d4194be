import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { promiseCallback } from '../calls/promise-callback.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Marks a text as waiting for a person, with the reason the machine did nothing. */
export function* askPerson(tx: Tx, message: Message, reason: string): Work<Message> {
  return yield* tx.update('messages', { ...message, attention: 'open', attentionReason: reason })
}

/** A callback for somebody who cannot or should not be texted. */
export function* phoneThem(
  tx: Tx,
  message: Message,
  input: { patientId: PatientId | null; reason: string; urgency: 'routine' | 'urgent' },
): Work<void> {
  yield* promiseCallback(tx, {
    patientId: input.patientId,
    phoneNumber: message.patientNumber,
    reason: input.reason,
    urgency: input.urgency,
    dueAt: addMinutes(tx.now, input.urgency === 'urgent' ? 15 : tx.practice.settings.callbackWithinMinutes),
    messageId: message.id,
  })
}
