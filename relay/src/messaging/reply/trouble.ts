import * as lists from './phrases/urgent-words.ts'
import type { Word } from './words.ts'

/** One sentence of a reply, for looking around a word. */
export type Sentence = { words: Word[]; texts: string[]; asked: boolean }

/** The kind of trouble a single word tells of, judged by the words around it. */
export function troubleAt(sentence: Sentence, at: number): string | undefined {
  const text = sentence.texts[at]!
  if (lists.PAIN.has(text)) return isDental(sentence, at, text === 'sore' || text === 'soreness') ? 'pain' : undefined
  if (lists.SWELLING.has(text) || /^(?:hinch|inflam)/.test(text)) return isDental(sentence, at, false) ? 'swelling' : undefined
  if (lists.BLEEDING.has(text) || text.startsWith('sangr')) return isDental(sentence, at, false) ? 'bleeding' : undefined
  if (lists.INFECTION.has(text) || text.startsWith('infecc')) return isDental(sentence, at, false) ? 'infection' : undefined
  if (lists.FEVER.has(text)) return 'fever'
  if (lists.ALWAYS.has(text)) return 'emergency'
  if (lists.BOTHER.has(text)) return nearMouth(sentence, at, 6, lists.MOUTH) ? 'pain' : undefined
  if (lists.LUMP.has(text)) return nearMouth(sentence, at, 4, lists.MOUTH) ? 'swelling' : undefined
  if (lists.ODD.has(text)) return nearMouth(sentence, at, 4, lists.MOUTH_SURELY) ? 'odd' : undefined
  if (lists.BREAKING.has(text) && breaks(sentence, at)) return 'broken'
  if (lists.BLOWS.has(text) && strikes(sentence, at)) return 'injury'
  return undefined
}

const VISIT = /^(?:appointments?|visit|consult|consultation|cita|today|scheduled|@time)$/
const OWN_PART = /^(?:tooth|teeth|molar|gums?|jaw|mouth|face|cheek|lip|tongue)$/

/** A part of the mouth, and not the name of a visit ("my crown appointment", "in for a filling"). */
function isMouth(sentence: Sentence, at: number, parts: ReadonlySet<string>): boolean {
  const { texts } = sentence
  if (!parts.has(texts[at]!)) return false
  if (VISIT.test(texts[at + 1] ?? '')) return false
  return OWN_PART.test(texts[at]!) || !(texts[at - 2] === 'for' && /^(?:a|my|the|his|her|our)$/.test(texts[at - 1] ?? ''))
}

export function nearMouth(sentence: Sentence, at: number, reach: number, parts: ReadonlySet<string>): boolean {
  return isAnyMouth(sentence, at, at - reach, at + reach, parts)
}

function isAnyMouth(sentence: Sentence, at: number, from: number, to: number, parts: ReadonlySet<string>): boolean {
  const last = Math.min(sentence.texts.length - 1, to)
  for (let near = Math.max(0, from); near <= last; near++) if (near !== at && isMouth(sentence, near, parts)) return true
  return false
}

/** Pain in a knee is a reason to stay home, not a dental emergency; pain nowhere in particular is taken as dental. */
function isDental(sentence: Sentence, at: number, needsMouth: boolean): boolean {
  if (nearMouth(sentence, at, 40, lists.MOUTH_SURELY)) return true
  const from = Math.max(0, at - 5)
  const elsewhere = sentence.texts.slice(from, at + 6).some((text, offset) => isElsewhere(sentence, from + offset, text))
  return !elsewhere && (!needsMouth || nearMouth(sentence, at, 8, lists.MOUTH))
}

function isElsewhere(sentence: Sentence, at: number, text: string): boolean {
  if (text === 'throat' || text === 'garganta' || text === 'neck' || text === 'cuello') return true
  if (text !== 'back') return lists.ELSEWHERE.has(text)
  return /^(my|lower|upper|bad|his|her|your)$/.test(sentence.texts[at - 1] ?? '') || lists.PAIN.has(sentence.texts[at + 1] ?? '')
}

function breaks(sentence: Sentence, at: number): boolean {
  const { texts } = sentence
  const text = texts[at]!
  if (lists.COMING_LOOSE.has(text) && !lists.OFF.has(texts[at + 1] ?? '') && !lists.OFF.has(texts[at + 2] ?? '')) return false
  if ((text === 'broke' || text === 'broken' || text === 'break') && texts[at + 1] === 'down') return false
  return nearMouth(sentence, at, lists.LOOSE_BREAKING.has(text) ? 3 : 5, lists.TEETH_AND_WORK)
}

const ON_ROAD = /^(?:on|ahead|highway|freeway|road|en|traffic|blocking)$/
const WAS_IN = /^(?:was|were|got|had|been|i|tuve|tuvo|sufri|tuvimos)$/

function strikes(sentence: Sentence, at: number): boolean {
  const { texts } = sentence
  const text = texts[at]!
  // An accident on the road makes late; one the patient was in is trouble.
  if (/^(?:accident|crash|choque|wreck|accidente)$/.test(text)) {
    return (
      !texts.slice(at + 1, at + 4).some((next) => ON_ROAD.test(next)) &&
      texts.slice(Math.max(0, at - 5), at).some((before) => WAS_IN.test(before))
    )
  }
  const parts = /^(?:bit|mordi|mordio|cut)$/.test(text) ? lists.SOFT_MOUTH : lists.HEAD_AND_MOUTH
  return isAnyMouth(sentence, at, at - 3, at + 7, parts)
}
