import { CALLBACK_PATTERNS } from './callback-lexicon.ts'
import { type Finding, findIn, type HeardWords, hearWords } from './heard-words.ts'
import { LONG_AGO, NOT_URGENT, OWN_TROUBLE, TREATMENT_QUESTION } from './urgency-excuses.ts'
import { URGENCY_RULES, type UrgencyRule } from './urgency-lexicon.ts'

export type UrgencyLevel = 'emergency' | 'urgent' | 'none'
/** `matched` are the words that decided, in plain lower case; `rule` names the first rule that held, 'none' without one. */
export type UrgencyRead = { level: UrgencyLevel; matched: string[]; rule: string }

/** How pressing the words of a caller are, in English or Spanish. Fixed rules that run beside the model and may only raise its
 *  level: in doubt they say more, never less. */
export function readUrgency(text: string): UrgencyRead {
  const heard = hearWords(text, NOT_URGENT)
  const held = URGENCY_RULES.map((rule) => ({ rule, found: findRule(rule, heard) })).filter(({ found }) => found.length > 0)
  const rules = held.map(({ rule }) => rule.rule)
  const hasFeverWithSwelling = rules.includes('swelling') && rules.includes('fever')
  const first = held[0]?.rule
  const isFeverFirst = hasFeverWithSwelling && first?.level !== 'emergency'
  const level = isFeverFirst ? 'emergency' : (first?.level ?? 'none')
  const deciding = held.filter(({ rule }) => rule.level === level || (isFeverFirst && ['swelling', 'fever'].includes(rule.rule)))
  const matched = [...new Set(deciding.flatMap(({ found }) => found.map(({ phrase }) => phrase)))]
  return { level, matched: matched.slice(0, 8), rule: isFeverFirst ? 'swelling-with-fever' : (first?.rule ?? 'none') }
}

function findRule({ patterns, unless }: UrgencyRule, heard: HeardWords): Finding[] {
  const found = findIn(heard, patterns)
  if (unless === null || found.length === 0) return found
  const excused = new Set(
    [...new Set(found.map(({ sentence }) => sentence))].filter(unless === 'longAgo' ? isLongAgo : isTreatmentQuestion),
  )
  return found.filter(({ sentence }) => !excused.has(sentence))
}

function isLongAgo(sentence: string): boolean {
  return LONG_AGO.test(sentence)
}

function isTreatmentQuestion(sentence: string): boolean {
  return TREATMENT_QUESTION.some((question) => question.test(sentence)) && !OWN_TROUBLE.test(sentence)
}

/** Whether the caller asks to be phoned, or to speak with a person. Reads the caller's words, not the assistant's. */
export function wantsCallback(text: string): { wants: boolean; matched: string[] } {
  const matched = [...new Set(findIn(hearWords(text), CALLBACK_PATTERNS).map(({ phrase }) => phrase))]
  return { wants: matched.length > 0, matched: matched.slice(0, 8) }
}

const GO_NOW = 'Please hang up and call nine one one, or go to the nearest emergency room right now.'
const TOOTH =
  'hold the tooth by the crown, not the root, do not scrub it, and keep it in milk or saline. Come in within the hour; every minute counts for an adult tooth.'

const ADVICE = new Map([
  ['bleeding-not-stopping', `${GO_NOW} Until then keep firm, steady pressure on it with clean gauze or cloth.`],
  [
    'knocked-out-tooth',
    `Please ${TOOTH} If we are closed, go to the nearest emergency room. For a blow to the head, call nine one one first.`,
  ],
])

/** One line to say at once: nine one one or the emergency room first, first aid for a knocked-out adult tooth; nothing that names
 *  an illness or a drug, and never that it can wait. Empty for 'none'. */
export function emergencyAdvice(level: UrgencyLevel, text: string): string {
  if (level === 'none') return ''
  if (level === 'urgent')
    return 'We want you seen soon. For trouble breathing or swallowing, spreading swelling, or bleeding that does not stop, call nine one one or go to the emergency room.'
  const { rule } = readUrgency(text)
  const alsoTooth = rule !== 'knocked-out-tooth' && isToothOut(text)
  return `${ADVICE.get(rule) ?? GO_NOW}${alsoTooth ? ` If a tooth is out, ${TOOTH}` : ''}`
}

function isToothOut(text: string): boolean {
  const rule = URGENCY_RULES.find((one) => one.rule === 'knocked-out-tooth')
  return rule !== undefined && findRule(rule, hearWords(text, NOT_URGENT)).length > 0
}
