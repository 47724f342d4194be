import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { activeOptOut } from '../store/opt-outs.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { actOnReply, cancelByReply } from './act-on-reply.ts'
import { answerAlarm } from './answer-alarm.ts'
import { askPerson, phoneThem } from './ask-person.ts'
import { type CarrierWord, isTollFree } from './carrier-words.ts'
import { isOverruled, leaveOverruled, takeLate } from './late-text.ts'
import { optIn, optOut } from './opt-outs.ts'
import { leaveToStaff, showToStaff } from './thread-in-hand.ts'
import { householdVisits, openQuestion } from './which-visit.ts'

/** Somebody with a visit this soon who stops texts likely wants to cancel it. */
const RESCUE_DAYS = 14

/** `isAnswered`: the service itself named the word, so it has answered. `isLate`: the text is from while we were away. `takenOverBy`: staff
 *  answer this number. The last two change no visit. */
type HowItCame = { isAnswered: boolean; isLate: boolean; takenOverBy: string | null }

/** The carrier has already acted on these words whatever we do: after STOP or CANCEL nothing we send arrives. */
export function* followCarrierWord(tx: Tx, message: Message, word: CarrierWord, how: HowItCame): Work<void> {
  yield* follow(tx, message, word, how)
  if (how.takenOverBy) yield* showToStaff(tx, message.id, how.takenOverBy)
}

function* follow(tx: Tx, message: Message, word: CarrierWord, how: HowItCame): Work<void> {
  const { isAnswered, isLate } = how
  if (isLate && (yield* isOverruled(tx, message))) return yield* leaveOverruled(tx, message)
  const read = (intent: string): Message => ({
    ...message,
    reading: { intent, matched: [message.body.trim().slice(0, 40)], rule: `carrier-${word}-word${isAnswered ? '-answered' : ''}` },
  })
  switch (word) {
    case 'help':
      return void (yield* askPerson(tx, read('help'), 'Asks for help. The carrier sent its standard answer.'))
    case 'start':
      yield* optIn(tx, message)
      return void (yield* tx.update('messages', read('opt_in')))
    case 'yes':
      return yield* followYes(tx, message, read('opt_in'), how)
    case 'cancel':
      return yield* followCancel(tx, read('cancel'), how)
    case 'stop':
      return yield* followStop(tx, read('opt_out'))
  }
}

/** From a number that had opted out, YES switches texting back on and confirms nothing; on toll-free numbers only START does. */
function* followYes(tx: Tx, message: Message, read: Message, { isLate, takenOverBy }: HowItCame): Work<void> {
  if (!(yield* activeOptOut(tx.practiceId, message.patientNumber))) {
    if (takenOverBy) return yield* leaveToStaff(tx, message, takenOverBy)
    return isLate ? yield* takeLate(tx, message) : yield* actOnReply(tx, message)
  }
  if (isTollFree(message.toNumber))
    return void (yield* askPerson(tx, read, 'Says yes, but texting is off for this number until it texts START. Phone them.'))
  yield* optIn(tx, message)
  yield* askPerson(tx, read, 'YES switched texting back on. If it also answers a question, ask again.')
}

// Where CANCEL was taken off the keyword list the service names no opt-out; on a default number it names none either, so the block is
// assumed.
function* followCancel(tx: Tx, message: Message, { isLate, takenOverBy }: HowItCame): Work<void> {
  yield* optOut(tx, message, 'carrier_word')
  const { question, alarmText } = yield* openQuestion(tx, message)
  if (alarmText) return yield* answerAlarm(tx, message, alarmText)
  const visits = yield* householdVisits(tx, message.patientNumber)
  const mayCancel = question !== null && !isLate && !takenOverBy
  const cancelled = mayCancel ? yield* cancelByReply(tx, message, question, { canAcknowledge: false }) : null
  if (!mayCancel) yield* tx.update('messages', message)
  if (!question && visits.length === 0) return
  const patientId = cancelled?.patientId ?? (visits.length === 1 ? visits[0]!.patientId : null)
  const reason = cancelled
    ? 'Cancelled by texting CANCEL, which also blocks texts. Texting is blocked, phone them to rebook.'
    : 'May want to cancel: texted CANCEL, which blocks texts. Texting is blocked, phone them.'
  yield* phoneThem(tx, message, { patientId, reason, urgency: 'urgent' })
}

function* followStop(tx: Tx, message: Message): Work<void> {
  yield* optOut(tx, message, 'carrier_word')
  const { alarmText } = yield* openQuestion(tx, message)
  if (alarmText) return yield* answerAlarm(tx, message, alarmText)
  yield* tx.update('messages', message)
  const until = addMinutes(tx.now, RESCUE_DAYS * 1_440)
  const soon: Appointment[] = (yield* householdVisits(tx, message.patientNumber)).filter((one) => one.startsAt <= until)
  if (soon.length === 0) return
  yield* phoneThem(tx, message, {
    patientId: soon.length === 1 ? soon[0]!.patientId : null,
    reason: 'Stopped texts with a visit coming up: likely wants to cancel. Texting is blocked, phone them.',
    urgency: 'urgent',
  })
}
