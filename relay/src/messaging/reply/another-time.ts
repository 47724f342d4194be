import { answersIn } from './answers.ts'
import { COURTESY, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { isTakenBack, otherTimeOf } from './other-time.ts'
import type { Sense } from './phrases/meanings.ts'
import type { Reading, ReplyContext } from './reading.ts'

/** Finds a wish for another day or time, in a statement or a question. */
export function readAnotherTime(evidence: Evidence, context: ReplyContext): Reading | undefined {
  const found = wishedTime(evidence, context)
  if (!found) return undefined
  const matched = wordsFor(evidence, ['reschedule', 'other-time', 'wish', 'bad-time', 'not-coming', 'letter-r'])
  if (isDoubtful(evidence, found)) return { intent: 'unclear', matched, rule: 'another-time-unsure' }
  return { intent: 'reschedule', matched: matched.length > 0 ? matched : [found.source], rule: 'another-time' }
}

function wishedTime(evidence: Evidence, context: ReplyContext): Chunk | undefined {
  const isAsked = context.asked === 'appointment'
  const named = (isAsked ? letterR(evidence) : undefined) ?? namedWish(evidence, context)
  if (named) return named
  if (context.asked === 'none' && context.appointment === undefined) return undefined
  return (isAsked ? (refusedTime(evidence) ?? wishInstead(evidence)) : undefined) ?? otherTimeOf(evidence, isAsked)
}

function letterR(evidence: Evidence): Chunk | undefined {
  return evidence.unknown === 0 && !says(evidence, 'letter-c', 'letter-x') ? answersIn(evidence, ['letter-r'])[0] : undefined
}

const ABOUT_THE_PAST = /^(?:why|did|was (?!wondering)|were|has|when did|que pasa|who|what if|what happens)\b/

/** "Reschedule", "another day", "anything earlier" in so many words. */
function namedWish({ chunks, asked }: Evidence, context: ReplyContext): Chunk | undefined {
  const named = chunks.find((chunk) => chunk.meaning === 'reschedule' || chunk.meaning === 'other-time')
  if (!named || isTakenBack(chunks, named)) return undefined
  const asksPolicy = asked.has('fee') || asked.has('changed') || chunks.some((chunk) => chunk.asked && ABOUT_THE_PAST.test(chunk.text))
  if (named.asked && asksPolicy) return undefined
  // "Move me to Thursday" takes the slot that is on Thursday.
  if (context.asked === 'offer') return named.fits.includes('same') && !named.fits.includes('other') ? undefined : named
  if (context.asked === 'appointment') return named
  const isBare = !named.text.includes(' ') && chunks.every((chunk) => chunk === named || COURTESY.includes(chunk.meaning as Sense))
  return !isBare && (context.appointment !== undefined || named.meaning === 'reschedule') ? named : undefined
}

/** "2:30 doesn't work": the time is refused, not the visit. */
function refusedTime(evidence: Evidence): Chunk | undefined {
  if (!says(evidence, 'bad-time') || says(evidence, 'cancel', 'not-coming', 'confirm', 'coming', 'keep', 'late')) return undefined
  return evidence.chunks.find((chunk) => chunk.meaning === 'bad-time')
}

const OTHER_WAY = /\b(?:call|phone|email|text|video|zoom|husband|wife|son|daughter)\b/

/** Someone who cannot come and goes on to wish for something wishes for another time; so does "when can I come in instead?". */
function wishInstead(evidence: Evidence): Chunk | undefined {
  const { chunks } = evidence
  const wish = says(evidence, 'not-coming', 'bad-time') ? chunks.find((chunk) => chunk.meaning === 'wish') : undefined
  const instead = chunks.some((chunk) => OTHER_WAY.test(chunk.text))
    ? undefined
    : chunks.find((chunk) => chunk.asked && chunk.text === 'instead')
  return wish ?? instead ?? chunks.find((chunk) => chunk.meaning === 'take' && chunk.fits.includes('other'))
}

const UNSURE = /^(?:maybe|might|may|possibly|probably|perhaps|a lo mejor|tal vez|quiza|quizas|let me|not sure|thinking)/

/** "I might need to move it" asks for nothing yet; a question or a plain wish does. */
function isDoubtful(evidence: Evidence, found: Chunk): boolean {
  const before = evidence.chunks.filter((chunk) => chunk.at < found.at)
  if (before.some((chunk) => chunk.meaning === 'condition')) return true
  if (found.asked || says(evidence, 'not-coming', 'cancel', 'bad-time')) return false
  if (before.some((chunk) => chunk.sentence === found.sentence && chunk.meaning === 'hedge' && UNSURE.test(chunk.text))) return true
  return says(evidence, 'other-visit', 'changed') || (says(evidence, 'several') && says(evidence, 'yes', 'confirm', 'coming', 'keep'))
}
