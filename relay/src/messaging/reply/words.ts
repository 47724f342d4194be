import type { PhraseBook } from './phrase-book.ts'
import { BARE_CONTRACTIONS, JOINED } from './phrases/shorthand.ts'
import { type Sign, signOf } from './signs.ts'
import { isKnownWord } from './spelling.ts'
import type { Fit } from './visit-time.ts'
import { formsOf, isName } from './word-forms.ts'

/** One word of a reply. `text` is folded (no accents, one spelling), `source` is what was typed. */
export type Word = {
  text: string
  source: string
  /** Counts up at commas, emoji and sentence ends. */
  clause: number
  /** Counts up at . ! ? ; and line breaks. */
  sentence: number
  /** Counts what was typed, so that words written out from one contraction are known to be one. */
  token: number
  /** Looks like somebody's name. */
  name: boolean
  /** For a day or time: how it fits the visit asked about. */
  time?: Fit
  /** For a time of day without a day. */
  isClock?: boolean
}

export type Reply = {
  words: Word[]
  signs: Sign[]
  /** The first sign stands before all words. */
  leadsWithSign: boolean
  /** Sentences that end with a question mark. */
  asked: Set<number>
  /** Clauses opened by the Spanish ¿. */
  askedFrom: Set<number>
}

const MOST_WORDS = 320
const PIECES = new RegExp(
  [
    '(?<clock>\\d{1,2}[:.h]\\d{2}(?!\\d))',
    "(?<word>\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:'\\p{L}+)*|[#@&])",
    '(?<end>[.!?;\\n]+)',
    '(?<pause>[,:¿¡()"\\u2013\\u2014])',
    '(?<sign>\\p{Extended_Pictographic})',
  ].join('|'),
  'gu',
)

/** Cuts plain text into words with their clauses and sentences, spelling folded and shorthand written out. */
export function readWords(plain: string): Reply {
  const reply: Reply = { words: [], signs: [], leadsWithSign: false, asked: new Set(), askedFrom: new Set() }
  const place = { clause: 0, sentence: 0, token: 0 }
  const isShouting = plain === plain.toUpperCase()
  for (const piece of plain.matchAll(PIECES)) {
    const { clock, word, end, pause, sign } = piece.groups!
    if (clock ?? word) {
      if (reply.words.length < MOST_WORDS) addWord(reply.words, clock?.replace(/[.h]/, ':') ?? word!, place, isShouting)
      place.token++
      continue
    }
    place.clause++
    if (pause === '¿') reply.askedFrom.add(place.clause)
    if (sign) addSign(reply, sign)
    if (!end) continue
    if (end.includes('?')) reply.asked.add(place.sentence)
    place.sentence++
  }
  reply.words = joinWords(joinWords(reply.words, BARE_CONTRACTIONS), JOINED)
  return reply
}

function addSign(reply: Reply, sign: string): void {
  if (reply.words.length === 0) reply.leadsWithSign = true
  reply.signs.push(signOf(sign))
}

type Place = Pick<Word, 'clause' | 'sentence' | 'token'>

function addWord(words: Word[], source: string, place: Place, isShouting: boolean): void {
  const before = words.at(-1)
  const isPlainCapital = isShouting || before?.sentence !== place.sentence
  // "Dr smith" names somebody even without a capital.
  const isTitled = before?.text === 'doctor' && before.clause === place.clause && !isKnownWord(source.toLowerCase())
  for (const text of formsOf(source)) words.push({ text, source, ...place, name: isTitled || isName(text, source, isPlainCapital) })
}

/** The words as they were typed. */
export function sourceOf(words: Word[]): string {
  return words
    .filter((word, at) => word.token !== words[at - 1]?.token)
    .map((word) => word.source)
    .join(' ')
}

/** Writes word groups that mean one thing ("not be able to", "going to") as one, so that phrases need only one form. */
function joinWords(words: Word[], book: PhraseBook<string>): Word[] {
  const joined: Word[] = []
  for (let at = 0; at < words.length; ) {
    const match = book.match(words, at)
    if (!match) joined.push(words[at]!)
    else {
      const source = sourceOf(words.slice(at, match.to))
      for (const text of match.meaning.split(' ')) joined.push({ ...words[at]!, text, source })
    }
    at = match?.to ?? at + 1
  }
  return joined
}
