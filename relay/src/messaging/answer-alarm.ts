import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { askPerson } from './ask-person.ts'

const REFUSING_INTENTS = new Set(['cancel', 'decline_offer', 'reschedule', 'opt_out'])
const REFUSAL = /\b(no|not|nope|nah|cant|cannot|wont|unable|unavailable|busy|away|pass|sorry|tampoco|imposible)\b/

/** What the on-call person texts back is about the alarm, never about a visit of their own: a person reads it. A refusal makes the next
 *  step of the ladder due at once; one taken for a refusal by mistake only tells one more person. */
export function* answerAlarm(tx: Tx, message: Message, alarmText: Message): Work<void> {
  yield* askPerson(tx, message, 'The on-call person answered the alarm.')
  const alarm = alarmText.relatedId ? yield* tx.find('alarms', alarmText.relatedId) : null
  if (!alarm || alarm.acknowledgedAt !== null || alarm.nextStepAt === null || !isRefusal(message)) return
  yield* tx.update('alarms', { ...alarm, nextStepAt: tx.now })
  tx.emit('alarm.changed')
}

function isRefusal({ body, reading }: Message): boolean {
  return REFUSING_INTENTS.has(reading?.intent ?? '') || REFUSAL.test(fold(body))
}
