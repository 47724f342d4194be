import { answersIn, hasUnknownBefore, isCourtesy, isDenied, namesSeveral, namesSomeone } from './answers.ts'
import { doubtIn, HARMLESS_TO_REFUSALS, isContrasted, isEasyQuestion, isOnly, namesOtherTime, says, COURTESY } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import { kindsOf } from './kinds.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './meanings.ts'
import type { Intent, Reading } from './reading.ts'

const COMING: readonly Sense[] = ['confirm', 'coming', 'keep', 'no-change']
const PLAIN_YES: readonly Sense[] = ['yes', 'ok', 'letter-c', 'all-set', 'all-good', 'take']
const AWAY: readonly Sense[] = ['cancel', 'not-coming', 'letter-x']
const PLAIN_NO: readonly Sense[] = ['no', 'pass', 'letter-n']
const ALL = [...COMING, ...PLAIN_YES, ...AWAY, ...PLAIN_NO]

// A plain "yes" with words we do not know may say anything; "I'll be there" may bring some along.
const MOST_UNKNOWN = 5

const tell = (evidence: Evidence, intent: Intent, rule: string): Reading => ({ intent, rule, matched: wordsFor(evidence, ALL) })

/** Reads an answer to "please confirm your visit". */
export function answerAppointment(whole: Evidence): Reading {
  const evidence = afterMistake(whole)
  const away = answersIn(evidence, AWAY)
  const coming = answersIn(evidence, away.length > 0 ? COMING.filter((sense) => sense !== 'no-change') : COMING)
  const yes = answersIn(evidence, PLAIN_YES)
  if (away.length > 0) return coming.length === 0 ? readAway(evidence, away, yes) : tell(evidence, 'unclear', 'two-answers')
  if (coming.length > 0 || yes.length > 0) return readComing(evidence, coming, yes)
  if (isOnly(evidence, ['cancelled', ...COURTESY]) && evidence.chunks.some((chunk) => chunk.text === 'cancelled')) return tell(evidence, 'cancel', 'cancelled')
  const isThanksAfterSign = evidence.leadsWithSign && isOnly(evidence, ['thanks', 'greeting', 'kind'])
  if (evidence.chunks.length === 0 || isOnly(evidence, ['greeting']) || isThanksAfterSign) {
    if (isSign(evidence, 'yes')) return tell(evidence, 'confirm', 'yes-sign')
    if (isSign(evidence, 'no')) return tell(evidence, 'unclear', 'no-sign')
  }
  return readRest(evidence)
}

const isSign = (evidence: Evidence, wanted: 'yes' | 'no'): boolean =>
  !evidence.isAsking && evidence.signs.includes(wanted) && evidence.signs.every((sign) => sign === wanted || sign === 'kind' || sign === 'other')

/** "Hit C by accident. I need to cancel": once a slip is named, only the sentences after it count. */
function afterMistake(evidence: Evidence): Evidence {
  const last = evidence.chunks.findLast((chunk) => chunk.meaning === 'mistake')
  const chunks = last ? evidence.chunks.filter((chunk) => chunk.clause > last.clause) : []
  const answers = chunks.some((chunk) => chunk.meaning !== undefined && [...COMING, ...AWAY, 'letter-c'].includes(chunk.meaning))
  if (!answers) return evidence
  const said = new Set(chunks.filter((chunk) => !chunk.asked).flatMap((chunk) => chunk.meaning ?? []))
  return { ...evidence, chunks, said, unknown: chunks.filter((chunk) => chunk.meaning === undefined).length }
}

