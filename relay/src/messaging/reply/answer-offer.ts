import { answersIn, hasUnknownAfter, hasUnknownBefore, isDenied } from './answers.ts'
import { doubtIn, firstGuard, type Guard, HARMLESS_TO_REFUSALS, isContrasted, isEasyQuestion, namesOtherTime, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import { isForSomebodyElse, namesSeveral } from './people.ts'
import type { Sense } from './phrases/meanings.ts'
import type { Intent, Reading } from './reading.ts'
import { isCourtesy, readRest } from './rest.ts'

const TAKING: readonly Sense[] = ['take', 'coming', 'confirm']
const PLAIN_YES: readonly Sense[] = ['yes', 'ok']
const REFUSING: readonly Sense[] = ['no', 'pass', 'not-coming', 'bad-time', 'keep', 'no-change', 'letter-n', 'all-set']
const ABOUT_THE_VISIT: readonly Sense[] = ['cancel', 'cancelled', 'letter-x', 'letter-c']
const ALL: readonly Sense[] = [...TAKING, ...PLAIN_YES, ...REFUSING, ...ABOUT_THE_VISIT, 'busy']
const MOST_UNKNOWN = 4
const MOST_UNKNOWN_REFUSING = 6
const MOST_UNKNOWN_BUSY = 2

type Answers = { taking: Chunk[]; yes: Chunk[]; refusing: Chunk[] }

const tell = (evidence: Evidence, intent: Intent, rule: string): Reading => ({ intent, rule, matched: wordsFor(evidence, ALL) })

/** Reads an answer to an offered slot. Nothing said here may touch the visit that is already booked. */
export function answerOffer(evidence: Evidence): Reading {
  const answers = answersOf(evidence)
  const { taking, yes, refusing } = answers
  if (isForSomebodyElse(evidence)) return tell(evidence, evidence.isAsking ? 'question' : 'unclear', 'somebody-else-takes')
  if (says(evidence, ...ABOUT_THE_VISIT) && !isNotNeeded(evidence)) return tell(evidence, 'unclear', 'about-the-visit')
  if (isCourtesy(evidence) && says(evidence, 'thanks', 'ack') && taking.length === 0) return readRest(evidence)
  if (refusing.length > 0) return takesToo(evidence, answers) ? tell(evidence, 'unclear', 'two-answers') : readRefusal(evidence)
  if (taking.length > 0 || yes.length > 0) return readTaking(evidence, answers)
  if (says(evidence, 'busy') && evidence.unknown <= MOST_UNKNOWN_BUSY) return readRefusal(evidence)
  const isThumbsUp = evidence.chunks.length === 0 && evidence.signs.includes('yes') && !evidence.isAsking
  if (isThumbsUp && evidence.signs.every((sign) => sign === 'yes' || sign === 'kind')) return tell(evidence, 'accept_offer', 'yes-sign')
  return readRest(evidence)
}

function answersOf(evidence: Evidence): Answers {
  // "Move me to Thursday" takes the slot that is on Thursday.
  const moving = answersIn(evidence, ['reschedule']).filter((chunk) => chunk.fits.includes('same'))
  const set = answersIn(evidence, ['all-set', 'keep']).filter((chunk) => isSetForSlot(evidence, chunk))
  const refusing = answersIn(evidence, isNotNeeded(evidence) ? [...REFUSING, 'cancel'] : REFUSING)
  return {
    taking: [...answersIn(evidence, TAKING), ...moving],
    yes: [
      ...answersIn(evidence, PLAIN_YES).filter((chunk) => !isDrawnOutNo(evidence, chunk)),
      ...set.filter((chunk) => chunk.meaning === 'all-set'),
    ],
    refusing: refusing.filter((chunk) => !set.includes(chunk) && !isAmazement(evidence, chunk)),
  }
}

// "No way, really?? Yes please" is glad.
const isAmazement = (evidence: Evidence, chunk: Chunk): boolean =>
  chunk.text === 'no way' && evidence.chunks.some((one) => one.at > chunk.at && !one.asked && /^(?:yes|take)$/.test(one.meaning ?? ''))

/** "Yeah, no thanks" is a no. */
function isDrawnOutNo(evidence: Evidence, yes: Chunk): boolean {
  const [first, next] = evidence.chunks
  return (
    yes === first &&
    yes.text === 'yes' &&
    !/^s[ií]/i.test(yes.source) &&
    next !== undefined &&
    /^no\b/.test(next.text) &&
    /^(?:no|pass)$/.test(next.meaning ?? '')
  )
}

const OWN_VISIT =
  /\b(?:my|mine|other|own|usual|original|current|regular|old|same|existing|scheduled|have|tenia|otra|anterior|estaba|mi|mia|tengo|cancel|as|prefiero|quedo|conservo)\b/

/** "I'm good" refuses, "I'm good for Thursday" does not; "keep it" may mean the slot as well as the visit. */
function isSetForSlot(evidence: Evidence, chunk: Chunk): boolean {
  if (chunk.meaning === 'keep') return !OWN_VISIT.test(chunk.text)
  const next = evidence.chunks.find((one) => one.at > chunk.at)
  return next?.clause === chunk.clause && (next.meaning === 'time' || /^(?:for|at|on|with|after|before)$/.test(next.text))
}

// "Don't need it anymore" is about the slot as long as it names no visit and cancels nothing.
function isNotNeeded(evidence: Evidence): boolean {
  const about = answersIn(evidence, ABOUT_THE_VISIT)
  return about.every((chunk) => chunk.meaning === 'cancel' && /need|want/.test(chunk.text) && !/cancel|\bmy\b/.test(chunk.text))
}

function takesToo(evidence: Evidence, { taking, yes, refusing }: Answers): boolean {
  if (taking.length > 0 || yes.some((chunk) => chunk.meaning === 'yes')) return true
  return says(evidence, 'contrast') && yes.some((chunk) => chunk.at > refusing[0]!.at)
}

function readRefusal(evidence: Evidence): Reading {
  const doubt = doubtIn(evidence, ...HARMLESS_TO_REFUSALS, 'receipt')
  if (doubt) return tell(evidence, 'unclear', `refusal-with-${doubt}`)
  const isPlain = says(evidence, 'no', 'pass', 'not-coming', 'keep')
  if (isContrasted(evidence) && !isPlain && !says(evidence, 'bad-time')) return tell(evidence, 'unclear', 'refusal-with-but')
  if (evidence.isAsking && !(isEasyQuestion(evidence) && says(evidence, 'no', 'pass')))
    return tell(evidence, 'question', 'refusal-with-question')
  // "10 is not too early": a refusal that is itself denied.
  const isDeniedReason = answersIn(evidence, ['bad-time', 'busy']).some((chunk) => isDenied(evidence, chunk))
  if (isDeniedReason && !isPlain) return tell(evidence, 'unclear', 'refusal-denied')
  if (evidence.signs.includes('yes')) return tell(evidence, 'unclear', 'two-answers')
  if (evidence.unknown > MOST_UNKNOWN_REFUSING) return tell(evidence, 'unclear', 'refusal-among-words')
  return tell(evidence, 'decline_offer', says(evidence, 'busy') ? 'busy-then' : 'refusal')
}

const FLAWS: readonly Guard<Answers>[] = [
  ['yes-with-refusal', (evidence) => says(evidence, 'not', 'sick', 'busy', 'letter-r', 'letter-n') || evidence.signs.includes('no')],
  ['other-time-named', namesOtherTime],
  ['somebody-named', namesSeveral],
]

const LOOSE: readonly Guard<Answers>[] = [
  ['yes-among-words', (evidence, { taking }) => taking.some((chunk) => chunk.meaning === 'take' && hasUnknownAfter(evidence, chunk))],
  ['yes-among-words', (evidence, { taking, yes }) => taking.some((chunk) => hasUnknownBefore(evidence, chunk, yes))],
  ['yes-among-words', (evidence, { taking }) => evidence.unknown > (taking.length > 0 ? MOST_UNKNOWN : 0)],
]

function readTaking(evidence: Evidence, answers: Answers): Reading {
  const doubt = answers.taking.some((chunk) => chunk.meaning === 'coming') ? doubtIn(evidence, 'receipt') : doubtIn(evidence)
  if (doubt === 'condition' && evidence.isAsking) return tell(evidence, 'question', 'question-with-condition')
  if (doubt) return tell(evidence, 'unclear', `yes-with-${doubt}`)
  if (isContrasted(evidence)) return tell(evidence, evidence.isAsking ? 'question' : 'unclear', 'yes-with-but')
  const flaw = firstGuard(FLAWS, evidence, answers)
  if (flaw) return tell(evidence, 'unclear', flaw)
  if (evidence.isAsking && !isEasyQuestion(evidence)) return tell(evidence, 'question', 'yes-with-question')
  const looseness = firstGuard(LOOSE, evidence, answers)
  return looseness ? tell(evidence, 'unclear', looseness) : tell(evidence, 'accept_offer', answers.taking.length > 0 ? 'taking' : 'yes')
}
