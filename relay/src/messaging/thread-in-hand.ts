import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { findThread, saveThread } from '../store/threads.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { optOutByReply, raiseFromText } from './act-on-reply.ts'
import { answerAlarm } from './answer-alarm.ts'
import { askPerson } from './ask-person.ts'
import { isOverruled, leaveOverruled } from './late-text.ts'
import { readText } from './read-text.ts'
import { openQuestion } from './which-visit.ts'

/** Who at the desk answers the texts of a number in place of the machine; null: nobody does. A text that comes in ends the thread's snooze. */
export function* openThread(tx: Tx, phoneNumber: PhoneNumber): Work<string | null> {
  const thread = yield* findThread(tx.practiceId, phoneNumber)
  if (thread && thread.snoozedUntil !== null) yield* saveThread(tx, { ...thread, snoozedUntil: null })
  return thread?.takenOverBy ?? null
}

export const inHandReason = (by: string) => `${by} took this conversation over, so nothing was done by itself.`

/** A text to somebody at the desk: an emergency still raises the alarm and a wish for no texts is still honoured; all else is theirs. */
export function* leaveToStaff(tx: Tx, received: Message, by: string): Work<void> {
  const { alarmText } = yield* openQuestion(tx, received)
  const reading = yield* readText(tx, received, { asked: 'none' })
  const message = yield* tx.update('messages', { ...received, reading })
  if (reading.intent === 'urgent') return yield* raiseFromText(tx, message, reading)
  if (reading.intent === 'opt_out')
    return (yield* isOverruled(tx, message)) ? yield* leaveOverruled(tx, message) : yield* optOutByReply(tx, message)
  if (alarmText) return yield* answerAlarm(tx, message, alarmText)
  yield* askPerson(tx, message, inHandReason(by))
}

/** After an opt-out word did what it must: whoever answers this number sees the word too. */
export function* showToStaff(tx: Tx, messageId: string, by: string): Work<void> {
  const message = yield* tx.require('messages', messageId)
  if (message.attention === 'none') yield* askPerson(tx, message, inHandReason(by))
}
