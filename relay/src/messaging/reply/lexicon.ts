import { ABOUT_TEXTS } from './phrases/about-texts.ts'
import { ENGLISH_ANSWERS } from './phrases/english-answers.ts'
import { ENGLISH_QUESTIONS } from './phrases/english-questions.ts'
import { ENGLISH_TALK } from './phrases/english-talk.ts'
import { ENGLISH_TIMES } from './phrases/english-times.ts'
import { FUNCTION_WORDS, HARMLESS_WORDS, kindsOf } from './phrases/kinds.ts'
import type { Lexicon, Meaning, Sense } from './phrases/meanings.ts'
import { PhraseBook } from './phrase-book.ts'
import { SPANISH_ANSWERS } from './phrases/spanish-answers.ts'
import { SPANISH_TALK } from './phrases/spanish-talk.ts'
import type { Fit } from './times.ts'
import { sourceOf, type Word } from './words.ts'

/** A run of words that says one thing, or one word no phrase knows (`meaning` undefined). */
export type Chunk = {
  meaning: Sense | undefined
  text: string
  source: string
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

const entriesOf = (lexicon: Lexicon) => Object.entries(lexicon) as [Meaning, string][]

// Words that may stand inside any phrase without changing it: "I really can't actually make it".
const SKIPPED = new Set(
  `really actually just so very unfortunately sadly definitely certainly still totally literally honestly tho though lol haha omg um uh oh please
  kindly also even about like around roughly approximately approx currently simply gladly happily again muy pues tambien realmente lamentablemente desafortunadamente ya favor much indeed now
  regretfully surely`.split(/\s+/),
)

const NEGATIONS = 'not; no longer; no; never; nor; none; nothing; without; nunca; ni; sin; tampoco; ninguno; ninguna; ningun; nadie; nobody; nada; jamas'

/** Where two lists know a phrase, the first one counts. */
export const LEXICONS = [ABOUT_TEXTS, ENGLISH_ANSWERS, ENGLISH_TIMES, ENGLISH_QUESTIONS, ENGLISH_TALK, SPANISH_ANSWERS, SPANISH_TALK]

const BOOK = new PhraseBook<Meaning>(
  [...LEXICONS.flatMap(entriesOf), ['not', NEGATIONS]],
  kindsOf,
  SKIPPED,
)

/** Cuts words into chunks. Of all ways to lay phrases over the words, takes the one with the longest phrases. */
export function readChunks(words: Word[]): Chunk[] {
  const best: { score: number; to: number; meaning: Meaning | undefined }[] = []
  best[words.length] = { score: 0, to: words.length, meaning: undefined }
  for (let at = words.length - 1; at >= 0; at--) {
    let choice = { score: best[at + 1]!.score - (isPlain(words[at]!) ? 0 : UNKNOWN_COSTS), to: at + 1, meaning: undefined as Meaning | undefined }
    for (const { meaning, to } of BOOK.matches(words, at).sort((left, right) => left.to - right.to)) {
      // "I can" before "not" is half of "I can not": a phrase never ends on the verb that a "not" takes away.
      if (words[to]?.text === 'not' && words[to]!.clause === words[at]!.clause && CARRIES_NOT.has(words[to - 1]!.text) && meaning !== 'hedge' && meaning !== 'condition') continue
      const score = (to - at) ** 2 - 1 + best[to]!.score
      if (score >= choice.score) choice = { score, to, meaning }
    }
    best[at] = choice
  }
  const chunks: Chunk[] = []
  for (let at = 0; at < words.length; at = best[at]!.to) chunks.push(chunkOf(words, at, best[at]!.to, best[at]!.meaning))
  return chunks
}

// A word left over costs more than one phrase shorter by a word.
const UNKNOWN_COSTS = 4
const CARRIES_NOT = new Set('can will do does did is are am was were would could should have has may might'.split(' '))

const isPlain = (word: Word): boolean =>
  word.time !== undefined || word.name || FUNCTION_WORDS.has(word.text) || HARMLESS_WORDS.has(word.text)

function chunkOf(words: Word[], at: number, to: number, meaning: Meaning | undefined): Chunk {
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
