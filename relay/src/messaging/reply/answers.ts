import { COURTESY } from './certainty.ts'
import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { FIRST_NAMES } from './kinds.ts'
import type { Sense } from './meanings.ts'
import type { Word } from './words.ts'

/** The stated chunks that answer in one of these senses. A single letter answers only where nothing else stands around it. */
export function answersIn(evidence: Evidence, senses: readonly Sense[]): Chunk[] {
  return evidence.chunks.filter(
    (chunk) => !chunk.asked && senses.includes(chunk.meaning as Sense) && (!chunk.meaning?.startsWith('letter-') || isPlainLetter(evidence.chunks, chunk)),
  )
}

// "C", "C thanks", "Hi. C" answer; "vitamin c" and the kiss in "see you then x" do not.
function isPlainLetter(chunks: Chunk[], letter: Chunk): boolean {
  const before = chunks.filter((chunk) => chunk.at < letter.at && chunk.clause === letter.clause)
  return before.every((chunk) => chunk.meaning === 'greeting' || chunk.meaning === 'sorry' || chunk.meaning === 'name' || chunk.meaning?.startsWith('letter-') === true)
}

/** A "not" that may turn the answer around: before it without words of its own, or after it without a subject. */
export function isDenied(evidence: Evidence, answer: Chunk): boolean {
  return evidence.chunks.some((chunk, at) => {
    if (chunk.meaning !== 'not' || chunk.asked) return false
    const next = evidence.chunks[at + 1]
    if (next === undefined || next.clause !== chunk.clause || next === answer) return true
    if (chunk.clause !== answer.clause) return false
    const between = evidence.chunks.filter((other) => other.at > Math.min(chunk.at, answer.at) && other.at < Math.max(chunk.at, answer.at))
    if (chunk.at < answer.at) return !(between.some((other) => other.meaning === undefined) && between.some((other) => OPENS_CLAUSE.test(other.text)))
    return !between.some((other) => OPENS_CLAUSE.test(other.text))
  })
}

const OPENS_CLAUSE = /^(?:so|and|because|since|as|i|we|it|my|he|she|they|y|yo|entonces|asi|mi)$/

/** Words we do not know stand before the answer in its clause: "praying I can make it" must not pass for "I can make it". */
export function hasUnknownBefore(evidence: Evidence, answer: Chunk, yes: Chunk[]): boolean {
  return evidence.chunks.some((chunk) => !chunk.asked && chunk.meaning === undefined && chunk.clause === answer.clause && chunk.at < answer.at && !yes.some((one) => one.at < chunk.at))
}

/** Words we do not know follow the answer in its clause: "I'll take two Tylenol". */
export function hasUnknownAfter(evidence: Evidence, answer: Chunk): boolean {
  return evidence.chunks.some((chunk) => chunk.meaning === undefined && chunk.clause === answer.clause && chunk.at > answer.at)
}

/** Somebody is named who is not the writer or the one written to: perhaps another patient of the household. */
export function namesSomeone(evidence: Evidence): boolean {
  const { words, chunks } = evidence
  return words.some((word, at) => {
    if (!isPersonName(words, at)) return false
    const chunk = chunks.findLast((one) => one.at <= at)!
    if (chunk.meaning !== 'neutral') return false
    let start = at
    while (start > 0 && words[start - 1]!.name && words[start - 1]!.clause === word.clause) start--
    const before = chunks.findLast((one) => one.at < start)
    const next = words.slice(at + 1).find((one) => !one.name)
    const isSubject = next !== undefined && next.clause === word.clause && /^(?:can|will|is|has|does|no|not|want|would|cannot)$/.test(next.text)
    if (isSubject && before?.meaning !== 'name') return true
    const leads = before === undefined || before.meaning === 'name' || before.meaning === 'greeting' || before.meaning === 'thanks' || /^(doctor|it is|i am)$/.test(before.text)
    const signs = words.slice(at).every((one) => one.name || one.clause > word.clause) && (before === undefined || before.clause !== word.clause)
    return !leads && !signs
  })
}

// "We moved to Texas" names a place; an unknown capital word counts only where a person would stand.
function isPersonName(words: Word[], at: number): boolean {
  const word = words[at]!
  if (!word.name || FIRST_NAMES.has(word.text)) return word.name && !/^(?:to|in|at|near|en)$/.test(words[at - 1]?.text ?? '')
  return /'s$/.test(word.source) || /^(?:for|cancel|and|y|para)$/.test(words[at - 1]?.text ?? '')
}

/** More than one person is named, or one beside the writer ("me and Leo"). */
export function namesSeveral(evidence: Evidence): boolean {
  const names = evidence.words.filter((word, at) => word.name && !evidence.words[at - 1]?.name)
  return names.length > 1 && evidence.words.some((word) => word.text === 'and' || word.text === 'y')
}

// "Thanks for the reminder text": the words after "thanks for" only say what for.
function isThankedFor(chunks: Chunk[], chunk: Chunk): boolean {
  const thanks = chunks.find((one) => one.meaning === 'thanks' && one.clause === chunk.clause && one.at < chunk.at)
  return chunk.meaning === undefined && thanks !== undefined && (thanks.text.includes(' for') || chunks.some((one) => one.text === 'for' && one.at === thanks.at + 1))
}

/** True if the reply is no more than thanks, a greeting, "got it". */
export function isCourtesy(evidence: Evidence): boolean {
  const thanks = evidence.said.has('thanks') || evidence.said.has('ack') || evidence.said.has('ok') || (evidence.said.has('kind') && evidence.chunks.length > 0)
  const allowed: ReadonlySet<Sense | undefined> = new Set([...COURTESY, 'ok', 'time', 'receipt'])
  if (evidence.isAsking || evidence.signs.some((sign) => sign === 'no' || sign === 'doubt' || sign === 'ask')) return false
  if (evidence.chunks.length === 0) return evidence.signs.length > 0 && evidence.signs.every((sign) => sign === 'kind' || sign === 'other') && evidence.signs.includes('kind')
  if (evidence.chunks.some((chunk) => chunk.meaning === 'time' && chunk.fits.includes('other'))) return false
  return thanks && evidence.chunks.every((chunk) => allowed.has(chunk.meaning) || isThankedFor(evidence.chunks, chunk))
}
