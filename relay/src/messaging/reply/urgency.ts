import { kindsOf } from './phrases/kinds.ts'
import { PhraseBook } from './phrase-book.ts'
import * as lists from './phrases/urgent-words.ts'
import { type Trouble, URGENT_PHRASES } from './phrases/urgent-words.ts'
import type { Reply, Word } from './words.ts'

/** `urgent` needs a person now; `maybe` is a trouble that is over, feared or asked about, so no machine may act on the rest. */
export type Urgency = { level: 'urgent' | 'maybe' | 'none'; matched: string[]; rule: string }

type Level = Urgency['level']
type Sentence = { words: Word[]; texts: string[]; asked: boolean }
type Symptom = { rule: string; from: number; to: number; level: Level }

const NONE: Urgency = { level: 'none', matched: [], rule: 'none' }
const PHRASES = new PhraseBook<Trouble>(Object.entries(URGENT_PHRASES) as [Trouble, string][], kindsOf, new Set(['really', 'so', 'very', 'even', 'still', 'just']))

/** Looks for trouble that cannot wait: pain, swelling, bleeding, injury, something broken, fever, infection, breathing. */
export function readUrgency(words: Word[], reply: Reply): Urgency {
  let found = reply.signs.includes('hurt') ? { ...NONE, level: 'maybe' as Level, rule: 'urgent-sign' } : NONE
  for (const sentence of sentencesOf(words, reply)) {
    for (const symptom of symptomsOf(sentence)) {
      if (symptom.level === 'none' || (found.level !== 'none' && symptom.level === 'maybe')) continue
      const matched = sentence.words.slice(symptom.from, symptom.to).map((word) => word.source)
      if (symptom.level === 'urgent') return { level: 'urgent', matched, rule: symptom.rule }
      found = { level: 'maybe', matched, rule: symptom.rule }
    }
  }
  return found
}

function sentencesOf(words: Word[], reply: Reply): Sentence[] {
  const sentences: Sentence[] = []
  for (const [at, word] of words.entries()) {
    if (at === 0 || words[at - 1]!.sentence !== word.sentence) sentences.push({ words: [], texts: [], asked: reply.asked.has(word.sentence) })
    sentences.at(-1)!.words.push(word)
    sentences.at(-1)!.texts.push(word.text)
  }
  return sentences
}

function* symptomsOf(sentence: Sentence): Generator<Symptom> {
  const { texts, words } = sentence
  for (let at = 0; at < texts.length; ) {
    const phrase = PHRASES.match(words, at)
    if (phrase) {
      yield { rule: `urgent-${phrase.meaning}`, from: at, to: phrase.to, level: phraseLevel(sentence, at, phrase.to, phrase.meaning) }
      at = phrase.to
      continue
    }
    const rule = troubleAt(sentence, at)
    if (rule) yield { rule: `urgent-${rule}`, from: at, to: at + 1, level: levelAt(sentence, at, rule) }
    at++
  }
}

function phraseLevel(sentence: Sentence, from: number, to: number, trouble: Trouble): Level {
  if (trouble === 'not-here') return 'none'
  if (trouble === 'unsure') return /\ber\b/.test(sentence.texts.slice(from, to).join(' ')) && nearMouth(sentence, from, 12, lists.MOUTH_SURELY) ? 'urgent' : 'maybe'
  if (isNegated(sentence, from)) return 'none'
  return isSupposed(sentence, from) || (trouble !== 'broken' && isOver(sentence, to)) ? 'maybe' : 'urgent'
}

