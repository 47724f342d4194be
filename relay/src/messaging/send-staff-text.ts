import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AppointmentId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { inboundMessagesSince, openMessagesFrom } from '../store/messages.ts'
import { activeOptOut } from '../store/opt-outs.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { NOT_REGISTERED, whyNumberCannotText } from './leave-to-text.ts'
import { numberToTextFrom, queueText } from './queue-text.ts'

const ANSWER_WITHIN_MINUTES = 24 * 60

type StaffText = { to: PhoneNumber; body: string; requestId: string; relatedAppointmentId: AppointmentId | null }

/** A text typed at a desk. Outside 8:00–21:00 it waits, unless the patient wrote within a day. `relatedAppointmentId`: the visit
 *  it is about, if any. Throws `OPTED_OUT`, `CANNOT_TEXT`, `NOT_FOUND`. */
export function* sendStaffText(tx: Tx, input: StaffText): Work<Message> {
  if (yield* activeOptOut(tx.practiceId, input.to))
    throw new DeskError(
      'OPTED_OUT',
      'This number asked for no texts. Only the patient can switch them back on by texting START. Phone them.',
    )
  const visit = input.relatedAppointmentId ? yield* tx.require('appointments', input.relatedAppointmentId) : null
  const recent = yield* inboundMessagesSince(tx.practiceId, input.to, addMinutes(tx.now, -ANSWER_WITHIN_MINUTES))
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const from = numberToTextFrom(phoneNumbers, recent[0]?.toNumber)
  if (!from) throw new DeskError('CANNOT_TEXT', 'The practice has no number that can text yet.')
  if (whyNumberCannotText(from)) throw new DeskError('CANNOT_TEXT', NOT_REGISTERED)
  const message = yield* queueText(tx, {
    to: input.to,
    from: recent[0]?.toNumber,
    body: input.body,
    purpose: 'staff',
    ...(visit ? { related: { type: 'appointment', id: visit.id } } : {}),
    isAnswer: recent.length > 0,
    dedupeKey: `staff:${input.requestId}`,
    sentBy: 'desk',
  })
  for (const open of yield* openMessagesFrom(tx.practiceId, input.to)) yield* tx.update('messages', { ...open, attention: 'done' })
  yield* tx.audit({ action: 'text.sent', subjectType: 'message', subjectId: message.id })
  tx.emit('message.queued')
  return message
}