function readAway(evidence: Evidence, away: Chunk[], yes: Chunk[]): Reading {
  if (away.some((chunk) => isOnlyThoughtOf(evidence, chunk))) return tell(evidence, 'unclear', 'cancel-among-words')
  if (evidence.signs.includes('yes') && away.every((chunk) => chunk.meaning === 'letter-x')) return tell(evidence, 'unclear', 'two-answers')
  if (yes.length > 0 && !isAgreedCancel(away, yes)) return tell(evidence, 'unclear', 'two-answers')
  const doubt = doubtIn(evidence, ...HARMLESS_TO_REFUSALS, 'receipt')
  if (doubt) return tell(evidence, 'unclear', `cancel-with-${doubt}`)
  if (away.some((chunk) => isOfSomethingElse(evidence, chunk))) return tell(evidence, 'unclear', 'cancel-something-else')
  if (away.some((chunk) => runsOn(evidence, chunk))) return tell(evidence, 'unclear', 'refusal-among-words')
  if (isContrasted(evidence) && !givesReason(evidence)) return tell(evidence, 'unclear', 'cancel-with-but')
  if (away.some((chunk) => isDenied(evidence, chunk) || isRefusedByNo(evidence, chunk))) return tell(evidence, 'unclear', 'cancel-denied')
  if (away.some((chunk) => isAboutOtherTime(evidence, chunk))) return tell(evidence, 'unclear', 'other-time-named')
  if (namesSomeone(evidence) || namesSeveral(evidence)) return tell(evidence, 'unclear', 'somebody-named')
  if (says(evidence, 'no') && (yes.length > 0 || answersIn(evidence, ['no']).some((chunk) => chunk.at > away[0]!.at))) return tell(evidence, 'unclear', 'two-answers')
  if (says(evidence, 'keep', 'cancelled')) return tell(evidence, 'unclear', 'two-answers')
  if (evidence.isAsking) return tell(evidence, 'question', 'cancel-with-question')
  if (away.every((chunk) => chunk.meaning === 'letter-x') && evidence.unknown > 0) return tell(evidence, 'unclear', 'letter-among-words')
  return tell(evidence, 'cancel', away.some((chunk) => chunk.meaning === 'cancel' || chunk.meaning === 'letter-x') ? 'cancel' : 'not-coming')
}

// "Hate to cancel but I'm sick": after the "but" comes only why.
function givesReason(evidence: Evidence): boolean {
  const at = evidence.chunks.findLastIndex((chunk) => chunk.meaning === 'contrast')
  const after = evidence.chunks.slice(at + 1)
  const isApology = evidence.chunks[0]?.meaning === 'sorry' && after.length > 0 && after.every((chunk) => chunk.meaning === undefined || chunk.meaning === 'neutral')
  if (isApology) return true
  return after.some((chunk) => chunk.meaning === 'sick' || chunk.meaning === 'busy') && after.every((chunk) => chunk.meaning === undefined || REASONS.includes(chunk.meaning))
}

const REASONS: readonly Sense[] = ['sick', 'busy', ...COURTESY]

/** "Cancel my membership": what follows is none of our visits, or somebody's whose visit may not be the one asked about. */
const isFamily = (chunk: Chunk): boolean => kindsOf({ text: chunk.text }).includes('<kin>')

function isOfSomethingElse(evidence: Evidence, cancel: Chunk): boolean {
  if (!/cancel$/.test(cancel.text)) return false
  const [first, second, third] = evidence.chunks.filter((chunk) => chunk.at > cancel.at && chunk.clause === cancel.clause)
  // "Cancel our daughter got sick" is two sentences; "cancel my daughter's appointment" is one.
  if (second !== undefined && third !== undefined && isFamily(second) && !kindsOf({ text: third.text }).includes('<visit>')) return false
  // "Cancel subscription": one unknown word and nothing else is what they cancel, not why.
  if (first !== undefined && first.meaning === undefined && first.at === cancel.at + cancel.text.split(' ').length) return true
  return first !== undefined && /^(?:my|the|our|that|this|his|her|your|all|mi|la|el|los|las|mis|su)\b/.test(first.text) && (second?.meaning === undefined || second.meaning === 'neutral' || second.meaning === 'cancel') && second !== undefined
}

/** "Yes please cancel it": the yes leads straight to the cancelling. "C X" are two answers. */
function isAgreedCancel(away: Chunk[], yes: Chunk[]): boolean {
  const first = away.find((chunk) => chunk.meaning === 'cancel') ?? away.find((chunk) => chunk.meaning === 'not-coming')
  if (!first) return false
  return yes.every((chunk) => {
    if (chunk.at > first.at || chunk.sentence !== first.sentence) return chunk.meaning === 'ok' && chunk.at < first.at
    return chunk.meaning === 'ok' || (chunk.meaning === 'yes' && (first.meaning === 'cancel' || /^(yeah|ya|yea|yeh)$/i.test(chunk.source)))
  })
}

/** "I can't come to the phone", "the link won't come up": a refusal is of the visit only if nothing unknown hangs on it. */
function runsOn(evidence: Evidence, away: Chunk): boolean {
  if (away.meaning !== 'not-coming') return false
  const inside = evidence.chunks.filter((chunk) => chunk.clause === away.clause)
  const at = inside.indexOf(away)
  const [next, second] = [inside[at + 1], inside[at + 2]]
  const hangsOn = next !== undefined && (next.meaning === undefined || (DANGLING.test(next.text) && (second?.meaning === undefined || second.meaning === 'neutral')))
  return hangsOn || (inside[at - 1] !== undefined && inside[at - 1]!.meaning === undefined && /^(?:will|is|does) /.test(away.text))
}

