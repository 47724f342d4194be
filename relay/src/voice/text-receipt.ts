import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { queueText, type TextToSend } from '../messaging/queue-text.ts'
import type { Work } from '../store/work.ts'
import type { Voice } from './voice-tool.ts'

type Receipt = Pick<TextToSend, 'body' | 'purpose' | 'asked' | 'dedupeKey'> & { to: PhoneNumber; appointment: Appointment }

/** Texts a caller what was just done. It comes from the number that was called, so that an answer stays on that thread.
 *  A number that was only named may be a stranger's, whom nobody texts at night. */
export function* textReceipt({ tx, setup, call, caller }: Voice, { appointment, ...receipt }: Receipt): Work<Message> {
  return yield* queueText(tx, {
    ...receipt,
    from: setup.phoneNumbers.find((one) => one.id === call.phoneNumberId)?.phoneNumber,
    related: { type: 'appointment', id: appointment.id },
    callId: call.id,
    isAnswer: receipt.to === caller,
    sentBy: 'machine',
  })
}
