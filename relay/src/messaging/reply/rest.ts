import { COURTESY, doubtIn, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './phrases/meanings.ts'
import type { Reading } from './reading.ts'

const POLITE: ReadonlySet<Sense | undefined> = new Set([...COURTESY, 'ok', 'time', 'receipt'])

/** True if the reply is no more than thanks, a greeting with a wish, "got it", "ok". */
export function isCourtesy(evidence: Evidence): boolean {
  const { chunks, signs } = evidence
  if (evidence.isAsking || signs.some((sign) => sign === 'no' || sign === 'doubt' || sign === 'ask')) return false
  if (chunks.length === 0) return signs.includes('kind') && signs.every((sign) => sign === 'kind' || sign === 'other')
  if (chunks.some((chunk) => chunk.meaning === 'time' && chunk.fits.includes('other'))) return false
  return says(evidence, 'thanks', 'ack', 'ok', 'kind') && chunks.every((chunk) => POLITE.has(chunk.meaning) || isThankedFor(chunks, chunk))
}

// "Thanks for the reminder text": the words after "thanks for" only say what for.
function isThankedFor(chunks: Chunk[], chunk: Chunk): boolean {
  const thanks = chunks.find((one) => one.meaning === 'thanks' && one.clause === chunk.clause && one.at < chunk.at)
  if (chunk.meaning !== undefined || thanks === undefined) return false
  return thanks.text.includes(' for') || chunks.some((one) => one.text === 'for' && one.at === thanks.at + 1)
}

/** What is left when nothing answers. */
export function readRest(evidence: Evidence): Reading {
  const tell = (intent: Reading['intent'], rule: string, ...senses: Sense[]): Reading => ({
    intent,
    rule,
    matched: wordsFor(evidence, senses),
  })
  if (isCourtesy(evidence)) return tell('thanks', 'courtesy', 'thanks', 'ack', 'ok', 'kind')
  const doubt = doubtIn(evidence)
  if (evidence.isAsking && doubt !== 'hedge') return tell('question', 'question', 'ask', 'ask-cancel', 'wish', 'fee')
  if (doubt) return tell('unclear', `only-${doubt}`, doubt)
  return tell('unclear', says(evidence, 'no', 'pass', 'letter-n') ? 'bare-no' : 'not-understood', 'no', 'pass', 'letter-n')
}
