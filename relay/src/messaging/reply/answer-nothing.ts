import { answerAppointment, readRest } from './answer-appointment.ts'
import { isCourtesy } from './answers.ts'
import { says } from './certainty.ts'
import type { Evidence } from './evidence.ts'
import { kindsOf } from './kinds.ts'
import type { Reading } from './reading.ts'

/** Reads a text nobody asked for: it acts only on a request that names the visit itself. */
export function answerNothing(evidence: Evidence): Reading {
  if (isCourtesy(evidence)) return readRest(evidence)
  if (isThumbsUp(evidence)) return { intent: 'thanks', rule: 'yes-sign', matched: [] }
  if (says(evidence, 'cancel', 'not-coming', 'confirm') && namesVisit(evidence)) {
    const reading = answerAppointment(evidence)
    return reading.intent === 'confirm' && !says(evidence, 'confirm') ? { ...reading, intent: 'unclear', rule: 'nothing-asked' } : reading
  }
  const rest = readRest(evidence)
  return rest.rule === 'not-understood' && evidence.said.size > 0 ? { ...rest, rule: 'nothing-asked' } : rest
}

const isThumbsUp = (evidence: Evidence): boolean =>
  evidence.chunks.length === 0 && evidence.signs.length > 0 && evidence.signs.every((sign) => sign === 'yes' || sign === 'kind')

function namesVisit(evidence: Evidence): boolean {
  return evidence.words.some((word) => word.time === 'same' || kindsOf(word).includes('<visit>'))
}
