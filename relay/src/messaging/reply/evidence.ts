import { STOP_LIMITS } from './about-texts.ts'
import { kindsOf } from './kinds.ts'
import { type Chunk, readChunks } from './lexicon.ts'
import type { Meaning } from './meanings.ts'
import { PhraseBook } from './phrases.ts'
import type { Reply, Sign, Word } from './words.ts'

/** All a reply says, in order, with what is asked apart from what is stated. */
export type Evidence = {
  chunks: Chunk[]
  signs: Sign[]
  leadsWithSign: boolean
  words: Word[]
  /** Meanings stated outside questions. */
  said: Set<Meaning | 'time'>
  /** Meanings inside questions. */
  asked: Set<Meaning | 'time'>
  isAsking: boolean
  /** Words outside questions that no phrase knows. */
  unknown: number
}

const LIMITS = new PhraseBook<true>([[true, STOP_LIMITS]], kindsOf)
const ASKS_US = /^(?:(?:can|could|would|will) (?:you|someone|somebody|we please)|(?:me )?(?:puede|pueden|podrian))$/
const QUESTION_STARTS: ReadonlySet<Chunk['meaning']> = new Set(['ask', 'ask-cancel', 'help-wish'])
const COUNTS_ANYWHERE = /^(?:please )?(?:can|could|would|will|puede|pueden|puedes|podrian|me puede|me pueden|me podria|me podrian)\b/

export function gather(words: Word[], reply: Reply): Evidence {
  const chunks = readChunks(words).map(settleCanNot).map(settleNo)
  markQuestions(chunks, reply)
  const stated = chunks.filter((chunk) => !chunk.asked)
  return {
    chunks,
    signs: reply.signs,
    leadsWithSign: reply.leadsWithSign,
    words,
    said: meaningsOf(stated),
    asked: meaningsOf(chunks.filter((chunk) => chunk.asked)),
    isAsking: chunks.some((chunk) => chunk.asked) || (reply.asked.size > 0 && chunks.length === 0),
    unknown: unknownAmong(stated),
  }
}

// "I'll bring the new insurance card", "thanks for squeezing me in": what follows only says more of the same.
const LEADS_ON: ReadonlySet<Chunk['meaning']> = new Set(['side-note', 'thanks', 'sorry'])

function unknownAmong(stated: Chunk[]): number {
  const isLedOn = (chunk: Chunk) => stated.some((lead) => LEADS_ON.has(lead.meaning) && lead.clause === chunk.clause && lead.at < chunk.at)
  return stated.filter((chunk) => chunk.meaning === undefined && !isLedOn(chunk)).length
}

/** "I can't" refuses when nothing or only courtesy follows; "I can't find it" is only a "not". */
function settleCanNot(chunk: Chunk, at: number, chunks: Chunk[]): Chunk {
  if (chunk.meaning !== 'can-not') return chunk
  const next = chunks[at + 1]
  const isWhole = next === undefined || next.clause !== chunk.clause || ENDS_REFUSAL.has(next.meaning)
  return { ...chunk, meaning: isWhole ? 'not-coming' : 'not' }
}

/** "No babysitter", "there is no way": before a noun, or after a verb, a "no" denies that and answers nothing. */
function settleNo(chunk: Chunk, at: number, chunks: Chunk[]): Chunk {
  if (chunk.meaning !== 'no' || chunk.text !== 'no') return chunk
  const [before, next] = [chunks[at - 1], chunks[at + 1]]
  const deniesNext = next !== undefined && next.clause === chunk.clause && (next.meaning === undefined || next.meaning === 'fee' || next.meaning === 'sick')
  const follows = before !== undefined && before.clause === chunk.clause && (before.meaning === undefined || (before.meaning === 'neutral' && !CONNECTS.test(before.text)))
  return deniesNext || follows ? { ...chunk, meaning: 'not' } : chunk
}

const CONNECTS = /^(?:and|but|so|oh|please|then|pero|pues|y|im|well|actually|also|just|unfortunately|sadly)$/
const ENDS_REFUSAL: ReadonlySet<Chunk['meaning']> = new Set(['thanks', 'sorry', 'time', 'busy', 'sick', 'contrast', 'wish', 'reschedule', 'other-time'])

function meaningsOf(chunks: Chunk[]): Set<Meaning | 'time'> {
  return new Set(chunks.flatMap((chunk) => chunk.meaning ?? []))
}

