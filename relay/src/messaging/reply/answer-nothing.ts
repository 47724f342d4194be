import { answerAppointment } from './answer-appointment.ts'
import { COURTESY, isOnly, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Reading } from './reading.ts'
import { isCourtesy, readRest } from './rest.ts'

/** Reads a text nobody asked for: it acts only on a request that names the visit itself. */
export function answerNothing(evidence: Evidence): Reading {
  if (isCourtesy(evidence)) return readRest(evidence)
  if (isAgreement(evidence)) return { intent: 'thanks', rule: 'agreement', matched: wordsFor(evidence, ['yes', 'thanks']) }
  if (isThumbsUp(evidence)) return { intent: 'thanks', rule: 'yes-sign', matched: [] }
  if (says(evidence, 'cancel', 'not-coming', 'confirm') && namesVisit(evidence)) {
    const reading = answerAppointment(evidence)
    return reading.intent === 'confirm' && !says(evidence, 'confirm') ? { ...reading, intent: 'unclear', rule: 'nothing-asked' } : reading
  }
  const rest = readRest(evidence)
  return rest.rule === 'not-understood' && evidence.said.size > 0 ? { ...rest, rule: 'nothing-asked' } : rest
}

// "Sounds good" takes note of what we wrote; a bare "yes" would answer something.
function isAgreement(evidence: Evidence): boolean {
  if (!isOnly(evidence, ['yes', 'ok', ...COURTESY])) return false
  const yes = evidence.chunks.filter((chunk) => chunk.meaning === 'yes')
  if (yes.some((chunk) => /^(?:sounds|sound|will do|you got it|works for|that works|good plan)/.test(chunk.text))) return true
  return says(evidence, 'thanks') && yes.some((chunk) => /^(?:that|it|this)\b/.test(chunk.text))
}

const isThumbsUp = (evidence: Evidence): boolean =>
  evidence.chunks.length === 0 && evidence.signs.length > 0 && evidence.signs.every((sign) => sign === 'yes' || sign === 'kind')

const namesVisit = (evidence: Evidence): boolean =>
  evidence.chunks.some((chunk) => chunk.fits.includes('same') || chunk.kinds.includes('<visit>'))
