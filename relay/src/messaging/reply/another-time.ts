import { answersIn } from './answers.ts'
import { COURTESY, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
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
  const { chunks } = evidence
  const letter = answersIn(evidence, ['letter-r'])[0]
  if (letter && context.asked === 'appointment' && evidence.unknown === 0 && !says(evidence, 'letter-c', 'letter-x')) return letter
  const asksPolicy = evidence.asked.has('fee') || evidence.asked.has('changed') || chunks.some((chunk) => chunk.asked && /^(?:why|did|was (?!wondering)|were|has|when did|who|what if|what happens)\b/.test(chunk.text))
  const named = chunks.find((chunk) => chunk.meaning === 'reschedule' || chunk.meaning === 'other-time')
  if (named && !(named.asked && asksPolicy) && !isDenied(chunks, named)) {
    const isBare = context.asked === 'none' && evidence.chunks.every((chunk) => chunk === named || COURTESY.includes(chunk.meaning as Sense)) && !named.text.includes(' ')
    const hasVisit = context.asked !== 'none' || context.appointment !== undefined || named.meaning === 'reschedule'
    // "Move me to Thursday" takes the slot that is on Thursday.
    const takesSlot = context.asked === 'offer' && named.fits.includes('same') && !named.fits.includes('other')
    if (!isBare && hasVisit && !takesSlot) return named
  }
  if (context.asked === 'none' && context.appointment === undefined) return undefined
  if (context.asked === 'appointment' && says(evidence, 'bad-time') && !says(evidence, 'cancel', 'not-coming', 'confirm', 'coming', 'keep', 'late')) {
    return chunks.find((chunk) => chunk.meaning === 'bad-time')
  }
  // Someone who cannot come and goes on to wish for something wishes for another time.
  if (says(evidence, 'not-coming', 'bad-time') && context.asked === 'appointment') {
    const wish = chunks.find((chunk) => chunk.meaning === 'wish')
    if (wish) return wish
  }
  // "When can I come in instead?"
  const instead = chunks.find((chunk) => chunk.asked && chunk.text === 'instead')
  if (instead && context.asked === 'appointment' && !chunks.some((chunk) => /\b(?:call|phone|email|text|video|zoom|husband|wife|son|daughter)\b/.test(chunk.text))) return instead
  const taken = context.asked === 'appointment' ? chunks.find((chunk) => chunk.meaning === 'take' && chunk.fits.includes('other')) : undefined
  if (taken) return taken
  return offeredTime(evidence, context) ?? shiftedTime(evidence) ?? wishWithTime(chunks) ?? contrastedTime(evidence) ?? askedTime(evidence)
}

/** "Do you have anything Thursday?": words of wishing with another or an unknown time in the same sentence. */
function wishWithTime(chunks: Chunk[]): Chunk | undefined {
  return chunks.find(
    (wish) =>
      wish.meaning === 'wish' &&
      !isDenied(chunks, wish) &&
      chunks.some((chunk) => chunk.sentence === wish.sentence && (chunk.at >= wish.at || wish.asked || wish.text === 'instead') && chunk.fits.some((fit) => fit !== 'same')),
  )
}

/** "Can't make it Tuesday, I can do Thursday": one time refused and another one named as possible. */
function contrastedTime(evidence: Evidence): Chunk | undefined {
  if (!says(evidence, 'not-coming', 'bad-time', 'no', 'cancel')) return undefined
  const turn = evidence.chunks.find((chunk) => chunk.meaning === 'contrast' || chunk.meaning === 'hedge')
  const after = turn && says(evidence, 'not-coming', 'bad-time') ? evidence.chunks.find((chunk) => chunk.at > turn.at && chunk.fits.includes('other')) : undefined
  if (after) return after
  const away = evidence.chunks.find((chunk) => chunk.meaning === 'not-coming' || chunk.meaning === 'bad-time')
  const possible = away && evidence.chunks.find((chunk) => chunk.clause !== away.clause && chunk.fits.includes('other') && evidence.chunks.some((one) => one.clause === chunk.clause && one.meaning === 'yes'))
  if (possible) return possible
  return evidence.chunks.find((chunk) => (chunk.meaning === 'coming' || chunk.meaning === 'yes' || chunk.meaning === 'ok' || chunk.meaning === 'take') && chunk.fits.includes('other'))
}

/** "I'm free Thursday", "puedo el viernes": another time they could make. "See you Thursday" is more likely a mistake. */
function offeredTime(evidence: Evidence, context: ReplyContext): Chunk | undefined {
  if (context.asked !== 'appointment') return undefined
  const isAble = (chunk: Chunk) => /\b(?:can|free|available|works?|puedo|podemos|funciona|sirve|queda)\b/.test(chunk.text)
  return evidence.chunks.find((chunk, at) => {
    if (chunk.asked || (chunk.meaning !== 'yes' && chunk.meaning !== 'coming' && chunk.meaning !== 'other-time') || !isAble(chunk)) return false
    const next = evidence.chunks[at + 1]
    return chunk.fits.includes('other') || (next?.meaning === 'time' && next.clause === chunk.clause && next.fits.includes('other'))
  })
}

/** "Do you have anything earlier", "yes but later": the visit is to be shifted. */
function shiftedTime(evidence: Evidence): Chunk | undefined {
  const shift = evidence.chunks.find((chunk) => chunk.meaning === 'shift')
  const wishes = evidence.chunks.some((chunk) => chunk.sentence === shift?.sentence && chunk.at < shift.at && (chunk.meaning === 'wish' || chunk.meaning === 'contrast'))
  return wishes || (shift && says(evidence, 'not-coming', 'bad-time')) ? shift : undefined
}

/** "Thursday at 10?": a bare question that is nothing but another time. */
function askedTime(evidence: Evidence): Chunk | undefined {
  const asked = evidence.chunks.filter((chunk) => chunk.asked)
  const isBare = asked.every((chunk) => chunk.meaning === 'time' || chunk.meaning === 'neutral' || chunk.meaning === 'yes' || chunk.meaning === 'ok' || chunk.meaning === 'coming' || chunk.meaning === 'hedge')
  const isAway = says(evidence, 'not-coming', 'bad-time', 'pass', 'no')
  return isBare ? asked.find((chunk) => chunk.fits.includes('other') || (isAway && chunk.fits.length > 0)) : undefined
}

function isDenied(chunks: Chunk[], wish: Chunk): boolean {
  const before = chunks.filter((chunk) => chunk.clause === wish.clause && chunk.at < wish.at)
  return before.at(-1)?.meaning === 'not' || before.at(-2)?.meaning === 'not'
}

/** "I might need to move it" asks for nothing yet; a question or a plain wish does. */
function isDoubtful(evidence: Evidence, found: Chunk): boolean {
  if (evidence.chunks.some((chunk) => chunk.meaning === 'condition' && chunk.at < found.at)) return true
  if (found.asked || says(evidence, 'not-coming', 'cancel', 'bad-time')) return false
  const before = evidence.chunks.filter((chunk) => chunk.sentence === found.sentence && chunk.at < found.at)
  if (before.some((chunk) => chunk.meaning === 'hedge' && /^(maybe|might|may|possibly|probably|perhaps|a lo mejor|tal vez|quiza|quizas|let me|not sure|thinking)/.test(chunk.text))) return true
  return says(evidence, 'other-visit', 'changed') || (says(evidence, 'several') && says(evidence, 'yes', 'confirm', 'coming', 'keep'))
}
