import type { Evidence } from './evidence.ts'
import { kindsOf } from './kinds.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './meanings.ts'

/** What may stand beside any answer without changing it. */
export const COURTESY: readonly Sense[] = ['thanks', 'kind', 'greeting', 'sorry', 'ack', 'name', 'neutral', 'tag', 'side-note']

/** Each makes an answer unsure, whoever gives it. */
const DOUBTS: readonly Sense[] = ['hedge', 'so-far', 'call-later', 'if-possible', 'if-any', 'condition', 'several', 'other-visit', 'or', 'changed', 'mistake', 'receipt']

/** Things only an easy question is about: where, when, how long. */
const HARD_QUESTIONS: readonly Sense[] = [
  'yes', 'ok', 'confirm', 'coming', 'take', 'wish', 'reschedule', 'other-time', 'cancel', 'ask-cancel', 'cancelled', 'not-coming', 'several', 'other-visit', 'fee', 'late', 'condition', 'hedge', 'busy', 'sick', 'keep', 'changed', 'if-any', 'if-possible', 'letter-x', 'letter-n', 'wrong-number',
]

/** True if nothing but these meanings is in the reply. */
export function isOnly(evidence: Evidence, meanings: readonly Sense[], withQuestions = false): boolean {
  const allowed: ReadonlySet<Sense | undefined> = new Set(meanings)
  return (withQuestions || !evidence.isAsking) && evidence.chunks.every((chunk) => allowed.has(chunk.meaning))
}

export function says(evidence: Evidence, ...meanings: Sense[]): boolean {
  return meanings.some((meaning) => evidence.said.has(meaning))
}

/** The first doubt stated about an answer, if any. */
export function doubtIn(evidence: Evidence, ...ignored: Sense[]): Sense | undefined {
  return DOUBTS.find((meaning) => evidence.said.has(meaning) && !ignored.includes(meaning)) ?? (evidence.signs.includes('doubt') ? 'hedge' : undefined)
}

/** Beside a refusal a "for now" or "I'll call you" takes nothing back. */
export const HARMLESS_TO_REFUSALS: readonly Sense[] = ['so-far', 'call-later', 'if-possible']

/** A "but" that turns against the answer; one that only leads over from an apology to it, or to thanks after it, does not. */
export function isContrasted(evidence: Evidence): boolean {
  const isCourtesy = (chunk: Chunk) => COURTESY.includes(chunk.meaning as Sense)
  return evidence.chunks.some((chunk, at) => {
    if (chunk.meaning !== 'contrast' || chunk.asked) return false
    const before = evidence.chunks.slice(0, at)
    const after = evidence.chunks.slice(at + 1)
    const leadsOver = before.every(isCourtesy) && before.some((other) => other.meaning !== 'neutral')
    return !leadsOver && !(after.every(isCourtesy) && after.some((other) => other.meaning !== 'neutral'))
  })
}

/** Another day or time than the visit's is stated. */
export function namesOtherTime(evidence: Evidence): boolean {
  return evidence.chunks.some((chunk) => !chunk.asked && chunk.meaning !== 'kind' && chunk.meaning !== 'thanks' && chunk.fits.includes('other'))
}

/** A question that leaves a yes a yes. */
export function isEasyQuestion(evidence: Evidence): boolean {
  // "Yes what" asks nothing that could be answered later.
  const length = evidence.chunks.filter((chunk) => chunk.asked).reduce((words, chunk) => words + (chunk.meaning === 'time' ? 2 : chunk.text.split(' ').length), 0)
  return length > 1 && !HARD_QUESTIONS.some((meaning) => evidence.asked.has(meaning)) && !evidence.chunks.some((chunk) => chunk.asked && (chunk.fits.includes('other') || chunk.text.split(' ').some((word) => kindsOf({ text: word }).includes('<kin>'))))
}
