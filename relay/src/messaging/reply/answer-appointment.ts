import { type Agreement, doubtAboutYes, flawOfYes, loosenessOfYes } from './agreement.ts'
import { answersIn } from './answers.ts'
import { COURTESY, isContrasted, isEasyQuestion, isOnly, namesOtherTime, says } from './certainty.ts'
import { type Evidence, weigh, wordsFor } from './evidence.ts'
import type { Sense } from './phrases/meanings.ts'
import type { Intent, Reading } from './reading.ts'
import { doubtAboutRefusal, type Refusal } from './refusal.ts'
import { isCourtesy, readRest } from './rest.ts'

const COMING: readonly Sense[] = ['confirm', 'coming', 'keep']
const PLAIN_YES: readonly Sense[] = ['yes', 'ok', 'letter-c', 'all-set', 'all-good', 'take']
const AWAY: readonly Sense[] = ['cancel', 'not-coming', 'letter-x']
const ALL: readonly Sense[] = [...COMING, 'no-change', ...PLAIN_YES, ...AWAY, 'no', 'pass', 'letter-n']

const tell = (evidence: Evidence, intent: Intent, rule: string): Reading => ({ intent, rule, matched: wordsFor(evidence, ALL) })

/** Reads an answer to "please confirm your visit". */
export function answerAppointment(whole: Evidence): Reading {
  const evidence = afterMistake(whole)
  const away = answersIn(evidence, AWAY)
  const yes = answersIn(evidence, PLAIN_YES)
  // "Don't reschedule me" keeps the visit; "cancel and don't reschedule" does not.
  const coming = answersIn(evidence, away.length > 0 ? COMING : [...COMING, 'no-change'])
  if (away.length > 0) return coming.length > 0 ? tell(evidence, 'unclear', 'two-answers') : readAway(evidence, { away, yes })
  if (coming.length > 0 || yes.length > 0) return readComing(evidence, { coming, yes })
  return readBare(evidence) ?? readRest(evidence)
}

/** "Hit C by accident, I need to cancel": once a slip is named, only what comes after it counts. */
function afterMistake(evidence: Evidence): Evidence {
  const last = evidence.chunks.findLast((chunk) => chunk.meaning === 'mistake')
  const isConditional = says(evidence, 'condition')
  const chunks = last && !isConditional ? evidence.chunks.filter((chunk) => chunk.clause > last.clause) : []
  const answers: readonly (Sense | undefined)[] = [...COMING, ...AWAY, 'no-change', 'letter-c']
  return chunks.some((chunk) => chunk.meaning && answers.includes(chunk.meaning)) ? { ...evidence, ...weigh(chunks) } : evidence
}

function readAway(evidence: Evidence, refusal: Refusal): Reading {
  const doubt = doubtAboutRefusal(evidence, refusal)
  if (doubt) return tell(evidence, 'unclear', doubt)
  if (evidence.isAsking) return tell(evidence, 'question', 'cancel-with-question')
  return tell(evidence, 'cancel', refusal.away.every((chunk) => chunk.meaning === 'not-coming') ? 'not-coming' : 'cancel')
}

function readComing(evidence: Evidence, agreement: Agreement): Reading {
  const { coming, yes } = agreement
  if (coming.length === 0 && isCourtesy(evidence)) return tell(evidence, says(evidence, 'thanks', 'ack') ? 'thanks' : 'confirm', 'courtesy')
  const doubt = doubtAboutYes(evidence, agreement)
  if (doubt) return tell(evidence, 'unclear', doubt)
  if (isContrasted(evidence)) return tell(evidence, evidence.isAsking ? 'question' : 'unclear', 'yes-with-but')
  const flaw = flawOfYes(evidence, agreement)
  if (flaw) return tell(evidence, 'unclear', flaw)
  const isClearYes = coming.length > 0 || yes.some((chunk) => chunk.meaning !== 'ok')
  if (evidence.isAsking && !(isClearYes && isEasyQuestion(evidence))) return tell(evidence, 'question', 'yes-with-question')
  const looseness = loosenessOfYes(evidence, agreement)
  if (looseness) return tell(evidence, 'unclear', looseness)
  return tell(evidence, 'confirm', coming.length > 0 ? 'coming' : yes.some((chunk) => chunk.meaning === 'letter-c') ? 'letter' : 'yes')
}

/** A bare "cancelled", or nothing but emoji. */
function readBare(evidence: Evidence): Reading | undefined {
  const { chunks, signs } = evidence
  if (isOnly(evidence, ['cancelled', ...COURTESY]) && chunks.some((chunk) => chunk.text === 'cancelled'))
    return tell(evidence, 'cancel', 'cancelled')
  const followsSign = evidence.leadsWithSign && isOnly(evidence, ['thanks', 'greeting', 'kind', 'time']) && !namesOtherTime(evidence)
  if (evidence.isAsking || !(isOnly(evidence, ['greeting']) || followsSign)) return undefined
  const isAll = (wanted: 'yes' | 'no') =>
    signs.includes(wanted) && signs.every((sign) => sign === wanted || sign === 'kind' || sign === 'other')
  if (isAll('yes')) return tell(evidence, 'confirm', 'yes-sign')
  return isAll('no') ? tell(evidence, 'unclear', 'no-sign') : undefined
}
