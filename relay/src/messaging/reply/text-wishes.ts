import { COURTESY, isOnly, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { PhraseBook } from './phrase-book.ts'
import { STOP_LIMITS } from './phrases/about-texts.ts'
import { kindsOf } from './phrases/kinds.ts'
import type { Sense } from './phrases/meanings.ts'
import type { Intent, Reading, ReplyContext } from './reading.ts'

const tell = (intent: Intent, rule: string, evidence: Evidence, ...senses: Sense[]): Reading => ({
  intent,
  rule,
  matched: wordsFor(evidence, senses),
})

/** Reads what is said about the texts themselves: stop, wrong number, start again, how they work, and texts no person wrote. */
export function readTextWish(evidence: Evidence, context: ReplyContext): Reading | undefined {
  return (
    readOptOut(evidence, context) ??
    readWrongNumber(evidence) ??
    (mentions(evidence, 'automatic') ? tell('unclear', 'automatic-reply', evidence, 'automatic') : undefined) ??
    readOptIn(evidence) ??
    readHelp(evidence) ??
    // Words of a language this reader does not know: their "not" could be anywhere.
    (mentions(evidence, 'foreign') ? tell('unclear', 'other-language', evidence, 'foreign') : undefined)
  )
}

const mentions = (evidence: Evidence, sense: Sense): boolean => evidence.said.has(sense) || evidence.asked.has(sense)

/** A "not" or "if" right before a wish turns it around; "if you don't stop texting me" is still the wish. */
export function isDeniedWish(evidence: Evidence, wish: Chunk): boolean {
  const before = evidence.chunks.filter((chunk) => chunk.sentence === wish.sentence && chunk.at < wish.at).slice(-3)
  const isDenied = before.some((chunk) => chunk.meaning === 'not')
  return isDenied !== before.some((chunk) => chunk.meaning === 'condition')
}

const LIMITS = new PhraseBook<true>([[true, STOP_LIMITS]], kindsOf)

function readOptOut(evidence: Evidence, context: ReplyContext): Reading | undefined {
  const { chunks, words } = evidence
  const wish = chunks.find((chunk) => chunk.meaning === 'stop-wish')
  if (chunks.some((chunk, at) => chunk.meaning === 'start-wish' && isStopped(chunks[at - 1])))
    return tell('opt_out', 'stop-wish', evidence, 'stop-word')
  if (!wish) return saysStop(evidence) ? tell('opt_out', 'stop-word', evidence, 'stop-word') : undefined
  const isLimited = words.some((word, at) => word.sentence === wish.sentence && LIMITS.match(words, at) !== undefined)
  const mayBeWaitlist = context.asked === 'offer' && /\blist\b/.test(wish.text) && !/\btext/.test(wish.text)
  if (isLimited || mayBeWaitlist || mentions(evidence, 'start-wish') || isDeniedWish(evidence, wish)) {
    return tell('unclear', 'stop-wish-limited', evidence, 'stop-wish', 'start-wish')
  }
  return tell('opt_out', 'stop-wish', evidence, 'stop-wish')
}

// "Stop send me messages" holds the words of the opposite wish.
const isStopped = (before: Chunk | undefined): boolean => before?.meaning === 'stop-word' && /^(?:stop|quit)/.test(before.text)

const BESIDE_STOP: readonly Sense[] = [
  'confirm',
  'coming',
  'keep',
  'cancel',
  'not-coming',
  'reschedule',
  'hedge',
  'condition',
  'mistake',
  'late',
]

function saysStop(evidence: Evidence): boolean {
  const { chunks } = evidence
  const stops = chunks.filter((chunk) => chunk.meaning === 'stop-word')
  if (stops.length === 0) return false
  // "The end" is no command: only the plainest words may stand among others.
  const isPlain =
    stops.some((chunk) => /^stop|unsubscribe|optout|baja/.test(chunk.text)) || chunks.every((chunk) => chunk.meaning !== 'neutral')
  if (isPlain && isOnly(evidence, ['stop-word', 'ok', ...COURTESY])) return true
  const unsubscribes = stops.some((chunk) => chunk.text.startsWith('unsubscribe') && !chunk.asked && !isDeniedWish(evidence, chunk))
  if (unsubscribes && !mentions(evidence, 'start-wish') && !mentions(evidence, 'mistake')) return true
  return stops.some((chunk) => commands(evidence, chunk)) && !BESIDE_STOP.some((sense) => mentions(evidence, sense))
}

/** "Stop." as a clause of its own, or "please stop" at the end of one. */
function commands({ chunks, said }: Evidence, stop: Chunk): boolean {
  const at = chunks.indexOf(stop)
  const isAlone = chunks.every((other) => other === stop || other.clause !== stop.clause)
  if (isAlone && /^(?:stop|unsubscribe|optout|alto)/.test(stop.text)) return true
  const pleads = stop.text === 'stop' && !stop.asked && chunks[at - 1]?.text === 'please' && chunks[at + 1]?.clause !== stop.clause
  return pleads && !said.has('not')
}

const FAMILY = /^(?:husband|wife|son|daughter|mom|dad|esposo|esposa|hijo|hija)$/

function readWrongNumber(evidence: Evidence): Reading | undefined {
  const wrong = evidence.chunks.find((chunk) => chunk.meaning === 'wrong-number' && !chunk.asked)
  if (!wrong || isDeniedWish(evidence, wrong)) return undefined
  // "Oops, wrong person" is said by whoever texted us without meaning to.
  const isSlip = says(evidence, 'mistake') || evidence.chunks.some((chunk) => /^(?:oops|oopsie|whoops|my bad)$/.test(chunk.text))
  if (isSlip) return tell('unclear', 'sent-by-mistake', evidence, 'wrong-number')
  const isFamily = evidence.words.some(
    (word, at) => word.sentence === wrong.sentence && FAMILY.test(word.text) && evidence.words[at - 1]?.text !== 'ex',
  )
  if (isFamily) return tell('unclear', 'wrong-number-of-family', evidence, 'wrong-number')
  return tell('wrong_number', 'wrong-number', evidence, 'wrong-number')
}

function readOptIn(evidence: Evidence): Reading | undefined {
  const wishes = evidence.chunks.some((chunk) => chunk.meaning === 'start-wish' && !isDeniedWish(evidence, chunk))
  if (wishes) return tell('opt_in', 'start-wish', evidence, 'start-wish')
  const isWord = says(evidence, 'start-word') && isOnly(evidence, ['start-word', 'yes', 'ok', ...COURTESY])
  return isWord ? tell('opt_in', 'start-word', evidence, 'start-word') : undefined
}

function readHelp(evidence: Evidence): Reading | undefined {
  if (mentions(evidence, 'help-word') && isOnly(evidence, ['help-word', ...COURTESY], true))
    return tell('help', 'help-word', evidence, 'help-word')
  const answers = says(evidence, 'yes', 'confirm', 'coming', 'cancel', 'not-coming', 'reschedule')
  return mentions(evidence, 'help-wish') && !answers ? tell('help', 'help-wish', evidence, 'help-wish') : undefined
}
