import { answersIn, hasUnknownBefore } from './answers.ts'
import { doubtIn, firstGuard, type Guard, namesOtherTime, says } from './certainty.ts'
import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { namesSeveral } from './people.ts'

/** The chunks that say they are coming and those that only say yes. */
export type Agreement = { coming: Chunk[]; yes: Chunk[] }

// A plain "yes" with words we do not know may say anything; "I'll be there" may bring some along.
const MOST_UNKNOWN = 5

/** Why a person must read this yes before anything else is looked at, or undefined. */
export function doubtAboutYes(evidence: Evidence, agreement: Agreement): string | undefined {
  if (agreement.coming.length === 0 && isIntroduction(evidence, agreement.yes)) return 'yes-this-is'
  // "Got your message, I'll be there": having read it makes coming no less sure, but "yes, got it" is no answer.
  const isComing = agreement.coming.some((chunk) => chunk.meaning === 'coming' || chunk.meaning === 'keep')
  const doubt = isComing ? doubtIn(evidence, 'receipt') : doubtIn(evidence)
  return doubt ? `yes-with-${doubt}` : undefined
}

/** Why a person must read this yes although it states no doubt, or undefined if it clearly keeps the visit. */
export function flawOfYes(evidence: Evidence, agreement: Agreement): string | undefined {
  return firstGuard(FLAWS, evidence, agreement)
}

/** Words around the yes that no phrase knows. */
export function loosenessOfYes(evidence: Evidence, agreement: Agreement): string | undefined {
  return firstGuard(LOOSE, evidence, agreement)
}

const FLAWS: readonly Guard<Agreement>[] = [
  ['yes-with-refusal', (evidence) => says(evidence, 'not', 'sick', 'busy', 'cancelled', 'bad-time', 'letter-r')],
  ['two-answers', (evidence) => says(evidence, 'letter-x', 'letter-n') || evidence.signs.includes('no')],
  ['two-answers', (evidence, { coming }) => says(evidence, 'no', 'pass') && !isNoToCancelling(evidence, coming)],
  ['confirm-something-else', (evidence, { coming }) => coming.length === 1 && isAskedBack(evidence, coming[0]!)],
  ['other-time-named', (evidence, { coming }) => namesOtherTime(evidence) || coming.some((chunk) => isPutOff(evidence, chunk))],
  ['yes-with-other-visit', (_, { coming }) => coming.some((chunk) => chunk.meaning === 'keep' && /\bother\b/.test(chunk.text))],
  ['somebody-named', namesSeveral],
]

const LOOSE: readonly Guard<Agreement>[] = [
  ['yes-with-shift', (evidence, { coming }) => coming.length === 0 && says(evidence, 'shift')],
  ['yes-among-words', (evidence, { coming, yes }) => coming.some((chunk) => hasUnknownBefore(evidence, chunk, yes))],
  ['yes-among-words', (evidence, { coming }) => evidence.unknown > (coming.some((chunk) => chunk.meaning !== 'keep') ? MOST_UNKNOWN : 0)],
]

// "Yes, this is Maria" and "yes hello" answer who is there, not whether she comes.
function isIntroduction(evidence: Evidence, yes: Chunk[]): boolean {
  return evidence.chunks.some(
    (chunk) =>
      (chunk.meaning === 'name' || /^(?:hello|hi|hey|hola)$/.test(chunk.text)) &&
      yes.some((one) => one.at < chunk.at && one.sentence === chunk.sentence),
  )
}

const SURELY_COMING =
  /\b(?:will (?:\w+ )?be|coming|can (?:\w+ )?make|will come|will make|yes (?:voy|vamos|will ir)|estare|estaremos|nos vemos|que voy)\b/

/** "No, I'll be there" rejects the idea of cancelling: every "no" comes first, and what follows is more than a yes. */
function isNoToCancelling(evidence: Evidence, coming: Chunk[]): boolean {
  const first = evidence.chunks.find((chunk) => !chunk.asked && chunk.meaning !== 'greeting')
  const start = coming[0]?.at ?? 0
  if (!/^no(?: no)?$/.test(first?.text ?? '') || says(evidence, 'pass') || answersIn(evidence, ['no']).some((no) => no.at > start))
    return false
  return coming.some((chunk) => chunk.meaning === 'keep' || SURELY_COMING.test(chunk.text))
}

// "Please confirm you got my forms", "confirm the price": what is to be confirmed is not the visit.
function isAskedBack(evidence: Evidence, confirm: Chunk): boolean {
  const [next, second, third] = evidence.chunks.filter((chunk) => chunk.at > confirm.at)
  if (!/confirm(?:ing)?$/.test(confirm.text) || next === undefined || next.clause !== confirm.clause) return false
  if ([next, second, third].some((chunk) => chunk?.kinds.includes('<visit>')) || next.kinds.includes('<capital>')) return false
  const follows = next.meaning === 'neutral' || next.meaning === undefined || next.asked
  return follows && !/^(?:for|on|at|it|that|this|please|now|again|para|que)$/.test(next.text)
}

// "Confirmo mañana" may put the answer off until tomorrow; "confirmed for tomorrow" does not.
function isPutOff(evidence: Evidence, confirm: Chunk): boolean {
  const next = evidence.chunks.find((chunk) => chunk.at > confirm.at)
  return confirm.text === 'confirm' && next?.meaning === 'time' && next.clause === confirm.clause && next.fits.includes('open')
}
