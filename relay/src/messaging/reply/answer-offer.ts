import { readRest } from './answer-appointment.ts'
import { answersIn, hasUnknownAfter, hasUnknownBefore, isCourtesy, isDenied, namesSeveral } from './answers.ts'
import { doubtIn, HARMLESS_TO_REFUSALS, isContrasted, isEasyQuestion, namesOtherTime, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Sense } from './phrases/meanings.ts'
import type { Intent, Reading } from './reading.ts'

const TAKING: readonly Sense[] = ['take', 'coming', 'confirm']
const PLAIN_YES: readonly Sense[] = ['yes', 'ok']
const REFUSING: readonly Sense[] = ['no', 'pass', 'not-coming', 'bad-time', 'keep', 'no-change', 'letter-n', 'all-set']
const ABOUT_THE_VISIT: readonly Sense[] = ['cancel', 'cancelled', 'letter-x', 'letter-c']
const ALL = [...TAKING, ...PLAIN_YES, ...REFUSING, ...ABOUT_THE_VISIT, 'busy' as const]
const MOST_UNKNOWN = 4
const MOST_UNKNOWN_REFUSAL = 6

const tell = (evidence: Evidence, intent: Intent, rule: string): Reading => ({ intent, rule, matched: wordsFor(evidence, ALL) })

/** Reads an answer to an offered slot. Nothing said here may touch the visit that is already booked. */
export function answerOffer(evidence: Evidence): Reading {
  const taking = [...answersIn(evidence, TAKING), ...answersIn(evidence, ['reschedule']).filter((chunk) => chunk.fits.includes('same'))]
  const yes = [...answersIn(evidence, PLAIN_YES), ...answersIn(evidence, ['all-set']).filter((chunk) => isSetForSlot(evidence, chunk))]
  const refusing = answersIn(evidence, isNotNeeded(evidence) ? [...REFUSING, 'cancel'] : REFUSING).filter((chunk) => !isSetForSlot(evidence, chunk))
  if (says(evidence, ...ABOUT_THE_VISIT) && !isNotNeeded(evidence)) return tell(evidence, 'unclear', 'about-the-visit')
  if (isCourtesy(evidence) && says(evidence, 'thanks', 'ack') && taking.length === 0) return readRest(evidence)
  if (refusing.length > 0 && (taking.length > 0 || yes.some((chunk) => chunk.meaning === 'yes'))) return tell(evidence, 'unclear', 'two-answers')
  if (refusing.length > 0 && yes.some((chunk) => chunk.at > refusing[0]!.at) && says(evidence, 'contrast')) return tell(evidence, 'unclear', 'two-answers')
  if (refusing.length > 0) return readRefusal(evidence)
  if (taking.length > 0 || yes.length > 0) return readTaking(evidence, taking, yes)
  if (says(evidence, 'busy') && evidence.unknown <= 2) return readRefusal(evidence)
  if (evidence.chunks.length === 0 && evidence.signs.every((sign) => sign === 'yes' || sign === 'kind') && evidence.signs.includes('yes') && !evidence.isAsking) return tell(evidence, 'accept_offer', 'yes-sign')
  return readRest(evidence)
}

/** "I'm good" refuses, "I'm good for Thursday" does not; "keep it" may mean the slot as well as the visit. */
function isSetForSlot(evidence: Evidence, chunk: Chunk): boolean {
  if (chunk.meaning === 'keep') return !/\b(?:my|mine|original|current|regular|old|same|existing|scheduled|have|mi|mia|tengo|cancel|as|prefiero|quedo|conservo)\b/.test(chunk.text)
  const next = evidence.chunks.find((one) => one.at > chunk.at)
  return chunk.meaning === 'all-set' && next?.clause === chunk.clause && (next.meaning === 'time' || /^(?:for|at|on|with|after|before)$/.test(next.text))
}

// "Don't need it anymore" is about the slot as long as it names no visit and cancels nothing.
function isNotNeeded(evidence: Evidence): boolean {
  const about = answersIn(evidence, ABOUT_THE_VISIT)
  return about.every((chunk) => chunk.meaning === 'cancel' && /(?:need|want)/.test(chunk.text) && !/cancel|\bmy\b/.test(chunk.text))
}

function readRefusal(evidence: Evidence): Reading {
  const doubt = doubtIn(evidence, ...HARMLESS_TO_REFUSALS)
  if (doubt && doubt !== 'receipt') return tell(evidence, 'unclear', `refusal-with-${doubt}`)
  if (isContrasted(evidence) && !says(evidence, 'no', 'pass', 'not-coming', 'bad-time', 'keep', 'take')) return tell(evidence, 'unclear', 'refusal-with-but')
  if (evidence.isAsking && !isEasyQuestion(evidence)) return tell(evidence, 'question', 'refusal-with-question')
  if (evidence.isAsking && !says(evidence, 'no', 'pass')) return tell(evidence, 'question', 'refusal-with-question')
  // "10 is not too early": a refusal that is itself denied.
  const weak = answersIn(evidence, ['bad-time', 'busy'])
  if (weak.length > 0 && !says(evidence, 'no', 'pass', 'not-coming', 'keep') && weak.some((chunk) => isDenied(evidence, chunk))) return tell(evidence, 'unclear', 'refusal-denied')
  if (evidence.signs.includes('yes')) return tell(evidence, 'unclear', 'two-answers')
  if (evidence.unknown > MOST_UNKNOWN_REFUSAL) return tell(evidence, 'unclear', 'refusal-among-words')
  return tell(evidence, 'decline_offer', says(evidence, 'busy') ? 'busy-then' : 'refusal')
}

function readTaking(evidence: Evidence, taking: Chunk[], yes: Chunk[]): Reading {
  const doubt = doubtIn(evidence)
  if (doubt === 'condition' && evidence.isAsking) return tell(evidence, 'question', 'question-with-condition')
  if (doubt) return tell(evidence, 'unclear', `yes-with-${doubt}`)
  if (isContrasted(evidence)) return tell(evidence, evidence.isAsking ? 'question' : 'unclear', 'yes-with-but')
  if (says(evidence, 'not', 'sick', 'busy', 'letter-r', 'letter-x', 'letter-n') || evidence.signs.includes('no')) return tell(evidence, 'unclear', 'yes-with-refusal')
  if (namesOtherTime(evidence)) return tell(evidence, 'unclear', 'other-time-named')
  if (namesSeveral(evidence)) return tell(evidence, 'unclear', 'somebody-named')
  if (evidence.isAsking && !isEasyQuestion(evidence)) return tell(evidence, 'question', 'yes-with-question')
  if (taking.some((chunk) => chunk.meaning === 'take' && hasUnknownAfter(evidence, chunk))) return tell(evidence, 'unclear', 'yes-among-words')
  if (taking.some((chunk) => hasUnknownBefore(evidence, chunk, yes))) return tell(evidence, 'unclear', 'yes-among-words')
  if (evidence.unknown > (taking.length > 0 ? MOST_UNKNOWN : 0)) return tell(evidence, 'unclear', 'yes-among-words')
  return tell(evidence, 'accept_offer', taking.length > 0 ? 'taking' : 'yes')
}
