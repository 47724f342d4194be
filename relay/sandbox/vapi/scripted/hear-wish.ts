import { type CallerState, type Details, defined } from './caller-state.ts'
import { isYes, readService, readWish, type Wish } from './caller-words.ts'

/** A new wish is heard where one is awaited; a call back is heard always. */
export function hearWish(state: CallerState, text: string): CallerState {
  const isOpen = state.asking === 'wish' || state.asking === 'more' || state.asking === 'callbackOffer'
  const named = readWish(text)
  if (!isOpen) return named === 'callback' ? { ...state, wish: 'callback', asking: 'wish' } : state
  const wish = named ?? (repeats(text) ? state.last?.wish : undefined) ?? (readService(text) && 'book') ?? agreedWish(state, text)
  if (!wish) return state.asking === 'more' && isYes(text) ? { ...state, asking: 'wish' } : state
  return { ...state, wish, asking: 'wish', details: startingDetails(state, wish, text), offers: [] }
}

/** "The same for my son": the wish before, for somebody else. */
const repeats = (text: string) => /\b(?:same|another|one more|for my|for our|also|too|as well)\b/i.test(text)

/** What a plain yes agrees to: the call back that was offered, or another time after a cancelled visit. */
function agreedWish(state: CallerState, text: string): Wish | undefined {
  if (!isYes(text)) return undefined
  if (state.asking === 'callbackOffer') return 'callback'
  return state.asking === 'more' && state.last?.wish === 'cancel' ? 'book' : undefined
}

/** What is known already when a wish begins. */
function startingDetails(state: CallerState, wish: Wish, text: string): Details {
  if (wish === 'callback') return { ...personOf(state.last?.details), ...personOf(state.details) }
  // Whoever could not be found under these details is asked anew.
  if (state.asking === 'callbackOffer') return {}
  const last = state.last?.details ?? {}
  if (wish !== 'book') return { ...personOf(last), ...state.details }
  if (state.last?.wish === 'cancel' && isYes(text)) return { ...personOf(last), newPatient: false }
  return repeats(text) ? defined({ ...state.details, service: last.service }) : state.details
}

const personOf = (details: Details = {}): Details =>
  defined({ firstName: details.firstName, lastName: details.lastName, birthDate: details.birthDate })
