import { answerAppointment } from './answer-appointment.ts'
import { answerNothing } from './answer-nothing.ts'
import { answerOffer } from './answer-offer.ts'
import { COURTESY, isOnly, says } from './certainty.ts'
import { type Evidence, isLimited, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Meaning } from './phrases/meanings.ts'
import { readAnotherTime } from './another-time.ts'
import type { Intent, Reading, ReplyContext } from './reading.ts'
import type { Urgency } from './urgency.ts'

type Step = (evidence: Evidence, context: ReplyContext) => Reading | undefined

/** The order decides: trouble first, then wishes about the texts, then the day itself, then the answer to what was asked. */
export function decide(evidence: Evidence, urgency: Urgency, context: ReplyContext): Reading {
  if (urgency.level === 'urgent' && !(urgency.rule === 'urgent-emergency' && evidence.said.has('automatic'))) {
    return urgency.rule === 'urgent-emergency' && isStayingAway(evidence)
      ? { intent: 'unclear', matched: urgency.matched, rule: 'emergency-and-not-coming' }
      : { intent: 'urgent', matched: urgency.matched, rule: urgency.rule }
  }
  for (const step of TEXT_STEPS) {
    const reading = step(evidence, context)
    if (reading) return reading
  }
  if (urgency.level === 'maybe') return { intent: evidence.isAsking ? 'question' : 'unclear', matched: urgency.matched, rule: `${urgency.rule}-unsure` }
  for (const step of DAY_STEPS) {
    const reading = step(evidence, context)
    if (reading) return reading
  }
  return ANSWERS[context.asked](evidence)
}

const tell = (intent: Intent, rule: string, evidence: Evidence, ...meanings: (Meaning | 'time')[]): Reading => ({
  intent,
  matched: wordsFor(evidence, meanings),
  rule,
})

// Someone with an emergency who stays away has it elsewhere, most likely; a person should still look.
const isStayingAway = ({ said }: Evidence): boolean => said.has('not-coming') || said.has('cancel') || said.has('reschedule')

const readOptOut: Step = (evidence, context) => {
  const { chunks, words, said } = evidence
  const wish = chunks.find((chunk) => chunk.meaning === 'stop-wish')
  if (wish) {
    const mayBeWaitlist = context.asked === 'offer' && /\blist\b/.test(wish.text) && !/\btext/.test(wish.text)
    if (mayBeWaitlist || chunks.some((chunk) => chunk.meaning === 'start-wish') || isDenied(evidence, wish) || isLimited(words, wish.sentence)) {
      return tell('unclear', 'stop-wish-limited', evidence, 'stop-wish', 'start-wish')
    }
    return tell('opt_out', 'stop-wish', evidence, 'stop-wish')
  }
  if (!said.has('stop-word') && !evidence.asked.has('stop-word')) return undefined
  // "The end" and "quit my job" are no commands: all but the plainest words must stand alone.
  const isPlain = chunks.every((chunk) => chunk.meaning !== 'neutral') || chunks.some((chunk) => /^stop|unsubscribe|optout/.test(chunk.text)) || /baja/.test(chunks.map((chunk) => chunk.text).join(' '))
  if (isPlain && isOnly(evidence, ['stop-word', ...COURTESY, 'ok'])) return tell('opt_out', 'stop-word', evidence, 'stop-word')
  const alone = chunks.find((chunk) => chunk.meaning === 'stop-word' && /^(stop|unsubscribe|optout|alto)/.test(chunk.text) && standsAlone(chunks, chunk))
  const answers: Meaning[] = ['confirm', 'coming', 'keep', 'cancel', 'not-coming', 'reschedule', 'hedge', 'condition', 'mistake', 'late']
  const pleads = chunks.find((chunk, at) => chunk.text === 'stop' && !chunk.asked && chunks[at - 1]?.text === 'please' && chunks[at + 1]?.clause !== chunk.clause)
  if ((alone || (pleads && !said.has('not'))) && !answers.some((meaning) => said.has(meaning) || evidence.asked.has(meaning))) return tell('opt_out', 'stop-word', evidence, 'stop-word')
  const mistaken = chunks.some((chunk) => chunk.meaning === 'start-wish' || chunk.meaning === 'mistake')
  if (!mistaken && chunks.some((chunk) => chunk.meaning === 'stop-word' && chunk.text.startsWith('unsubscribe') && !isDenied(evidence, chunk) && !chunk.asked)) {
    return tell('opt_out', 'stop-word', evidence, 'stop-word')
  }
  return undefined
}

