import type { Message, MessagePurpose } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { adviceFor } from '../messaging/delivery-advice.ts'
import { NOT_REGISTERED, needsPersonUnregistered, numberOf, whyNumberCannotText } from '../messaging/leave-to-text.ts'
import type { TextJob } from '../messaging/queue-text.ts'
import { nextAllowedInstant } from '../messaging/quiet-hours.ts'
import { mayBeTexted, tellsTimeOf } from '../messaging/which-visit.ts'
import { activeOptOut } from '../store/opt-outs.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

export type Obstacle = {
  code: 'OPTED_OUT' | 'WRONG_NUMBER' | 'OUTDATED' | 'NOT_REGISTERED' | 'NO_NUMBER'
  reason: string
  needsPerson: boolean
}

const NO_NUMBER = 'Not sent: the practice has no number that can text any more. Phone them.'

const WRONG_NUMBER: Obstacle = {
  code: 'WRONG_NUMBER',
  reason: 'Not sent: somebody on this number said that it is the wrong one. Find the right one.',
  needsPerson: true,
}
const OUTDATED: Obstacle = { code: 'OUTDATED', reason: 'Not sent: the visit was changed or has begun.', needsPerson: false }

const CONFIRMED: Obstacle = { code: 'OUTDATED', reason: 'Not sent: the visit was confirmed meanwhile.', needsPerson: false }
const ASKING: ReadonlySet<MessagePurpose> = new Set(['booking_confirmation', 'move_confirmation', 'confirmation_request'])

/** Why a text may no longer go out, right before it would: hours can lie between writing and sending. Null when it may. */
export function* obstacleTo(tx: Tx, message: Message): Work<Obstacle | null> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const from = numberOf(phoneNumbers, message.fromNumber)
  if (from === null) return { code: 'NO_NUMBER', reason: NO_NUMBER, needsPerson: message.purpose !== 'acknowledgement' }
  if (whyNumberCannotText(from) !== null)
    return { code: 'NOT_REGISTERED', reason: NOT_REGISTERED, needsPerson: needsPersonUnregistered(message.purpose, message.sentBy) }
  if (message.purpose === 'alarm') return null
  if (yield* activeOptOut(tx.practiceId, message.toNumber))
    return { code: 'OPTED_OUT', reason: adviceFor('21610'), needsPerson: message.purpose !== 'acknowledgement' }
  if (message.relatedType !== 'appointment' || message.relatedId === null) return null
  const visit = yield* tx.find('appointments', message.relatedId)
  if (!visit) return null
  if (!(yield* mayBeTexted(tx, visit, message.toNumber))) return { ...WRONG_NUMBER, needsPerson: message.purpose !== 'acknowledgement' }
  const isOver = visit.startsAt <= tx.now
  // Only a request is pointless once the visit is confirmed; the others also tell the time.
  if (message.purpose === 'confirmation_request' && visit.confirmation === 'confirmed') return CONFIRMED
  const asksAbout = ASKING.has(message.purpose)
  if (asksAbout && (visit.status !== 'booked' || isOver || !tellsTimeOf(message, visit, tx.practice))) return OUTDATED
  return message.purpose === 'cancel_notice' && (visit.status === 'booked' || isOver) ? OUTDATED : null
}

/** An answer that comes later than this wakes people up instead of answering them. */
const ANSWER_FRESH_MINUTES = 60

/** When a text may go out: an answer and an alarm at once, all others from 8:00 to 21:00, also after a wait for the vendor or for us. */
export function mayGoAt(tx: Tx, message: Message, job: TextJob): Instant {
  const isFreshAnswer = job.isAnswer && addMinutes(message.createdAt, ANSWER_FRESH_MINUTES) >= tx.now
  return message.purpose === 'alarm' || isFreshAnswer ? tx.now : nextAllowedInstant(tx.now, tx.practice.timeZone, message.toNumber)
}