const DANGLING = /^(?:to|out|up|off|down|any|about|into|of|as|a|al|con|por|el|la)$/

// "Told me to cancel", "it won't let me cancel": a cancel that nobody asks of us is only talked about.
function isOnlyThoughtOf(evidence: Evidence, cancel: Chunk): boolean {
  if (!/^cancel/.test(cancel.text)) return false
  const before = evidence.chunks.findLast((chunk) => chunk.at < cancel.at)
  if (before === undefined || before.clause !== cancel.clause) return false
  const earlier = evidence.chunks.findLast((chunk) => chunk.at < before.at)
  if (before.text === 'to' && earlier?.meaning === 'sorry') return false
  return !ASKS_TO_CANCEL.test(before.text) && !BEFORE_CANCEL.has(before.meaning) && !evidence.words[before.at]?.name
}

const ASKS_TO_CANCEL = /^(?:please|so|and|then|just|actually|now|also|therefore|i|we|la|lo|entonces|y|mejor|pls|kindly|but|pero|want|will|to want)$/
const BEFORE_CANCEL: ReadonlySet<Chunk['meaning']> = new Set(['greeting', 'sorry', 'thanks', 'yes', 'ok', 'no', 'ack', 'busy', 'sick', 'time', 'late', 'not-coming', 'ask'])

// "No cancel" may be "do not cancel"; "No, cancel" is not.
function isRefusedByNo(evidence: Evidence, cancel: Chunk): boolean {
  const before = evidence.chunks.findLast((chunk) => chunk.at < cancel.at)
  return before?.meaning === 'no' && before.clause === cancel.clause && cancel.meaning === 'cancel'
}

/** "Cancel Thursday" when the visit is on Tuesday; a time given as the reason ("my son has a game at 3") is no such thing. */
function isAboutOtherTime(evidence: Evidence, away: Chunk): boolean {
  if (away.fits.includes('other')) return true
  const others = evidence.chunks.filter((chunk) => !chunk.asked && chunk.clause === away.clause && chunk.fits.includes('other'))
  return others.some((other) => {
    // "Tested positive this morning and need to cancel": the time belongs to the reason before it.
    const isInReason = evidence.chunks.some((chunk) => chunk.clause === away.clause && chunk.at < other.at && (chunk.meaning === undefined || chunk.meaning === 'busy' || chunk.meaning === 'sick'))
    if (other.at < away.at && isInReason) return false
    const between = evidence.chunks.filter((chunk) => chunk.at > Math.min(away.at, other.at) && chunk.at < Math.max(away.at, other.at))
    return !between.some((chunk) => chunk.meaning === undefined || chunk.meaning === 'busy' || chunk.meaning === 'sick')
  })
}

