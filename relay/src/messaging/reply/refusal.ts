import { answersIn, chunksBetween, isDenied } from './answers.ts'
import { COURTESY, doubtIn, firstGuard, type Guard, HARMLESS_TO_REFUSALS, isContrasted, says } from './certainty.ts'
import type { Evidence } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { namesSeveral, namesSomeone } from './people.ts'
import { kindsOf } from './phrases/kinds.ts'
import type { Sense } from './phrases/meanings.ts'

/** The chunks that cancel or say they are not coming, and those that say yes. */
export type Refusal = { away: Chunk[]; yes: Chunk[] }

/** Why a person must read this refusal, or undefined if it clearly gives up the visit. */
export function doubtAboutRefusal(evidence: Evidence, refusal: Refusal): string | undefined {
  const doubt = doubtIn(evidence, ...HARMLESS_TO_REFUSALS, 'receipt')
  return firstGuard(FIRST, evidence, refusal) ?? (doubt ? `cancel-with-${doubt}` : firstGuard(THEN, evidence, refusal))
}

const isLetter = (chunk: Chunk): boolean => chunk.meaning === 'letter-x'

const FIRST: readonly Guard<Refusal>[] = [
  ['cancel-among-words', (evidence, { away }) => away.some((chunk) => isOnlyThoughtOf(evidence, chunk))],
  ['two-answers', (evidence, { away }) => evidence.signs.includes('yes') && away.every(isLetter)],
  ['two-answers', (_, refusal) => refusal.yes.length > 0 && !isAgreedCancel(refusal)],
]

const THEN: readonly Guard<Refusal>[] = [
  ['cancel-something-else', (evidence, { away }) => away.some((chunk) => isOfSomethingElse(evidence, chunk) || isOfKin(evidence, chunk))],
  ['somebody-named', (evidence, { away }) => away.some((chunk) => isOfAnother(evidence, chunk))],
  ['refusal-among-words', (evidence, { away }) => away.some((chunk) => runsOn(evidence, chunk))],
  ['cancel-with-but', (evidence) => isContrasted(evidence) && !givesReason(evidence)],
  ['cancel-denied', (evidence, { away }) => away.some((chunk) => isDenied(evidence, chunk) || isRefusedByNo(evidence, chunk))],
  ['other-time-named', (evidence, { away }) => away.some((chunk) => isAboutOtherTime(evidence, chunk))],
  ['somebody-named', (evidence) => namesSomeone(evidence) || namesSeveral(evidence)],
  ['two-answers', (evidence, refusal) => saysNoToo(evidence, refusal) || says(evidence, 'keep', 'cancelled')],
  ['letter-among-words', (evidence, { away }) => !evidence.isAsking && away.every(isLetter) && evidence.unknown > 0],
]

function saysNoToo(evidence: Evidence, { away, yes }: Refusal): boolean {
  const no = answersIn(evidence, ['no'])
  return no.length > 0 && (yes.length > 0 || no.some((chunk) => chunk.at > away[0]!.at))
}

const BEFORE_CANCEL = /^(?:greeting|sorry|thanks|yes|ok|no|ack|busy|sick|time|late|not-coming|ask)$/
const ASKS_TO_CANCEL =
  /^(?:please|so|and|then|just|actually|now|also|therefore|i|we|la|lo|entonces|y|mejor|kindly|but|pero|want|will|to want)$/

// "Told me to cancel", "it won't let me cancel": a cancel that nobody asks of us is only talked about.
function isOnlyThoughtOf(evidence: Evidence, cancel: Chunk): boolean {
  const before = evidence.chunks.findLast((chunk) => chunk.at < cancel.at)
  // "I was going to cancel it" tells of a plan.
  if (before?.clause === cancel.clause && /^(?:was|were|almost|thought)$/.test(before.text)) return true
  if (!cancel.text.startsWith('cancel') || before === undefined || before.clause !== cancel.clause) return false
  const isSorryTo = before.text === 'to' && evidence.chunks.findLast((chunk) => chunk.at < before.at)?.meaning === 'sorry'
  return !isSorryTo && !ASKS_TO_CANCEL.test(before.text) && !BEFORE_CANCEL.test(before.meaning ?? '') && !before.kinds.includes('<capital>')
}

/** "Yes please cancel it": the yes leads straight to the cancelling. "C X" are two answers. */
function isAgreedCancel({ away, yes }: Refusal): boolean {
  const first = away.find((chunk) => chunk.meaning === 'cancel') ?? away.find((chunk) => chunk.meaning === 'not-coming')
  if (!first) return false
  return yes.every((chunk) => {
    if (chunk.at > first.at) return false
    if (chunk.meaning === 'ok') return true
    const isFiller = first.meaning === 'cancel' || /^(?:yeah|ya|yea|yeh)$/i.test(chunk.source)
    return chunk.sentence === first.sentence && chunk.meaning === 'yes' && isFiller
  })
}

