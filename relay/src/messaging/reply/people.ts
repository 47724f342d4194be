import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { FIRST_NAMES, kindsOf } from './phrases/kinds.ts'
import type { Word } from './words.ts'

const VERB = /^(?:can|will|is|has|does|no|not|want|would)$/

/** Somebody is named who is neither the writer nor the one written to: perhaps another patient of the household. */
export function namesSomeone(evidence: Evidence): boolean {
  return evidence.words.some((_, at) => isPersonName(evidence.words, at) && isThirdPerson(evidence, at))
}

/** More than one person is named, or one beside the writer ("me and Leo"). */
export function namesSeveral(evidence: Evidence): boolean {
  const names = evidence.words.filter((word, at) => word.name && !evidence.words[at - 1]?.name)
  return names.length > 1 && evidence.words.some((word) => word.text === 'and' || word.text === 'y')
}

// "We moved to Texas" names a place; an unknown capital word counts only where a person would stand.
function isPersonName(words: Word[], at: number): boolean {
  const word = words[at]!
  const before = words[at - 1]?.text ?? ''
  if (!word.name) return false
  if (FIRST_NAMES.has(word.text)) return !/^(?:to|in|at|near|en)$/.test(before)
  return /'s$/.test(word.source) || /^(?:for|cancel|and|y|para)$/.test(before)
}

function isThirdPerson(evidence: Evidence, at: number): boolean {
  const { words, chunks } = evidence
  const word = words[at]!
  if (chunks.findLast((one) => one.at <= at)!.meaning !== 'neutral') return false
  let start = at
  while (start > 0 && words[start - 1]!.name && words[start - 1]!.clause === word.clause) start--
  const before = chunks.findLast((one) => one.at < start)
  const next = words.slice(at + 1).find((one) => !one.name)
  const isSubject = next !== undefined && next.clause === word.clause && VERB.test(next.text)
  if (isSubject && before?.meaning !== 'name') return true
  const signs = words.slice(at).every((one) => one.name || one.clause > word.clause) && before?.clause !== word.clause
  return !signs && !introduces(before)
}

/** "This is Maria", "hi Jenny", "thanks Jenny" and a name that comes first do not speak of somebody else. */
const introduces = (before: Chunk | undefined): boolean =>
  before === undefined ||
  before.meaning === 'name' ||
  before.meaning === 'greeting' ||
  before.meaning === 'thanks' ||
  /^(?:doctor|it is|i am)$/.test(before.text)

const OTHERS =
  /^(?:friend|roommate|neighbor|neighbour|coworker|cousin|uncle|aunt|amigo|amiga|vecino|vecina|primo|prima|tio|tia|he|she|they)$/
const TAKES = /^(?:take|takes|use|uses|want|wants|have|come|go|quiere|toma|tomar|agarra|usar|ocupa|necesita|aprovecha|puede|yes)$/
const IT = /^(?:it|that|this|one|slot|spot|@time)$/

/** "My husband will take it, I can't": whoever is offered the slot is not who wants it. */
export function isForSomebodyElse({ words }: Evidence): boolean {
  return words.some((person, at) => {
    const isOther = OTHERS.test(person.text) || FIRST_NAMES.has(person.text) || kindsOf(person).includes('<kin>')
    if (!isOther || person.text === 'boss') return false
    const follows = words.slice(at + 1, at + 4).filter((word) => word.clause === person.clause)
    const denied = follows.findIndex((word) => word.text === 'not' || word.text === 'no')
    return (denied === -1 ? follows : follows.slice(0, denied)).some(
      (word, offset) => TAKES.test(word.text) && isObjectNear(words, at + 1 + offset),
    )
  })
}

function isObjectNear(words: Word[], at: number): boolean {
  const next = words[at + 1]
  return next === undefined || next.clause !== words[at]!.clause || IT.test(next.text) || /^(?:la|lo)$/.test(words[at - 1]!.text)
}
