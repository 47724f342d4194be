import { readAskedBirthDate, readAskedName, readBirthDate, readOfferedName, withoutBirthDate } from './scripted/caller-names.ts'
import { ask, type CallerState, type Details, openState, QUESTIONS, type Step } from './scripted/caller-state.ts'
import {
  isEmergency,
  isGoodbye,
  isNo,
  isYes,
  readNewPatient,
  readProvider,
  readService,
  readTimeOfDay,
  readWhen,
  readWish,
} from './scripted/caller-words.ts'
import { nextStep } from './scripted/next-step.ts'
import { offerWords, pickOffer, readOffers } from './scripted/offers.ts'

export type { CallerState, Step } from './scripted/caller-state.ts'
export { openState }

/** What the receptionist does when the caller says something: speaks, calls one tool of the relay's, or ends the call. */
export function step(state: CallerState, callerText: string): Step {
  const text = callerText.trim()
  if (isEmergency(text)) {
    const name = fullName(state.details)
    return { state: { ...state, wish: null }, tool: { name: 'report-emergency', args: { description: text, ...(name && { name }) } } }
  }
  const isDone = isGoodbye(text) || (state.asking === 'more' && isNo(text))
  if (isDone) return { state, say: 'Thank you for calling. Goodbye.', end: true }
  const heard = hearDetails(hearWish(state, text), text)
  return answerAsked(heard, text) ?? nextStep(heard)
}

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

function questionIn(line: string): CallerState['asking'] | undefined {
  const asked: [CallerState['asking'], RegExp][] = [
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
  return asked.find(([, words]) => words.test(line))?.[0]
}

/** Drops what the relay could not use, so that it is asked for again. */
function forget(state: CallerState, asking: CallerState['asking']): CallerState {
  const { startsAt: _start, ...details } = state.details
  if (asking === 'day') delete details.when
  if (asking === 'birthDate') delete details.birthDate
  if (asking === 'service') delete details.service
  return { ...state, details }
}

/** The wish is done: names of the family are kept for a second visit, the rest is not. */
function finished(state: CallerState, line: string): Step {
  const { lastName, birthDate, firstName, service } = state.details
  const kept = state.wish === 'cancel' ? { firstName, lastName, birthDate, newPatient: false } : { service }
  const next: CallerState = { wish: state.wish, asking: 'more', details: defined(kept), offers: [] }
  const familyName = lastName ?? state.familyName
  if (familyName) next.familyName = familyName
  return { state: next, ...(!/\?\s*$/.test(line) && { say: QUESTIONS.more }) }
}

/** A new wish is heard where one is awaited; a call back is heard always. */
function hearWish(state: CallerState, text: string): CallerState {
  const wish = readWish(text) ?? (repeatsWish(state, text) ? state.wish : undefined) ?? (readService(text) && 'book')
  const isOpen = state.asking === 'wish' || state.asking === 'more' || state.asking === 'callbackOffer'
  if (wish !== 'callback' && !isOpen) return state
  if (!wish) return acceptOffer(state, text)
  const isSame = /\b(?:same|also|too|as well)\b/i.test(text)
  const { service, ...details } = state.details
  return { ...state, wish, asking: 'wish', details: isSame && service ? { ...details, service } : details, offers: [] }
}

/** "The same for my son": the wish before, for somebody else. */
const repeatsWish = (state: CallerState, text: string) =>
  state.asking === 'more' && /\b(?:same|another|one more|for my|for our|also|too|as well)\b/i.test(text)

function acceptOffer(state: CallerState, text: string): CallerState {
  if (!isYes(text)) return state.asking === 'more' ? { ...state, wish: null } : state
  if (state.asking === 'callbackOffer') return { ...state, wish: 'callback', asking: 'wish' }
  // "Would you like another time instead?" after a cancelled visit.
  return { ...state, wish: state.wish === 'cancel' ? 'book' : null, asking: 'wish' }
}

function hearDetails(state: CallerState, text: string): CallerState {
  if (state.asking === 'pick' || state.asking === 'which') return state
  const rest = state.asking === 'birthDate' ? '' : withoutBirthDate(text)
  const heard: Details = defined({
    service: state.details.service ?? readService(text),
    when: readWhen(rest) ?? state.details.when,
    timeOfDay: readTimeOfDay(rest) ?? state.details.timeOfDay,
    provider: readProvider(text) ?? state.details.provider,
    newPatient: readNewPatient(text) ?? state.details.newPatient,
    birthDate: readBirthDate(text) ?? state.details.birthDate,
  })
  const name = readOfferedName(text)
  if (!name) return { ...state, details: { ...state.details, ...heard } }
  const lastName = name.lastName ?? state.familyName
  return { ...state, details: { ...heard, firstName: name.firstName, ...(lastName && { lastName }) } }
}

/** The answer to the question that was put; undefined lets the next question follow from what is known. */
function answerAsked(state: CallerState, text: string): Step | undefined {
  const knowing = (details: Details): Step => nextStep({ ...state, details: { ...state.details, ...details } })
  switch (state.asking) {
    case 'name': {
      const name = readAskedName(text)
      const lastName = name?.lastName ?? state.familyName
      return name ? knowing({ firstName: name.firstName, ...(lastName && { lastName }) }) : undefined
    }
    case 'lastName': {
      const name = readAskedName(text)
      return name ? knowing({ lastName: [name.firstName, name.lastName].filter(Boolean).join(' ') }) : undefined
    }
    case 'birthDate': {
      const birthDate = readAskedBirthDate(text)
      return birthDate ? knowing({ birthDate }) : undefined
    }
    case 'newPatient':
      return isYes(text) ? knowing({ newPatient: false }) : isNo(text) ? knowing({ newPatient: true }) : undefined
    case 'service':
      return knowing({ service: state.details.service ?? text })
    case 'day':
      return state.wish === 'move' ? knowing({ startsAt: text }) : knowing({ when: readWhen(text) ?? text })
    case 'pick':
      return picked(state, text)
    case 'which':
      return knowing({ appointmentDate: text })
    case 'reason':
      return knowing({ reason: text })
    case 'phone':
      return knowing({ phone: text })
    case 'callbackOffer':
      return isNo(text) ? ask(state, 'more') : undefined
    case 'wish':
    case 'more':
      return state.wish === 'callback' ? knowing(reasonIn(text)) : undefined
  }
}

/** "…about my bill": the reason, when it is given at once. */
function reasonIn(text: string): Details {
  const reason = /\b(?:about|regarding|because|to talk about)\b\s*(.+)$/i.exec(text)?.[1]
  return reason ? { reason } : {}
}

function picked(state: CallerState, text: string): Step {
  const offer = pickOffer(text, state.offers)
  const otherDay = offer ? undefined : readWhen(text)
  if (otherDay && state.wish === 'book' && !/\d|\bat\b/.test(text)) {
    const timeOfDay = readTimeOfDay(text)
    const { timeOfDay: _before, ...details } = state.details
    return nextStep({ ...state, offers: [], details: { ...details, when: otherDay, ...(timeOfDay && { timeOfDay }) } })
  }
  const isDayNamed = readWhen(text) !== undefined || state.details.when === undefined
  const startsAt = offer ? offerWords(offer) : isDayNamed ? text : `${state.details.when} at ${text}`
  return nextStep({ ...state, details: { ...state.details, startsAt } })
}

const fullName = (details: Details) => [details.firstName, details.lastName].filter(Boolean).join(' ')

const defined = (details: Details): Details => Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