const DETERMINER = /^(?:my|the|our|that|this|his|her|your|all|mi|la|el|los|las|mis|su)\b/

/** "Cancel my membership": what follows is no visit, or that of somebody who may not be the one asked about. */
function isOfSomethingElse(evidence: Evidence, cancel: Chunk): boolean {
  const [first, second, third] = evidence.chunks.filter((chunk) => chunk.at > cancel.at && chunk.clause === cancel.clause)
  if (!cancel.text.endsWith('cancel') || first === undefined) return false
  // "Cancel our daughter got sick" is two sentences; "cancel my daughter's appointment" is one.
  if (second?.kinds.includes('<kin>') && third !== undefined && !third.kinds.includes('<visit>')) return false
  if (first.meaning === undefined && first.at === cancel.at + cancel.text.split(' ').length) return true
  const isNoun = second !== undefined && (second.meaning === undefined || second.meaning === 'neutral' || second.meaning === 'cancel')
  return DETERMINER.test(first.text) && isNoun
}

/** "Cancelen la de mi hermano". */
function isOfKin({ words }: Evidence, cancel: Chunk): boolean {
  if (cancel.meaning !== 'cancel') return false
  const after = words.slice(cancel.at, cancel.at + 9).filter((word) => word.clause === cancel.clause)
  return after.some((word, at) => at >= 2 && kindsOf(word).includes('<kin>') && after[at - 2]!.text === 'de')
}

// "She can't come" may speak of anybody in the household.
const isOfAnother = ({ chunks }: Evidence, away: Chunk): boolean => {
  const before = chunks.findLast((chunk) => chunk.at < away.at)
  return (
    away.meaning === 'not-coming' &&
    before?.clause === away.clause &&
    (/^(?:he|she|they|ella|ellos)$/.test(before.text) || before.kinds.includes('<kin>'))
  )
}

const DANGLING = /^(?:to|out|up|off|down|any|about|into|of|as|a|al|con|por|el|la)$/

/** "I can't come to the phone", "the link won't come up": a refusal is of the visit only if nothing unknown hangs on it. */
function runsOn(evidence: Evidence, away: Chunk): boolean {
  if (away.meaning !== 'not-coming') return false
  const inside = evidence.chunks.filter((chunk) => chunk.clause === away.clause)
  const at = inside.indexOf(away)
  const [before, next, second] = [inside[at - 1], inside[at + 1], inside[at + 2]]
  const isLoose = second === undefined || second.meaning === undefined || second.meaning === 'neutral'
  const hangsOn = next !== undefined && (next.meaning === undefined || (DANGLING.test(next.text) && isLoose))
  return hangsOn || (before !== undefined && before.meaning === undefined && /^(?:will|is|does) /.test(away.text))
}

const REASONS: readonly Sense[] = ['sick', 'busy', ...COURTESY]

// "Hate to cancel but I'm sick": after the "but" comes only why.
function givesReason(evidence: Evidence): boolean {
  const after = evidence.chunks.slice(evidence.chunks.findLastIndex((chunk) => chunk.meaning === 'contrast') + 1)
  const isPlain = after.length > 0 && after.every((chunk) => chunk.meaning === undefined || chunk.meaning === 'neutral')
  if (evidence.chunks[0]?.meaning === 'sorry' && isPlain) return true
  const hasReason = after.some((chunk) => chunk.meaning === 'sick' || chunk.meaning === 'busy')
  return hasReason && after.every((chunk) => chunk.meaning === undefined || REASONS.includes(chunk.meaning))
}

// "No cancel" may be "do not cancel"; "No, cancel" is not.
function isRefusedByNo(evidence: Evidence, cancel: Chunk): boolean {
  const before = evidence.chunks.findLast((chunk) => chunk.at < cancel.at)
  return cancel.meaning === 'cancel' && before?.meaning === 'no' && before.clause === cancel.clause
}

/** "Cancel Thursday" when the visit is on Tuesday; a time given as the reason ("my son has a game at 3") is no such thing. */
function isAboutOtherTime(evidence: Evidence, away: Chunk): boolean {
  if (away.fits.includes('other')) return true
  const isReason = (chunk: Chunk) => chunk.meaning === undefined || chunk.meaning === 'busy' || chunk.meaning === 'sick'
  return evidence.chunks.some((other) => {
    if (other.asked || other.clause !== away.clause || !other.fits.includes('other')) return false
    // "Tested positive this morning and need to cancel": the time belongs to the reason before it.
    const isInReason = evidence.chunks.some((chunk) => chunk.clause === away.clause && chunk.at < other.at && isReason(chunk))
    return !(other.at < away.at && isInReason) && !chunksBetween(evidence, away, other).some(isReason)
  })
}
