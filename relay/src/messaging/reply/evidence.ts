import { type Chunk, readChunks } from './lexicon.ts'
import type { Sense } from './phrases/meanings.ts'
import { markQuestions } from './questions.ts'
import { settleCancels } from './settle-cancel.ts'
import type { Sign } from './signs.ts'
import type { Reply, Word } from './words.ts'

/** All a reply says, in order, with what is asked apart from what is said. */
export type Evidence = {
  words: Word[]
  chunks: Chunk[]
  signs: Sign[]
  leadsWithSign: boolean
  /** Meanings stated outside questions. */
  said: ReadonlySet<Sense>
  /** Meanings inside questions. */
  asked: ReadonlySet<Sense>
  isAsking: boolean
  /** How many words outside questions no phrase knows. */
  unknown: number
}

export function gather(words: Word[], reply: Reply): Evidence {
  const chunks = settleCancels(readChunks(words).map(settleCanNot).map(settleNo))
  markQuestions(chunks, reply)
  const isAsking = chunks.some((chunk) => chunk.asked) || (reply.asked.size > 0 && chunks.length === 0)
  return { words, signs: reply.signs, leadsWithSign: reply.leadsWithSign, isAsking, ...weigh(chunks) }
}

/** What a set of chunks says and asks. */
export function weigh(chunks: Chunk[]): Pick<Evidence, 'chunks' | 'said' | 'asked' | 'unknown'> {
  const stated = chunks.filter((chunk) => !chunk.asked)
  const sensesOf = (some: Chunk[]) => new Set(some.flatMap((chunk) => chunk.meaning ?? []))
  return { chunks, said: sensesOf(stated), asked: sensesOf(chunks.filter((chunk) => chunk.asked)), unknown: unknownAmong(stated) }
}

function unknownAmong(stated: Chunk[]): number {
  // "I'll bring the new insurance card", "thanks for squeezing me in": what follows only says more of the same.
  const leads = stated.filter((chunk) => chunk.meaning === 'side-note' || chunk.meaning === 'thanks' || chunk.meaning === 'sorry')
  const isLedOn = (chunk: Chunk) => leads.some((lead) => lead.clause === chunk.clause && lead.at < chunk.at)
  return stated.filter((chunk) => chunk.meaning === undefined && !isLedOn(chunk)).length
}

const ENDS_REFUSAL = /^(?:thanks|sorry|time|busy|sick|contrast|wish|reschedule|other-time)$/

/** "I can't" refuses when nothing but courtesy or a reason follows; "I can't find it" is only a "not". */
function settleCanNot(chunk: Chunk, at: number, chunks: Chunk[]): Chunk {
  if (chunk.meaning !== 'can-not') return chunk
  const next = chunks[at + 1]
  return {
    ...chunk,
    meaning: next === undefined || next.clause !== chunk.clause || ENDS_REFUSAL.test(next.meaning ?? '') ? 'not-coming' : 'not',
  }
}

const BEFORE_NO = /^(?:and|but|so|oh|please|then|pero|pues|y|im|well|actually|also|just|unfortunately|sadly)$/

/** "No babysitter", "there is no way": before a noun, or after a verb, a "no" denies that and answers nothing. */
function settleNo(chunk: Chunk, at: number, chunks: Chunk[]): Chunk {
  if (chunk.meaning !== 'no' || chunk.text !== 'no') return chunk
  const before = chunks[at - 1]?.clause === chunk.clause ? chunks[at - 1] : undefined
  const next = chunks[at + 1]?.clause === chunk.clause ? chunks[at + 1] : undefined
  const deniesNext = next !== undefined && (next.meaning === undefined || next.meaning === 'fee' || next.meaning === 'sick')
  const follows = before !== undefined && (before.meaning === undefined || (before.meaning === 'neutral' && !BEFORE_NO.test(before.text)))
  return deniesNext || follows ? { ...chunk, meaning: 'not' } : chunk
}

/** The words as typed that carry the given meanings. */
export function wordsFor(evidence: Evidence, senses: readonly Sense[]): string[] {
  return evidence.chunks.filter((chunk) => chunk.meaning !== undefined && senses.includes(chunk.meaning)).map((chunk) => chunk.source)
}
