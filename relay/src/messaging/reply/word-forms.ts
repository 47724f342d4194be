import { FIRST_NAMES } from './phrases/kinds.ts'
import { CONTRACTED, SHORTHAND, STEMS } from './phrases/shorthand.ts'
import { undiminished, wordHeard } from './phrases/spanish-sounds.ts'
import { correctSpelling, isKnownWord } from './spelling.ts'

/** The folded words one typed word stands for: "can't" is "can not", "tmrw" is "tomorrow", "cáncelenla" is "cancel". */
export function formsOf(source: string): string[] {
  const lower = source.toLowerCase()
  // The accent is the only thing that tells Spanish "yes" from "if", and "I know" from "is".
  if (lower === 'sí' || lower === 'sì') return ['yes']
  if (lower === 'sé') return ['know']
  const folded = /[^ -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower
  return CONTRACTED.get(folded) ?? SHORTHAND.get(folded) ?? respelled(folded)
}

function respelled(folded: string): string[] {
  const stem = stemOf(folded)
  if (isKnownWord(folded) && !stem) return [folded]
  const bare = folded.replace(/'s?$|'/g, '')
  return (bare === folded ? undefined : knownForm(bare)) ?? shortened(bare) ?? inSpanish(bare) ?? [stemOf(bare) ?? correctSpelling(bare)]
}

function inSpanish(bare: string): string[] | undefined {
  const heard = wordHeard(bare)
  if (heard !== undefined) return knownForm(heard) ?? [heard]
  for (const plain of undiminished(bare)) {
    const form = knownForm(plain)
    if (form) return form
  }
  return undefined
}

const stemOf = (text: string): string | undefined => STEMS.find(([form]) => form.test(text))?.[1]
const knownForm = (text: string): string[] | undefined => SHORTHAND.get(text) ?? (isKnownWord(text) ? [text] : undefined)

/** "Yesssss", "okayyy", "noooo": letters held down are let go of, first to two and then to one. */
function shortened(bare: string): string[] | undefined {
  if (!/(.)\1\1/.test(bare)) return undefined
  const doubled = bare.replace(/(.)\1{2,}/g, '$1$1')
  return knownForm(doubled) ?? knownForm(doubled.replace(/(.)\1/g, '$1')) ?? knownForm(bare.replace(/(.)\1{2,}/g, '$1'))
}

/** A known first name, or an unknown word with a capital that is neither the first of its sentence nor shouted with all others. */
export function isName(text: string, source: string, isPlainCapital: boolean): boolean {
  return FIRST_NAMES.has(text) || (!isPlainCapital && /^\p{Lu}\p{Ll}/u.test(source) && !isKnownWord(text))
}
