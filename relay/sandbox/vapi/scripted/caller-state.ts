import type { Wish } from './caller-words.ts'
import type { Offer } from './offers.ts'

/** What the receptionist waits to hear. */
export type Asking =
  | 'wish'
  | 'name'
  | 'lastName'
  | 'birthDate'
  | 'newPatient'
  | 'service'
  | 'day'
  | 'pick'
  | 'which'
  | 'reason'
  | 'phone'
  | 'callbackOffer'
  | 'more'

export type Details = {
  firstName?: string
  lastName?: string
  birthDate?: string
  newPatient?: boolean
  service?: string
  when?: string
  timeOfDay?: string
  provider?: string
  startsAt?: string
  appointmentDate?: string
  reason?: string
  phone?: string
}

/** The wish before, for "the same for my son" and "now I want to move it". */
export type LastWish = { wish: Wish; details: Details }

export type CallerState = { wish: Wish | null; asking: Asking; details: Details; offers: Offer[]; last: LastWish | null }

export type ToolUse = { name: string; args: Record<string, unknown> }
export type Step = { state: CallerState; say?: string; tool?: ToolUse; end?: boolean }

export const openState = (): CallerState => ({ wish: null, asking: 'wish', details: {}, offers: [], last: null })

export const QUESTIONS: Record<Asking, string> = {
  wish: 'I can book, confirm, move or cancel a visit, or have someone call you back. Which would you like?',
  name: 'May I have the first and last name of the person the visit is for?',
  lastName: 'And the last name?',
  birthDate: 'And the date of birth?',
  newPatient: 'Have they been here before?',
  service: 'What would you like to come in for?',
  day: 'Which day and time would suit you?',
  pick: 'Which of these times would you like?',
  which: 'Which visit do you mean?',
  reason: 'What should I tell them it is about?',
  phone: 'What number can the practice reach you on?',
  callbackOffer: 'Shall I have someone call you back?',
  more: 'Is there anything else I can do for you?',
}

export const ask = (state: CallerState, asking: Asking, say: string = QUESTIONS[asking]): Step => ({ state: { ...state, asking }, say })

/** Without the details that are not known. */
export const defined = (details: Details): Details => Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))

export const fullName = (details: Details): string => [details.firstName, details.lastName].filter(Boolean).join(' ')

/** The family name of whoever was spoken of before, for a brother or sister who is named by first name only. */
export const familyName = (state: CallerState): string | undefined => state.details.lastName ?? state.last?.details.lastName