function troubleAt(sentence: Sentence, at: number): string | undefined {
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

/** A part of the mouth, and not the name of a visit ("my crown appointment", "in for a filling"). */
function isMouth(sentence: Sentence, at: number, parts: ReadonlySet<string>): boolean {
  const { texts } = sentence
  if (!parts.has(texts[at]!)) return false
  if (/^(appointment|appointments|appt|visit|consult|consultation|cita|today|scheduled|@time)$/.test(texts[at + 1] ?? '')) return false
  if (/^(?:tooth|teeth|molar|gums?|jaw|mouth|face|cheek|lip|tongue)$/.test(texts[at]!)) return true
  return !(texts[at - 2] === 'for' && /^(a|my|the|his|her|our)$/.test(texts[at - 1] ?? ''))
}

function nearMouth(sentence: Sentence, at: number, reach: number, parts: ReadonlySet<string>): boolean {
  const from = Math.max(0, at - reach)
  const to = Math.min(sentence.texts.length - 1, at + reach)
  for (let near = from; near <= to; near++) if (near !== at && isMouth(sentence, near, parts)) return true
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

function strikes(sentence: Sentence, at: number): boolean {
  const { texts } = sentence
  const text = texts[at]!
  if (/^(accident|crash|choque|wreck|accidente)$/.test(text)) {
    const road = texts.slice(at + 1, at + 4).some((next) => /^(on|ahead|highway|freeway|road|en|traffic|blocking)$/.test(next))
    return !road && texts.slice(Math.max(0, at - 5), at).some((before) => /^(was|were|got|had|been|i|tuve|tuvo|sufri|tuvimos)$/.test(before))
  }
  const parts = text === 'bit' || text === 'mordi' || text === 'cut' || text === 'mordio' ? lists.SOFT_MOUTH : lists.HEAD_AND_MOUTH
  for (let near = Math.max(0, at - 3); near <= Math.min(texts.length - 1, at + 7); near++) if (near !== at && isMouth(sentence, near, parts)) return true
  return false
}

function levelAt(sentence: Sentence, at: number, rule: string): Level {
  if (isNegated(sentence, at)) return 'none'
  if (rule === 'odd') return 'maybe'
  const { texts } = sentence
  if (texts.some((text, near) => (text === 'baby' || text === 'leche' || text === 'milk') && Math.abs(near - at) < 5) && rule === 'broken') return 'maybe'
  if (isSupposed(sentence, at) || (rule !== 'broken' && isOver(sentence, at + 1))) return 'maybe'
  return rule === 'broken' || rule === 'emergency' || rule === 'infection' ? (asksForService(sentence) ? 'maybe' : 'urgent') : 'urgent'
}

/** Only filler stands between the "no" and the trouble: "not in any pain", "no me duele", "no pain or swelling". */
function isNegated(sentence: Sentence, at: number): boolean {
  for (let near = at - 1; near >= 0 && near > at - 10; near--) {
    const text = sentence.texts[near]!
    if (sentence.words[near]!.clause !== sentence.words[at]!.clause && !/^(no|not|without|sin|ni)$/.test(text)) return false
    if (lists.NEGATIONS.has(text)) return sentence.words[near]!.clause === sentence.words[at]!.clause
    if (!lists.UNDER_NEGATION.has(text) && !lists.isSymptom(text)) return false
  }
  return false
}

const FEARS = /^(if|scared|afraid|nervous|worried|anxious|hope|hopefully|hoping|fear|terrified|case|miedo|ojala|espero|nerviosa|nervioso)$/
const FUTURE = /^(will|would|va|van|dolera)$/
const OPENERS = /^(will|would|does|do|is|are|how|can|could|should|what|did|va|que|cuanto)$/
const LEADS = /^(hi|hello|hey|yes|ok|thanks|and|but|so|also|hola|please|sorry|just|y|pero)$/
const OWN = /^(my|i|me|he|she|his|her|mi|le|tengo|estoy|son|daughter|our|mis|still)$/

/** Feared or asked about rather than felt: "will it hurt?", "if it starts bleeding", "does a root canal hurt". */
function isSupposed(sentence: Sentence, at: number): boolean {
  const { texts, words } = sentence
  let start = at
  while (start > 0 && words[start - 1]!.clause === words[at]!.clause) start--
  const before = texts.slice(start, at)
  const nextQuestions = texts[at] === 'duele' || texts[at] === 'duelen'
  if (before.some((text) => FEARS.test(text))) return true
  if (before.slice(-4).some((text) => FUTURE.test(text)) && (sentence.asked || OPENERS.test(before[0] ?? ''))) return true
  if (nextQuestions && sentence.asked && !before.some((text) => OWN.test(text)) && !texts.slice(at).some((text) => text === 'mi')) return true
  const opener = before.find((text) => !LEADS.test(text)) ?? ''
  const isRefusal = opener === 'can' && before[before.indexOf('can') + 1] === 'not'
  return OPENERS.test(opener) && !isRefusal && !before.some((text) => OWN.test(text)) && !texts.slice(at, at + 6).includes('my')
}

/** "The swelling went down", but not "has not gone away". */
function isOver(sentence: Sentence, from: number): boolean {
  const rest = sentence.texts.slice(from, from + 8)
  const text = ` ${rest.join(' ')} `
  const gone = lists.GONE.find((phrase) => text.includes(` ${phrase} `))
  if (gone === undefined) return /^(was|were|estaba|tenia)$/.test(rest[0] ?? '') && text.includes(' now ')
  const before = text.slice(0, text.indexOf(` ${gone} `))
  return !/ (not|no|never|still|until|till|get|until|better see) ?$| (not|no|never|still|sigue|will|make|need|want|can|could) /.test(`${before} `)
}

function asksForService(sentence: Sentence): boolean {
  if (sentence.texts.some((text) => /^(my|i|mi|me)$/.test(text))) return false
  return /\b(how much|cost|price|do you (fix|do|treat|repair|offer|handle|take|accept)|are you able to (fix|repair)|cuanto|arreglan|reparan|atienden|hacen|aceptan|used to|fixed|repaired)\b/.test(
    sentence.texts.join(' '),
  )
}
