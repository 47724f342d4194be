import { type Asking, type CallerState, QUESTIONS, type Step } from './caller-state.ts'
import { readOffers } from './offers.ts'

/** What the receptionist does with a tool's answer, which has been spoken already. */
export function heardResult(state: CallerState, tool: string, line: string): Step {
  const offers = readOffers(line)
  const asksFor = questionIn(line)
  if (/^(?:Booked|Confirmed|Cancelled|Moved):/.test(line)) return finished(state, line)
  if (offers.length > 0 && /\?\s*$/.test(line) && (tool === 'check-availability' || asksFor === 'pick')) {
    return { state: { ...state, asking: 'pick', offers } }
  }
  if (asksFor) return { state: { ...forget(state, asksFor), asking: asksFor } }
  return finished(state, line)
}

const QUESTIONS_HEARD: [Asking, RegExp][] = [
  ['pick', /\b(?:which works best|one of these work)\?/i],
  ['name', /first and last name/i],
  ['birthDate', /\b(?:birth date|date of birth)\b/i],
  ['phone', /what (?:phone )?number/i],
  ['service', /\b(?:come in for|visit for)\b.*\?/i],
  ['pick', /\bat what time\b/i],
  ['which', /\bwhich (?:visit|appointment|one|of them)\b.*\?/i],
  ['day', /\bwhich (?:day|other)\b.*\?/i],
  ['callbackOffer', /\b(?:I can|shall I) have someone\b.*\bcall you back\b/i],
]

const questionIn = (line: string): Asking | undefined => QUESTIONS_HEARD.find(([, words]) => words.test(line))?.[0]

/** Drops what the relay could not use, so that it is asked for again. */
function forget(state: CallerState, asking: Asking): CallerState {
  const { startsAt: _start, ...details } = state.details
  if (asking === 'day') delete details.when
  if (asking === 'birthDate') delete details.birthDate
  if (asking === 'service') delete details.service
  return { ...state, details, offers: [] }
}

function finished(state: CallerState, line: string): Step {
  const last = state.wish ? { wish: state.wish, details: state.details } : state.last
  const next: CallerState = { wish: null, asking: 'more', details: {}, offers: [], last }
  // After an alarm nothing more is asked, and a line that ends in a question needs no second one.
  const isEnough = state.wish === null || /\?\s*$/.test(line)
  return { state: next, ...(!isEnough && { say: QUESTIONS.more }) }
}
