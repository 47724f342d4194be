import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './phrases/meanings.ts'

/** What may stand beside any answer without changing it. */
export const COURTESY: readonly Sense[] = ['thanks', 'kind', 'greeting', 'sorry', 'ack', 'name', 'neutral', 'tag', 'side-note']

const CONDITIONS: readonly Sense[] = ['condition', 'timing', 'if-possible', 'if-any']

/** Each makes an answer unsure, whoever gives it. */
const DOUBTS: readonly Sense[] = [
  'hedge',
  'so-far',
  'call-later',
  ...CONDITIONS,
  'several',
  'other-visit',
  'or',
  'changed',
  'mistake',
  'correction',
  'overtaken',
  'receipt',
]

/** Beside a refusal a "for now" or "I'll call you" takes nothing back. */
export const HARMLESS_TO_REFUSALS: readonly Sense[] = ['so-far', 'call-later', 'if-possible', 'timing']

const YES_OR_NO: readonly Sense[] = [
  'yes',
  'ok',
  'confirm',
  'coming',
  'take',
  'keep',
  'cancel',
  'cancelled',
  'not-coming',
  'letter-x',
  'letter-n',
]
const CHANGES: readonly Sense[] = ['ask-cancel', 'wish', 'reschedule', 'other-time', 'changed', 'several', 'other-visit', 'wrong-number']

/** A question about one of these may change the answer; where, when and how long do not. */
const HARD_QUESTIONS: readonly Sense[] = [...YES_OR_NO, ...CHANGES, ...CONDITIONS, 'hedge', 'fee', 'late', 'busy', 'sick']

/** A reason to leave an answer to a person: its rule name and whether it holds. */
export type Guard<A> = readonly [rule: string, holds: (evidence: Evidence, answers: A) => boolean]

export function firstGuard<A>(guards: readonly Guard<A>[], evidence: Evidence, answers: A): string | undefined {
  return guards.find(([, holds]) => holds(evidence, answers))?.[0]
}

/** True if nothing but these meanings is in the reply. */
export function isOnly(evidence: Evidence, senses: readonly Sense[], withQuestions = false): boolean {
  const allowed: ReadonlySet<Sense | undefined> = new Set(senses)
  return (withQuestions || !evidence.isAsking) && evidence.chunks.every((chunk) => allowed.has(chunk.meaning))
}

export function says(evidence: Evidence, ...senses: Sense[]): boolean {
  return senses.some((sense) => evidence.said.has(sense))
}

/** The first doubt stated about an answer, if any. */
export function doubtIn(evidence: Evidence, ...ignored: Sense[]): Sense | undefined {
  const found = DOUBTS.find((sense) => evidence.said.has(sense) && !ignored.includes(sense))
  return found ?? (evidence.signs.includes('doubt') ? 'hedge' : undefined)
}

/** A "but" that turns against the answer; one that only leads over from an apology to it, or to thanks after it, does not. */
export function isContrasted(evidence: Evidence): boolean {
  const isPolite = (chunks: Chunk[]) =>
    chunks.every((chunk) => COURTESY.includes(chunk.meaning as Sense)) && chunks.some((chunk) => chunk.meaning !== 'neutral')
  return evidence.chunks.some(
    (chunk, at) =>
      chunk.meaning === 'contrast' && !chunk.asked && !isPolite(evidence.chunks.slice(0, at)) && !isPolite(evidence.chunks.slice(at + 1)),
  )
}

/** Another day or time than the visit's is stated. */
export function namesOtherTime(evidence: Evidence): boolean {
  return evidence.chunks.some(
    (chunk) => !chunk.asked && chunk.meaning !== 'kind' && chunk.meaning !== 'thanks' && chunk.fits.includes('other'),
  )
}

/** A question that leaves a yes a yes. */
export function isEasyQuestion(evidence: Evidence): boolean {
  const asked = evidence.chunks.filter((chunk) => chunk.asked)
  // "Yes what" asks nothing that could be answered later.
  const length = asked.reduce((words, chunk) => words + (chunk.meaning === 'time' ? 2 : chunk.text.split(' ').length), 0)
  const isHard = asked.some(
    (chunk) => HARD_QUESTIONS.includes(chunk.meaning as Sense) || chunk.fits.includes('other') || chunk.kinds.includes('<kin>'),
  )
  return length > 1 && !isHard
}
