import * as lists from './phrases/urgent-words.ts'
import type { Sentence } from './trouble.ts'

/** Only filler stands between the "no" and the trouble: "not in any pain", "no me duele", "no pain or swelling". */
export function isNegated(sentence: Sentence, at: number): boolean {
  for (let near = at - 1; near >= 0 && near > at - 10; near--) {
    const text = sentence.texts[near]!
    if (sentence.words[near]!.clause !== sentence.words[at]!.clause && !/^(no|not|without|sin|ni)$/.test(text)) return false
    if (lists.NEGATIONS.has(text)) return sentence.words[near]!.clause === sentence.words[at]!.clause
    if (!lists.UNDER_NEGATION.has(text) && !lists.isSymptom(text)) return false
  }
  return false
}

const SUPPOSING = /^(?:if|case|hope|hopefully|hoping|ojala|espero)$/
const FEARING = /^(?:scared|afraid|nervous|worried|anxious|fear|terrified|miedo|nerviosa|nervioso)$/
const FUTURE = /^(will|would|va|van|dolera)$/
const OPENERS = /^(will|would|does|do|is|are|how|can|could|should|what|did|va|que|cuanto)$/
const LEADS = /^(hi|hello|hey|yes|ok|thanks|and|but|so|also|hola|please|sorry|just|y|pero)$/
const OWN = /^(my|i|me|he|she|his|her|mi|le|tengo|estoy|son|daughter|our|mis|still)$/

/** Feared or asked about rather than felt: "will it hurt?", "if it starts bleeding", "does a root canal hurt". */
export function isSupposed(sentence: Sentence, at: number): boolean {
  const { texts, words } = sentence
  let start = at
  while (start > 0 && words[start - 1]!.clause === words[at]!.clause) start--
  const before = texts.slice(start, at)
  if (before.some((text) => SUPPOSING.test(text))) return true
  if (before.some((text) => FEARING.test(text)) && !before.some((text) => text === 'my' || text === 'mi')) return true
  if (before.slice(-4).some((text) => FUTURE.test(text)) && (sentence.asked || OPENERS.test(before[0] ?? ''))) return true
  const isOwn = before.some((text) => OWN.test(text))
  // "¿Duele la limpieza?" asks; "¿me duele?" tells.
  if (/^duelen?$/.test(texts[at]!) && sentence.asked && !isOwn && !texts.slice(at).includes('mi')) return true
  const opener = before.find((text) => !LEADS.test(text)) ?? ''
  const isRefusal = opener === 'can' && before[before.indexOf('can') + 1] === 'not'
  return OPENERS.test(opener) && !isRefusal && !isOwn && !texts.slice(at, at + 6).includes('my')
}

const MENDED = /\b(?:fixed|repaired|mended|arreglaron|arreglo|repararon|compusieron)\b/
const LONG_AGO = /\b(?:last year|years? ago|el ano pasado|hace (?:un|dos|varios|unos|muchos) anos?|months ago|hace meses)\b/

/** "Last year I broke a tooth and you fixed it great", but not "it broke again" nor "the one you fixed broke". */
export function isMended({ texts }: Sentence): boolean {
  const text = texts.join(' ')
  return (
    MENDED.test(text) && LONG_AGO.test(text) && !/\b(?:again|otra vez|de nuevo|now|today|hoy|ahora|came|hurts?|pain|duele)\b/.test(text)
  )
}

const TITLED = /^(?:called|named|titled|llamada|llamado|titulada|titulado)$/
const BEFORE_TITLE = /^(?:movie|film|book|song|show|series|podcast|episode|band|pelicula|libro|cancion|serie|novela|game)$/

/** "A movie called My Bleeding Molar". */
export function isTitle({ texts }: Sentence, at: number): boolean {
  const named = texts.findLastIndex((text, near) => near < at && near >= at - 4 && TITLED.test(text))
  return named > 0 && BEFORE_TITLE.test(texts[named - 1]!)
}

const STILL = / (?:until|till|get) ?$| (?:not|no|never|still|sigue|will|make|need|want|can|could) /

/** "The swelling went down", but not "has not gone away". */
export function isOver(sentence: Sentence, from: number): boolean {
  const rest = sentence.texts.slice(from, from + 8)
  const text = ` ${rest.join(' ')} `
  const gone = lists.GONE.find((phrase) => text.includes(` ${phrase} `))
  if (gone === undefined) return /^(was|were|estaba|tenia)$/.test(rest[0] ?? '') && text.includes(' now ')
  const before = text.slice(0, text.indexOf(` ${gone} `))
  return !STILL.test(`${before} `)
}

const SERVICE = new RegExp(
  '\\b(?:how much|cost|price|do you (?:fix|do|treat|repair|offer|handle|take|accept)|are you able to (?:fix|repair)|used to|fixed|repaired' +
    '|cuanto|arreglan|reparan|atienden|hacen|aceptan)\\b',
)

/** "How much is it to fix a broken tooth?" asks about a service; with "my" in it somebody's tooth is broken. */
export function asksForService({ texts }: Sentence): boolean {
  return !texts.some((text) => /^(?:my|i|mi|me)$/.test(text)) && SERVICE.test(texts.join(' '))
}