const standsAlone = (chunks: Chunk[], chunk: Chunk): boolean =>
  chunks.every((other) => other === chunk || other.sentence !== chunk.sentence || other.clause !== chunk.clause)

/** A "not" right before it turns a wish around; "if you don't stop texting me" is still the wish. */
function isDenied(evidence: Evidence, chunk: Chunk): boolean {
  const before = evidence.chunks.filter((other) => other.sentence === chunk.sentence && other.at < chunk.at).slice(-3)
  if (before.some((other) => other.meaning === 'condition') && before.some((other) => other.meaning === 'not')) return false
  return before.some((other) => other.meaning === 'not' || other.meaning === 'condition')
}

const readWrongNumber: Step = (evidence) => {
  const wrong = evidence.chunks.find((chunk) => chunk.meaning === 'wrong-number' && !chunk.asked)
  if (!wrong || isDenied(evidence, wrong)) return undefined
  if (says(evidence, 'mistake') || evidence.chunks.some((chunk) => /^(?:oops|oopsie|whoops|my bad)$/.test(chunk.text))) return tell('unclear', 'sent-by-mistake', evidence, 'wrong-number')
  const about = evidence.words.filter((word) => word.sentence === wrong.sentence).some((word) => /^(husband|wife|son|daughter|mom|dad|esposo|esposa|hijo|hija)$/.test(word.text))
  return about ? tell('unclear', 'wrong-number-of-family', evidence, 'wrong-number') : tell('wrong_number', 'wrong-number', evidence, 'wrong-number')
}

const readOptIn: Step = (evidence) => {
  if (evidence.chunks.some((chunk) => chunk.meaning === 'start-wish' && !isDenied(evidence, chunk))) return tell('opt_in', 'start-wish', evidence, 'start-wish')
  return evidence.said.has('start-word') && isOnly(evidence, ['start-word', ...COURTESY, 'yes', 'ok']) ? tell('opt_in', 'start-word', evidence, 'start-word') : undefined
}

const readHelp: Step = (evidence) => {
  if (evidence.said.has('help-word') && isOnly(evidence, ['help-word', ...COURTESY])) return tell('help', 'help-word', evidence, 'help-word')
  if (evidence.asked.has('help-word') && isOnly(evidence, ['help-word', ...COURTESY], true)) return tell('help', 'help-word', evidence, 'help-word')
  const wishes = evidence.said.has('help-wish') || evidence.asked.has('help-wish')
  const acts: Meaning[] = ['yes', 'confirm', 'coming', 'cancel', 'not-coming', 'reschedule']
  return wishes && !acts.some((meaning) => evidence.said.has(meaning)) ? tell('help', 'help-wish', evidence, 'help-wish') : undefined
}

const readAutomatic: Step = (evidence) =>
  evidence.said.has('automatic') || evidence.asked.has('automatic') ? tell('unclear', 'automatic-reply', evidence, 'automatic') : undefined

// Words of a language this reader does not know: their "not" could be anywhere.
const readForeign: Step = (evidence) => (says(evidence, 'foreign') || evidence.asked.has('foreign') ? tell('unclear', 'other-language', evidence, 'foreign') : undefined)

const readArrival: Step = (evidence) => {
  if (!evidence.said.has('arrived') || evidence.said.has('late')) return undefined
  const answers: Meaning[] = ['cancel', 'not-coming', 'reschedule', 'coming', 'confirm']
  return answers.some((meaning) => evidence.said.has(meaning)) ? undefined : tell('unclear', 'arrived', evidence, 'arrived')
}

const readLateness: Step = (evidence, context) => {
  const { chunks, said } = evidence
  const late = chunks.find((chunk) => chunk.meaning === 'late')
  if (!late || said.has('cancel') || said.has('not-coming') || said.has('bad-time')) return undefined
  const supposed = late.asked && chunks.some((chunk) => chunk.asked && (chunk.meaning === 'fee' || /^(how|what|do|does|are you|que pasa|cobran)\b/.test(chunk.text)))
  if (supposed || isDenied(evidence, late)) return undefined
  if (context.asked === 'offer' && (said.has('yes') || said.has('take'))) return tell('unclear', 'late-for-offer', evidence, 'late')
  return tell('late', 'late', evidence, 'late')
}

const TEXT_STEPS: Step[] = [readOptOut, readWrongNumber, readAutomatic, readOptIn, readHelp, readForeign]
const ANSWERS = { appointment: answerAppointment, offer: answerOffer, none: answerNothing }
const DAY_STEPS: Step[] = [readArrival, readAnotherTime, readLateness]
