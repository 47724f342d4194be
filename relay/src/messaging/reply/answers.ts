import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './phrases/meanings.ts'

/** The stated chunks that answer in one of these senses. A single letter answers only where nothing else stands around it. */
export function answersIn(evidence: Evidence, senses: readonly Sense[]): Chunk[] {
  return evidence.chunks.filter(
    (chunk) => !chunk.asked && senses.includes(chunk.meaning as Sense) && (!isLetter(chunk) || isPlainLetter(evidence.chunks, chunk)),
  )
}

const isLetter = (chunk: Chunk): boolean => chunk.meaning?.startsWith('letter-') === true

// "C", "C thanks", "Hi. C" answer; "vitamin c" and the kiss in "see you then x" do not.
function isPlainLetter(chunks: Chunk[], letter: Chunk): boolean {
  const before = chunks.filter((chunk) => chunk.at < letter.at && chunk.clause === letter.clause)
  return before.every((chunk) => isLetter(chunk) || /^(?:greeting|sorry|name)$/.test(chunk.meaning ?? ''))
}

const OPENS_CLAUSE = /^(?:so|and|because|since|as|i|we|it|my|he|she|they|y|yo|entonces|asi|mi)$/

/** A "not" that may turn the answer around: before it without words of its own, or after it without a subject. */
export function isDenied(evidence: Evidence, answer: Chunk): boolean {
  return evidence.chunks.some((chunk, at) => {
    if (chunk.meaning !== 'not' || chunk.asked) return false
    const next = evidence.chunks[at + 1]
    if (next === undefined || next.clause !== chunk.clause || next === answer) return true
    if (chunk.clause !== answer.clause) return false
    const between = chunksBetween(evidence, chunk, answer)
    const opensClause = between.some((other) => OPENS_CLAUSE.test(other.text))
    return !opensClause || (chunk.at < answer.at && !between.some((other) => other.meaning === undefined))
  })
}

export function chunksBetween(evidence: Evidence, one: Chunk, other: Chunk): Chunk[] {
  const [from, to] = one.at < other.at ? [one.at, other.at] : [other.at, one.at]
  return evidence.chunks.filter((chunk) => chunk.at > from && chunk.at < to)
}

/** Words we do not know stand before the answer in its clause: "praying I can make it" must not pass for "I can make it". */
export function hasUnknownBefore(evidence: Evidence, answer: Chunk, yes: Chunk[]): boolean {
  return (
    !startsAnew(evidence, answer) &&
    evidence.chunks.some(
      (chunk) =>
        !chunk.asked &&
        chunk.meaning === undefined &&
        chunk.clause === answer.clause &&
        chunk.at < answer.at &&
        !yes.some((one) => one.at < chunk.at),
    )
  )
}

/** "... can watch him so I'll be there": dictated without commas, the answer still is a sentence of its own. */
function startsAnew(evidence: Evidence, answer: Chunk): boolean {
  const at = evidence.chunks.indexOf(answer)
  return (
    /^(?:i|we)$/.test(evidence.chunks[at - 1]?.text ?? '') &&
    (/^(?:so|but|and)$/.test(evidence.chunks[at - 2]?.text ?? '') || evidence.chunks[at - 2]?.meaning === 'yes')
  )
}

/** Words we do not know follow the answer in its clause: "I'll take two Tylenol". */
export function hasUnknownAfter(evidence: Evidence, answer: Chunk): boolean {
  return evidence.chunks.some((chunk) => chunk.meaning === undefined && chunk.clause === answer.clause && chunk.at > answer.at)
}
