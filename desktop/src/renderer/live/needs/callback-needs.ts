import type { Callback } from '@dentalanswer/shared/domain/follow-up.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { inSentence } from '../../ui/times.ts'
import { triedWords } from '../attempts.ts'
import { button, type Need, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

const SOON_MINUTES = 60

/** Promises to phone back that are urgent, overdue or due within the hour. */
export function callbackNeeds(work: Work): Need[] {
  const until = addMinutes(work.now, SOON_MINUTES)
  return work.callbacks
    .filter((one) => one.status === 'open' && (one.urgency === 'urgent' || one.dueAt <= until))
    .map((one) => callbackNeed(work, one))
}

function callbackNeed(work: Work, callback: Callback): Need {
  const message = work.message(callback.messageId)
  const number = work.numberOf(callback.patientId, callback.phoneNumber)
  const isBlocked = work.optOuts.some((one) => one.phoneNumber === number && one.optedInAt === null)
  const isOverdue = callback.dueAt < work.now
  const fromText = message !== undefined && isBlocked
  const promised = `Promised for ${inSentence(work.practice.times.dayAndTime(callback.dueAt, work.practice.today))}.`
  return {
    key: `callback ${callback.id}`,
    rank: fromText ? RANK.optOutSoon : callback.urgency === 'urgent' ? RANK.unclearSoon : RANK.due,
    at: callback.urgency === 'urgent' ? callback.createdAt : callback.dueAt,
    stripe: fromText || isOverdue || callback.urgency === 'urgent' ? 'amber' : 'grey',
    title: work.who(callback.patientId, callback.phoneNumber, callback.callerName),
    tag: fromText
      ? { tone: 'amber', words: `Texted ${message.body.trim().slice(0, 12).toUpperCase()}: texting is now blocked` }
      : {
          tone: isOverdue ? 'amber' : 'grey',
          words: `Callback ${isOverdue ? 'was due' : 'due'} ${work.practice.times.time(callback.dueAt)}`,
        },
    how: callback.callId ? 'asked by phone' : callback.messageId ? 'by text' : 'noted at the desk',
    said: message?.body ?? (callback.callId ? callback.reason : null),
    did: fromText
      ? [`${callback.reason} Only they can switch texts back on.`, triedWords(callback.note)].filter(Boolean).join(' ')
      : [message || callback.callId ? promised : callback.reason, `Owner: ${callback.owner ?? 'nobody yet'}.`, triedWords(callback.note)]
          .filter(Boolean)
          .join(' '),
    buttons: [
      ...(number
        ? [button(fromText ? 'Call back' : 'Call', { kind: 'dial', phoneNumber: number }, { tone: 'main', key: 'b' })]
        : [button('Open', { kind: 'open', target: target('callbacks', callback.id) }, { tone: 'main' })]),
      ...(callback.owner === null ? [button('Take it', { kind: 'takeCallback', callbackId: callback.id }, { key: 'a' })] : []),
    ],
    target: target('callbacks', callback.id),
    done: { kind: 'closeCallback', callbackId: callback.id },
    snooze: { kind: 'snoozeCallback', callbackId: callback.id },
    take: { kind: 'takeCallback', callbackId: callback.id },
  }
}
