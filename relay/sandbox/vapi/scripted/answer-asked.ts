import { readAskedBirthDate, readAskedName } from './caller-names.ts'
import { ask, type CallerState, type Details, familyName, type Step } from './caller-state.ts'
import { isNo, isYes, readTimeOfDay, readWhen } from './caller-words.ts'
import { nextStep } from './next-step.ts'
import { type Offer, offerWords, pickOffer } from './offers.ts'

/** The answer to the question that was put; undefined lets the next question follow from what is known. */
export function answerAsked(state: CallerState, text: string): Step | undefined {
  const knowing = (details: Details): Step => nextStep({ ...state, details: { ...state.details, ...details } })
  switch (state.asking) {
    case 'name': {
      const name = readAskedName(text)
      const lastName = name?.lastName ?? familyName(state)
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
      return ask(state, isNo(text) ? 'more' : 'callbackOffer')
    case 'wish':
    case 'more':
      return state.wish === 'callback' ? knowing(reasonIn(text)) : undefined
  }
}

/** "…about my bill": the reason, when it is given at once. */
function reasonIn(text: string): Details {
  const reason = /\b(?:about|regarding|because)\b\s*(.+)$/i.exec(text)?.[1]
  return reason ? { reason } : {}
}

function picked(state: CallerState, text: string): Step {
  const offer = pickOffer(text, state.offers)
  const otherDay = offer ? undefined : readWhen(text)
  if (otherDay && state.wish === 'book' && !/\d|\bat\b/.test(text)) {
    const { timeOfDay: _before, ...details } = state.details
    const timeOfDay = readTimeOfDay(text)
    return nextStep({ ...state, offers: [], details: { ...details, when: otherDay, ...(timeOfDay && { timeOfDay }) } })
  }
  const startsAt = offer ? offerWords(offer) : withDay(state, text)
  return nextStep({ ...state, details: { ...state.details, startsAt } })
}

/** A time that was not offered: on the day that was spoken of, unless it names its own. */
function withDay(state: CallerState, text: string): string {
  const day = onlyDay(state.offers) ?? state.details.when
  return day === undefined || readWhen(text) !== undefined ? text : `${day} at ${text}`
}

function onlyDay(offers: Offer[]): string | undefined {
  const days = new Set(offers.map((offer) => offer.day))
  return days.size === 1 ? offers[0]?.day : undefined
}
