import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { listOptOuts } from '../store/opt-outs.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { optOutByReply, raiseFromText } from './act-on-reply.ts'
import { askPerson } from './ask-person.ts'
import { readText } from './read-text.ts'
import { happenedAt, recentTexts } from './recent-texts.ts'

/** What a patient meant this long ago is no longer acted on by itself. */
const LATE_MINUTES = 60
const OVERRULED = 'Came late, and this number switched texts on or off since. The newer wish stands.'

/** Whether a fetched text is too old to act on, or either side has written since: then it answers something else than our newest text. */
export function* isStale(tx: Tx, message: Message): Work<boolean> {
  const at = happenedAt(message)
  if (at < addMinutes(tx.now, -LATE_MINUTES)) return true
  // The vendor tells whole seconds.
  const afterwards = Date.parse(at) + 1_000
  return (yield* recentTexts(tx, message.patientNumber, 10)).some(
    (one) => one.id !== message.id && Date.parse(happenedAt(one)) >= afterwards,
  )
}

/** Whether the number has stopped or allowed texts after this one was written. */
export function* isOverruled(tx: Tx, message: Message): Work<boolean> {
  const wish = (yield* listOptOuts(tx.practiceId)).find((one) => one.phoneNumber === message.patientNumber)
  const at = happenedAt(message)
  return wish !== undefined && (wish.optedOutAt > at || (wish.optedInAt ?? '') > at)
}

export function* leaveOverruled(tx: Tx, message: Message): Work<void> {
  yield* askPerson(tx, message, OVERRULED)
}

/** A text from while we were away: an emergency still raises the alarm and a wish for no texts is still honoured; the rest a person
 *  decides. */
export function* takeLate(tx: Tx, received: Message): Work<void> {
  const reading = yield* readText(tx, received, { asked: 'none' })
  const message = yield* tx.update('messages', { ...received, reading })
  if (reading.intent === 'urgent') return yield* raiseFromText(tx, message, reading)
  if (reading.intent === 'opt_out')
    return (yield* isOverruled(tx, message)) ? yield* leaveOverruled(tx, message) : yield* optOutByReply(tx, message)
  yield* askPerson(tx, message, 'Came while the relay was away, so nothing was changed. Read it and answer.')
}
