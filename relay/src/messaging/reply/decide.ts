import { readAnotherTime } from './another-time.ts'
import { answerAppointment } from './answer-appointment.ts'
import { answerNothing } from './answer-nothing.ts'
import { answerOffer } from './answer-offer.ts'
import { says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Reading, ReplyContext } from './reading.ts'
import { withoutTakenBack } from './taken-back.ts'
import { isDeniedWish, readTextWish } from './text-wishes.ts'
import type { Urgency } from './urgency.ts'

const ANSWERS = { appointment: answerAppointment, offer: answerOffer, none: answerNothing }

/** The order decides: trouble first, then wishes about the texts, then the day itself, then the answer to what was asked. */
export function decide(evidence: Evidence, urgency: Urgency, context: ReplyContext): Reading {
  return (
    readUrgent(evidence, urgency) ??
    readTextWish(evidence, context) ??
    readTroubled(evidence, urgency) ??
    readArrival(evidence) ??
    readDay(withoutTakenBack(evidence), context)
  )
}

const readDay = (evidence: Evidence, context: ReplyContext): Reading =>
  readAnotherTime(evidence, context) ?? readLateness(evidence, context) ?? ANSWERS[context.asked](evidence)

function readUrgent(evidence: Evidence, { level, matched, rule }: Urgency): Reading | undefined {
  if (level !== 'urgent') return undefined
  if (rule !== 'urgent-emergency') return { intent: 'urgent', matched, rule }
  // An automatic reply names emergencies too ("in an emergency call 911").
  if (says(evidence, 'automatic')) return undefined
  // Someone with an emergency who stays away has it elsewhere, most likely; a person should still look.
  const staysAway = says(evidence, 'not-coming', 'cancel', 'reschedule')
  return staysAway ? { intent: 'unclear', matched, rule: 'emergency-and-not-coming' } : { intent: 'urgent', matched, rule }
}

/** Trouble that is over, feared or asked about: no machine may act on the rest. */
function readTroubled(evidence: Evidence, { level, matched, rule }: Urgency): Reading | undefined {
  return level === 'maybe' ? { intent: evidence.isAsking ? 'question' : 'unclear', matched, rule: `${rule}-unsure` } : undefined
}

function readArrival(evidence: Evidence): Reading | undefined {
  const saysMore = says(evidence, 'late', 'cancel', 'not-coming', 'reschedule', 'coming', 'confirm')
  return says(evidence, 'arrived') && !saysMore
    ? { intent: 'unclear', rule: 'arrived', matched: wordsFor(evidence, ['arrived']) }
    : undefined
}

// "Can't make it by 4, give me till 4:15" refuses the minute, not the visit.
const staysAway = ({ chunks }: Evidence): boolean =>
  chunks.some((chunk) => {
    const isRefusal = chunk.meaning === 'not-coming' || chunk.meaning === 'bad-time'
    const isMinute = chunk.text.startsWith('can not') && chunk.kinds.includes('<clock>') && chunk.fits.every((fit) => fit === 'same')
    return isRefusal && !isMinute
  })

const isOfferRefused = (evidence: Evidence, context: ReplyContext): boolean =>
  context.asked === 'offer' && says(evidence, 'no', 'pass', 'keep')

const ABOUT_RULES = /^(?:how|what|do|does|are you|que pasa|cobran)\b/

function readLateness(evidence: Evidence, context: ReplyContext): Reading | undefined {
  const late = evidence.chunks.find((chunk) => chunk.meaning === 'late')
  if (!late || says(evidence, 'cancel') || staysAway(evidence) || isOfferRefused(evidence, context) || isDeniedWish(evidence, late))
    return undefined
  const asksRules = evidence.chunks.some((chunk) => chunk.asked && (chunk.meaning === 'fee' || ABOUT_RULES.test(chunk.text)))
  if (late.asked && asksRules) return undefined
  const matched = wordsFor(evidence, ['late'])
  const takesSlot = context.asked === 'offer' && says(evidence, 'yes', 'take')
  return takesSlot ? { intent: 'unclear', rule: 'late-for-offer', matched } : { intent: 'late', rule: 'late', matched }
}
