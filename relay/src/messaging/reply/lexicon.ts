import { PhraseBook } from './phrase-book.ts'
import { FUNCTION_WORDS, HARMLESS_WORDS, kindsOf } from './phrases/kinds.ts'
import { LEXICONS } from './phrases/lexicons.ts'
import type { Meaning, Sense } from './phrases/meanings.ts'
import type { Fit } from './visit-time.ts'
import { sourceOf, type Word } from './words.ts'

/** A run of words that says one thing, or one word no phrase knows (`meaning` undefined). */
export type Chunk = {
  meaning: Sense | undefined
  text: string
  source: string
  /** Index of its first word. */
  at: number
  clause: number
  sentence: number
  /** The kinds of its words: `<visit>`, `<kin>`, `<name>`. */
  kinds: readonly string[]
  /** How the days and times inside fit the visit. */
  fits: Fit[]
  /** Inside a question. */
  asked: boolean
}

// Words that may stand inside any phrase without changing it: "I really can't actually make it".
const SKIPPED: ReadonlySet<string> = new Set(
  `really actually just so very unfortunately sadly definitely certainly still totally literally honestly tho though lol haha omg um uh oh
  please kindly also even about like around roughly approximately approx currently simply gladly happily again muy pues tambien realmente
  lamentablemente desafortunadamente ya favor much indeed now regretfully surely`.split(/\s+/),
)
const NEGATIONS = `
  not; no longer; no; never; nor; none; nothing; without; nobody; nunca; ni; sin; tampoco; ninguno; ninguna; ningun; nadie; nada; jamas`
const CARRIES_NOT = /^(?:can|will|do|does|did|is|are|am|was|were|would|could|should|have|has|may|might)$/
// A word left over costs more than one phrase shorter by a word.
const UNKNOWN_COSTS = 4

const BOOK = new PhraseBook<Meaning>(
  [...LEXICONS.flatMap((lexicon) => Object.entries(lexicon) as [Meaning, string][]), ['not', NEGATIONS]],
  kindsOf,
  SKIPPED,
)

type Choice = { score: number; to: number; meaning: Meaning | undefined }

/** Cuts words into chunks. Of all ways to lay phrases over the words, takes the one with the longest phrases. */
export function readChunks(words: Word[]): Chunk[] {
  const best: Choice[] = []
  best[words.length] = { score: 0, to: words.length, meaning: undefined }
  for (let at = words.length - 1; at >= 0; at--) best[at] = bestFrom(words, at, best)
  const chunks: Chunk[] = []
  for (let at = 0; at < words.length; at = best[at]!.to) chunks.push(chunkOf(words, at, best[at]!))
  return chunks
}

function bestFrom(words: Word[], at: number, best: Choice[]): Choice {
  const rest = best[at + 1]!.score
  let choice: Choice = { score: isPlain(words[at]!) ? rest : rest - UNKNOWN_COSTS, to: at + 1, meaning: undefined }
  // Among equals the phrase that starts with more words wins.
  for (const { meaning, to } of BOOK.matches(words, at).sort((left, right) => left.to - right.to)) {
    const score = (to - at) ** 2 - 1 + best[to]!.score
    if (score >= choice.score && !(endsBeforeNot(words, to) && meaning !== 'hedge' && meaning !== 'condition'))
      choice = { score, to, meaning }
  }
  return choice
}

// "I can" before "not" is half of "I can not": a phrase never ends on the verb that a "not" takes away.
function endsBeforeNot(words: Word[], to: number): boolean {
  return words[to]?.text === 'not' && words[to].clause === words[to - 1]!.clause && CARRIES_NOT.test(words[to - 1]!.text)
}

/** Words that add nothing to an answer: little words, names, days and times. */
const isPlain = (word: Word): boolean =>
  word.time !== undefined || word.name || FUNCTION_WORDS.has(word.text) || HARMLESS_WORDS.has(word.text)

function chunkOf(words: Word[], at: number, { to, meaning }: Choice): Chunk {
  const inside = words.slice(at, to)
  const first = inside[0]!
  const plain = first.time ? 'time' : isPlain(first) ? 'neutral' : undefined
  return {
    meaning: meaning ?? plain,
    text: inside.map((word) => word.text).join(' '),
    source: sourceOf(inside),
    at,
    clause: first.clause,
    sentence: first.sentence,
    kinds: inside.flatMap(kindsOf),
    fits: inside.flatMap((word) => word.time ?? []),
    asked: false,
  }
}
