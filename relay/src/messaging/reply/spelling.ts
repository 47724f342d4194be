import { wordsOf } from './phrase-book.ts'
import { FUNCTION_WORDS, HARMLESS_WORDS, KINDS } from './phrases/kinds.ts'
import { LEXICONS } from './phrases/lexicons.ts'
import { LOOK_ALIKES, WORTH_REPAIRING } from './phrases/look-alikes.ts'

const repaired = WORTH_REPAIRING.trim().split(/\s+/)
const KNOWN: ReadonlySet<string> = new Set([
  ...LEXICONS.flatMap((lexicon) => Object.values(lexicon)).flatMap(wordsOf),
  ...Object.values(KINDS).flatMap((words) => words.split(/\s+/)),
  ...LOOK_ALIKES.trim().split(/\s+/),
  ...repaired,
  ...FUNCTION_WORDS,
  ...HARMLESS_WORDS,
])
const byFirstLetter = Map.groupBy(repaired, (word) => word[0]!)

const SHORTEST_REPAIRED = 5
const LONGEST_REPAIRED = 16
const LONG_ENOUGH_FOR_TWO_SLIPS = 10

export function isKnownWord(text: string): boolean {
  return KNOWN.has(text)
}

/** The word meant by a misspelling of a word that matters, else the word itself. */
export function correctSpelling(text: string): string {
  if (text.length < SHORTEST_REPAIRED || text.length > LONGEST_REPAIRED || /\d/.test(text)) return text
  const slack = text.length >= LONG_ENOUGH_FOR_TWO_SLIPS ? 2 : 1
  let best = text
  let least = slack + 1
  for (const word of byFirstLetter.get(text[0]!) ?? []) {
    if (Math.abs(word.length - text.length) > slack) continue
    const steps = distance(text, word, least)
    if (steps < least) [best, least] = [word, steps]
  }
  return best
}

/** Edits (insert, drop, change, swap neighbours) between two short words; `limit` or more counts as `limit`. */
function distance(left: string, right: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let at = 1; at <= right.length; at++) {
      const same = left[row - 1] === right[at - 1]
      let steps = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1))
      if (row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1])
        steps = Math.min(steps, before[at - 2]! + 1)
      next.push(steps)
    }
    if (Math.min(...next) >= limit) return limit
    before = last
    last = next
  }
  return last[right.length]!
}