/** A question runs from the words that open it to the end of its sentence; without such words it is the last clause before the mark. */
function markQuestions(chunks: Chunk[], reply: Reply): void {
  for (const sentence of new Set(chunks.map((chunk) => chunk.sentence))) {
    const inside = chunks.filter((chunk) => chunk.sentence === sentence)
    const start = inside.findIndex((chunk, at) => reply.askedFrom.has(chunk.clause) || (asksByItself(chunk) && opensQuestion(inside, at)))
    const from = start !== -1 ? start : reply.asked.has(sentence) ? lastClause(inside) : inside.length
    for (const chunk of inside.slice(from)) chunk.asked = chunk.meaning !== 'tag'
    settleRequest(inside)
  }
}

// "Is my", "has the", "tienen" open a question only where no subject stands before them: "my ride is my son" asks nothing.
const INVERTED = /^(?:is|are|was (?!wondering)|has|have (?:i|you)|does|do the|will the|will my|will doctor|will insurance|details|says)\b/
const SPANISH_VERB = /^(?:puede|pueden|puedo|podemos|podria|podrian|tienen|tiene|hay|es|acepta|aceptan|cobran|atienden|abren|cierran|informacion|direccion)\b/

const LEADS_IN: ReadonlySet<Chunk['meaning']> = new Set(['greeting', 'sorry', 'thanks', 'yes', 'ok', 'no', 'contrast', 'kind', 'not-coming', 'bad-time', 'ack'])

const asksByItself = (chunk: Chunk): boolean =>
  QUESTION_STARTS.has(chunk.meaning) || (chunk.meaning === 'wish' && /^(?:can|could|may|would (?!prefer|rather)|is|are|do you|how|what|puedo|podria|podriamos|tiene|tienen|hay)\b/.test(chunk.text))

function opensQuestion(inside: Chunk[], at: number): boolean {
  const chunk = inside[at]!
  const before = inside[at - 1]
  if (before === undefined || before.clause !== chunk.clause) return true
  if (SPANISH_VERB.test(chunk.text)) return LEADS_IN.has(before.meaning)
  if (!INVERTED.test(chunk.text)) return true
  if (before.meaning === 'condition' || before.meaning === 'not') return false
  return before.meaning !== undefined && (before.meaning !== 'neutral' || /^(?:and|but|so|also|then|y|o|please|pero|tambien)$/.test(before.text))
}

/** "Can you cancel my visit?" asks for a cancellation, "can I cancel?" about one: what is asked of us counts as said. */
function settleRequest(inside: Chunk[]): void {
  const at = inside.findIndex((chunk, index) => {
    if (!chunk.asked || (chunk.meaning !== 'cancel' && chunk.meaning !== 'take')) return false
    const before = inside.slice(0, index).findLast((one) => one.text !== 'please')
    return COUNTS_ANYWHERE.test(chunk.text) || (before?.meaning === 'ask' && before.asked && ASKS_US.test(before.text))
  })
  if (at === -1) return
  const isFiller = (chunk: Chunk) => chunk.meaning === 'neutral' || chunk.meaning === 'thanks' || chunk.meaning === 'time' || ASKS_US.test(chunk.text)
  for (const [index, chunk] of inside.entries()) if (index === at || isFiller(chunk)) chunk.asked = false
}

/** Where the last clause starts; a clause that only seeks agreement ("right?") asks about all before it. */
function lastClause(inside: Chunk[]): number {
  const last = inside.at(-1)!.clause
  const from = inside.findIndex((chunk) => chunk.clause === last)
  const tail = inside.slice(from)
  const seeksAgreement = tail.every((chunk) => /^(right|correct|ok|yes|no|verdad|cierto|huh|true|still|is it|is that right|eh)$/.test(chunk.text))
  if (tail.every((chunk) => chunk.meaning === 'tag')) return inside.length
  return seeksAgreement ? 0 : from
}

/** True if the sentence of a "no more texts" limits it to some hours or kinds of text. */
export function isLimited(words: Word[], sentence: number): boolean {
  return words.some((word, at) => word.sentence === sentence && LIMITS.match(words, at) !== undefined)
}

/** The words as typed that carry the given meanings. */
export function wordsFor(evidence: Evidence, meanings: readonly (Meaning | 'time')[]): string[] {
  return evidence.chunks.filter((chunk) => chunk.meaning !== undefined && meanings.includes(chunk.meaning)).map((chunk) => chunk.source)
}