function readComing(evidence: Evidence, coming: Chunk[], yes: Chunk[]): Reading {
  if (coming.length === 0 && isCourtesy(evidence)) return tell(evidence, evidence.said.has('thanks') || evidence.said.has('ack') ? 'thanks' : 'confirm', 'courtesy')
  // "Got your message, I'll be there": having read it makes coming no less sure, but "yes, got it" is no answer.
  const isComing = coming.some((chunk) => chunk.meaning === 'coming' || chunk.meaning === 'keep')
  if (coming.length === 0 && isIntroduction(evidence, yes)) return tell(evidence, 'unclear', 'yes-this-is')
  const doubt = isComing ? doubtIn(evidence, 'receipt') : doubtIn(evidence)
  if (doubt) return tell(evidence, 'unclear', `yes-with-${doubt}`)
  if (isContrasted(evidence)) return tell(evidence, evidence.isAsking ? 'question' : 'unclear', 'yes-with-but')
  if (says(evidence, 'not', 'sick', 'busy', 'cancelled', 'bad-time', 'letter-r')) return tell(evidence, 'unclear', 'yes-with-refusal')
  if (says(evidence, 'letter-x', 'letter-n')) return tell(evidence, 'unclear', 'two-answers')
  if (says(evidence, ...PLAIN_NO) && !isNoToCancelling(evidence, coming)) return tell(evidence, 'unclear', 'two-answers')
  if (evidence.signs.includes('no')) return tell(evidence, 'unclear', 'two-answers')
  if (coming.length === 1 && isAskedBack(evidence, coming[0]!)) return tell(evidence, 'unclear', 'confirm-something-else')
  if (namesOtherTime(evidence) || coming.some((chunk) => isPutOff(evidence, chunk))) return tell(evidence, 'unclear', 'other-time-named')
  if (namesSeveral(evidence)) return tell(evidence, 'unclear', 'somebody-named')
  const isClearYes = coming.length > 0 || yes.some((chunk) => chunk.meaning !== 'ok')
  if (evidence.isAsking && !(isClearYes && isEasyQuestion(evidence))) return tell(evidence, 'question', 'yes-with-question')
  if (coming.length === 0 && says(evidence, 'shift')) return tell(evidence, 'unclear', 'yes-with-shift')
  if (coming.some((chunk) => hasUnknownBefore(evidence, chunk, yes))) return tell(evidence, 'unclear', 'yes-among-words')
  if (evidence.unknown > (coming.some((chunk) => chunk.meaning !== 'keep') ? MOST_UNKNOWN : 0)) return tell(evidence, 'unclear', 'yes-among-words')
  return tell(evidence, 'confirm', coming.length > 0 ? 'coming' : yes.some((chunk) => chunk.meaning === 'letter-c') ? 'letter' : 'yes')
}

// "Yes, this is Maria" and "yes hello" answer who is there, not whether she comes.
const isIntroduction = (evidence: Evidence, yes: Chunk[]): boolean =>
  evidence.chunks.some((chunk) => (chunk.meaning === 'name' || /^(?:hello|hi|hey|hola)$/.test(chunk.text)) && yes.some((one) => one.at < chunk.at && one.sentence === chunk.sentence))

/** "No, I'll be there" rejects the idea of cancelling. */
function isNoToCancelling(evidence: Evidence, coming: Chunk[]): boolean {
  const isFirst = evidence.chunks.find((chunk) => chunk.meaning !== 'greeting')?.text === 'no' && answersIn(evidence, ['no']).length === 1
  return isFirst && !says(evidence, 'pass', 'letter-n') && coming.some((chunk) => chunk.meaning === 'keep' || /\b(?:will (?:\w+ )?be|coming|can (?:\w+ )?make|will come|will make)\b/.test(chunk.text))
}

// "Please confirm you got my forms", "confirm the price": what is to be confirmed is not the visit.
const isAskedBack = (evidence: Evidence, confirm: Chunk): boolean => {
  const next = evidence.chunks.find((chunk) => chunk.at > confirm.at)
  if (!/confirm(?:ing)?$/.test(confirm.text) || next === undefined || next.clause !== confirm.clause) return false
  const [, second, third] = evidence.chunks.filter((chunk) => chunk.at > confirm.at)
  if ([next, second, third].some((chunk) => chunk && kindsOf({ text: chunk.text }).includes('<visit>'))) return false
  const follows = next.meaning === 'neutral' || next.meaning === undefined || next.asked
  return follows && !/^(?:for|on|at|it|that|this|please|now|again|para|que)$/.test(next.text) && !evidence.words[next.at]?.name
}

// "Confirmo mañana" may put the answer off until tomorrow; "confirmed for tomorrow" does not.
const isPutOff = (evidence: Evidence, confirm: Chunk): boolean => {
  const next = evidence.chunks.find((chunk) => chunk.at > confirm.at)
  return confirm.text === 'confirm' && next?.meaning === 'time' && next.clause === confirm.clause && next.fits.includes('open')
}

/** What is left when nothing answers. */
export function readRest(evidence: Evidence): Reading {
  if (isCourtesy(evidence)) return { intent: 'thanks', rule: 'courtesy', matched: wordsFor(evidence, ['thanks', 'ack', 'ok', 'kind']) }
  const doubt = doubtIn(evidence)
  if (evidence.isAsking && doubt !== 'hedge') return { intent: 'question', rule: 'question', matched: wordsFor(evidence, ['ask', 'ask-cancel', 'wish', 'fee']) }
  if (doubt) return { intent: 'unclear', rule: `only-${doubt}`, matched: wordsFor(evidence, [doubt]) }
  return { intent: 'unclear', rule: says(evidence, ...PLAIN_NO) ? 'bare-no' : 'not-understood', matched: wordsFor(evidence, PLAIN_NO) }
}
