import { BARE_CONTRACTIONS, CONTRACTED, JOINED, SHORTHAND, STEMS } from './phrases/shorthand.ts'
import { FIRST_NAMES } from './phrases/kinds.ts'
import type { PhraseBook } from './phrase-book.ts'
import { correctSpelling, isKnownWord } from './spelling.ts'
import type { Fit } from './times.ts'

/** One word of a reply. `text` is folded (no accents, one spelling), `source` is what was typed. */
export type Word = {
  text: string
  source: string
  /** Counts up at commas, line breaks, emoji and sentence ends. */
  clause: number
  /** Counts up at . ! ? ; and line breaks. */
  sentence: number
  /** For a day or time: how it fits the visit asked about. */
  time?: Fit
  /** For a time of day without a day. */
  isClock?: boolean
  /** Counts what was typed, so that words written out from one contraction are known to be one. */
  token: number
  /** Looks like somebody's name. */
  name: boolean
}

export type Sign = 'yes' | 'no' | 'kind' | 'doubt' | 'ask' | 'hurt' | 'other'

export type Reply = {
  words: Word[]
  signs: Sign[]
  /** The sign stands before all words. */
  leadsWithSign: boolean
  /** Sentences that end with a question mark. */
  asked: Set<number>
  /** Clauses opened by the Spanish ¿. */
  askedFrom: Set<number>
}

// Twilio delivers at most 1,600 characters; anything longer did not come from a phone.
export const LONGEST_REPLY = 1600
const MOST_WORDS = 320

const PIECES =
  /(?<clock>\d{1,2}[:.h]\d{2}(?!\d))|(?<date>\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)|(?<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'\p{L}+)*)|(?<end>[.!?;\n]+)|(?<pause>[,:¿¡()"/\u2013\u2014-])|(?<hash>[#@&])|(?<sign>\p{Extended_Pictographic})/gu

const SIGNS: [Sign, string][] = [
  ['yes', '👍👌✅☑✔🆗💯🙆'],
  ['no', '👎❌🚫✖🙅⛔❎'],
  ['kind', '🙏❤💕💗💖💙💚💛💜🧡🩷🤍♥😊😀😃😄😁🙂😍🥰😘☺🎉🌞☀🌷🌹✨🤗😇💐🦷👋🙌👏💪😎'],
  ['doubt', '🤷🤔😬😕🙃😐😒'],
  ['ask', '❓❔⁉'],
  ['hurt', '🩸🤕🆘🚨🚑'],
]
const SIGN_OF = new Map(SIGNS.flatMap(([sign, all]) => [...all].map((one) => [one.codePointAt(0)!, sign] as const)))

/** Unicode to one form: straight quotes, no invisible characters, at most `LONGEST_REPLY` characters. */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST_REPLY)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u2032`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
    .replace(/\b([ap])\. ?m\b\.?/gi, '$1m')
    .replace(/\b(dr|mr|mrs|ms|sr|sra|dra|appt|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\. /gi, '$1 ')
    .replace(/[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u00ad\u{1f3fb}-\u{1f3ff}]/gu, '')
}

/** Cuts plain text into words with their clauses and sentences, spelling folded and shorthand written out. */
export function readWords(plain: string): Reply {
  const reply: Reply = { words: [], signs: [], leadsWithSign: false, asked: new Set(), askedFrom: new Set() }
  const shouting = plain === plain.toUpperCase()
  let clause = 0
  let sentence = 0
  let token = 0
  for (const piece of plain.matchAll(PIECES)) {
    const { clock, date, word, end, pause, hash, sign } = piece.groups!
    if (end !== undefined) {
      if (end.includes('?')) reply.asked.add(sentence)
      clause++
      sentence++
    } else if (pause !== undefined) {
      // A hyphen or slash inside a word ("re-schedule", "w/") is no pause; the parts are joined by their own spelling.
      if (pause !== '-' && pause !== '/') clause++
      if (pause === '¿') reply.askedFrom.add(clause)
    } else if (sign !== undefined) {
      if (reply.words.length === 0) reply.leadsWithSign = true
      reply.signs.push(SIGN_OF.get(sign.codePointAt(0)!) ?? 'other')
      clause++
    } else if (reply.words.length < MOST_WORDS) {
      const source = (clock ?? date ?? word ?? hash)!
      const before = reply.words.at(-1)
      const first = before?.sentence !== sentence
      const isTitled = before?.text === 'doctor' && before.clause === clause && !isKnownWord(source.toLowerCase())
      for (const text of spell(clock, source)) reply.words.push({ text, source, clause, sentence, token, name: isTitled || isName(text, source, first || shouting) })
      token++
    }
  }
  reply.words = joinWords(joinWords(reply.words, BARE_CONTRACTIONS), JOINED)
  return reply
}

function spell(clock: string | undefined, source: string): string[] {
  if (clock !== undefined) return [clock.replace(/[.h]/, ':')]
  const lower = source.toLowerCase()
  // The accent is the only thing that tells Spanish "yes" from "if", and "I know" from "is".
  if (lower === 'sí' || lower === 'sì') return ['yes']
  if (lower === 'sé') return ['know']
  const folded = fold(lower)
  return CONTRACTED.get(folded) ?? SHORTHAND.get(folded) ?? respell(folded)
}

function isName(text: string, source: string, plainCapital: boolean): boolean {
  return FIRST_NAMES.has(text) || (!plainCapital && /^\p{Lu}\p{Ll}/u.test(source) && !isKnownWord(text))
}

function fold(lower: string): string {
  return /[^ -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower
}

function respell(folded: string): string[] {
  if (isKnownWord(folded) && !STEMS.some(([form]) => form.test(folded))) return [folded]
  const bare = folded.replace(/'s?$|'/g, '')
  if (bare !== folded && (isKnownWord(bare) || SHORTHAND.has(bare))) return SHORTHAND.get(bare) ?? [bare]
  const squeezed = bare.replace(/(.)\1{2,}/g, '$1$1')
  for (const shorter of squeezed === bare ? [] : [squeezed, squeezed.replace(/(.)\1/g, '$1'), bare.replace(/(.)\1{2,}/g, '$1')]) {
    const known = SHORTHAND.get(shorter) ?? (isKnownWord(shorter) ? [shorter] : undefined)
    if (known) return known
  }
  const stem = STEMS.find(([form]) => form.test(squeezed))
  return stem ? [stem[1]] : correctSpelling(squeezed)
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
    if (!match) joined.push(words[at++]!)
    else {
      const source = sourceOf(words.slice(at, match.to))
      for (const text of match.meaning === '' ? [] : match.meaning.split(' ')) joined.push({ ...words[at]!, text, source })
      at = match.to
    }
  }
  return joined
}
