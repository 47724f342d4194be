import { asksForService, isMended, isNegated, isOver, isSupposed, isTitle } from './not-now.ts'
import { PhraseBook } from './phrase-book.ts'
import { kindsOf } from './phrases/kinds.ts'
import { MOUTH_SURELY, type Trouble, URGENT_PHRASES } from './phrases/urgent-words.ts'
import { nearMouth, type Sentence, troubleAt } from './trouble.ts'
import type { Reply, Word } from './words.ts'

/** `urgent` needs a person now; `maybe` is a trouble that is over, feared or asked about, so no machine may act on the rest. */
export type Urgency = { level: 'urgent' | 'maybe' | 'none'; matched: string[]; rule: string }

type Level = Urgency['level']
type Symptom = { rule: string; from: number; to: number; level: Level }

const NONE: Urgency = { level: 'none', matched: [], rule: 'none' }
const SKIPPED = new Set(['really', 'so', 'very', 'even', 'still', 'just'])
const PHRASES = new PhraseBook<Trouble>(Object.entries(URGENT_PHRASES) as [Trouble, string][], kindsOf, SKIPPED)

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
    if (at === 0 || words[at - 1]!.sentence !== word.sentence)
      sentences.push({ words: [], texts: [], asked: reply.asked.has(word.sentence) })
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
  // "In the ER" may be about anybody; "in the ER for my tooth" is not.
  const isForMouth = sentence.texts.slice(from, to).includes('er') && nearMouth(sentence, from, 12, MOUTH_SURELY)
  if (trouble === 'unsure') return isForMouth ? 'urgent' : 'maybe'
  if (isNegated(sentence, from)) return 'none'
  if (isMended(sentence) || isTitle(sentence, from)) return 'maybe'
  return isSupposed(sentence, from) || (trouble !== 'broken' && isOver(sentence, to)) ? 'maybe' : 'urgent'
}

function levelAt(sentence: Sentence, at: number, rule: string): Level {
  if (isNegated(sentence, at)) return 'none'
  if (rule === 'odd' || isMended(sentence) || isTitle(sentence, at)) return 'maybe'
  const around = sentence.texts.slice(Math.max(0, at - 4), at + 5)
  if (rule === 'broken' && around.some((text) => /^(?:baby|leche|milk)$/.test(text))) return 'maybe'
  if (isSupposed(sentence, at) || (rule !== 'broken' && isOver(sentence, at + 1))) return 'maybe'
  return /^(?:broken|emergency|infection)$/.test(rule) && asksForService(sentence) ? 'maybe' : 'urgent'
}
