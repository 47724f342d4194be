import type { NumberHealth, NumberProblem, NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type Meaning = Pick<NumberProblem, 'message' | 'repair'>

const MEANINGS: Record<NumberProblemCode, Meaning> = {
  NUMBER_MISSING: { message: 'The carrier service no longer has this number: nobody can call it or text it.', repair: 'operator' },
  ADDRESSES_CHANGED: {
    message: 'Texts to this number may not arrive here: its addresses were changed at the carrier service.',
    repair: 'itself',
  },
  VOICE_ADDRESS_CHANGED: {
    message: 'Calls do not reach the assistant: where they go was changed at the carrier service.',
    repair: 'itself',
  },
  NOT_IN_SERVICE: {
    message: 'Texts from this number may be stopped by carriers: it was taken out of its texting service.',
    repair: 'itself',
  },
  IMPORT_MISSING: { message: 'Callers hear an error: the voice service no longer has this number.', repair: 'button' },
  ASSISTANT_MISSING: { message: 'Callers hear an error: the assistant of this number is gone at the voice service.', repair: 'button' },
  ASSISTANT_NOT_LINKED: {
    message: 'Calls do not reach the assistant: it was taken off this number at the voice service.',
    repair: 'itself',
  },
  ASSISTANT_CHANGED: {
    message: 'The assistant was changed at the voice service: it may tell callers something else than Setup says.',
    repair: 'button',
  },
  VENDOR_BLOCKED: { message: 'Calls do not reach the assistant: the voice service has blocked this number.', repair: 'operator' },
  CANNOT_LOOK: {
    message: 'Whether this number works is not known: the services behind it did not answer. They are asked again.',
    repair: 'itself',
  },
}
const STILL_TO_ASSISTANT = 'Calls still reach the assistant: the carrier service could not be told yet.'
const STILL_TO_DESK = 'Calls still ring the desk: the carrier service could not be told yet.'

/** What a number set up by hand should look like is only partly known here. */
const KNOWN_OF_GIVEN: ReadonlySet<NumberProblemCode> = new Set([
  'NUMBER_MISSING',
  'VOICE_ADDRESS_CHANGED',
  'IMPORT_MISSING',
  'ASSISTANT_MISSING',
  'ASSISTANT_NOT_LINKED',
  'VENDOR_BLOCKED',
  'CANNOT_LOOK',
])

export const isToldOf = (phone: PracticePhone, code: NumberProblemCode): boolean => phone.way !== 'given' || KNOWN_OF_GIVEN.has(code)

/** A problem in words for staff, with what it means for callers. One that was there before keeps its `since`. */
export function problemOf(phone: PracticePhone, code: NumberProblemCode, now: Instant): NumberProblem {
  const { message, repair } = MEANINGS[code]
  return {
    code,
    message: code === 'VOICE_ADDRESS_CHANGED' && phone.status === 'paused' ? STILL_TO_ASSISTANT : message,
    repair: phone.way === 'given' && repair === 'itself' && code !== 'CANNOT_LOOK' ? 'button' : repair,
    since: phone.health.problems.find((one) => one.code === code)?.since ?? now,
  }
}

/** Calls do not go yet where staff want them, but will. */
export function notToldYet(phone: PracticePhone, now: Instant): NumberProblem {
  return {
    ...problemOf(phone, 'VOICE_ADDRESS_CHANGED', now),
    message: phone.status === 'paused' ? STILL_TO_ASSISTANT : STILL_TO_DESK,
    repair: 'itself',
  }
}

export const withProblem = (health: NumberHealth, problem: NumberProblem): NumberHealth => ({
  ...health,
  problems: [...health.problems.filter((one) => one.code !== problem.code), problem],
})

export const withoutProblem = (health: NumberHealth, code: NumberProblemCode): NumberHealth => ({
  ...health,
  problems: health.problems.filter((one) => one.code !== code),
})

const MOST_REPAIRED = 5

/** What was put right, newest first; its problems are gone. */
export const withRepaired = (health: NumberHealth, codes: NumberProblemCode[], at: Instant): NumberHealth => ({
  ...health,
  problems: health.problems.filter((one) => !codes.includes(one.code)),
  repaired: [...codes.map((code) => ({ code, at })), ...health.repaired].slice(0, MOST_REPAIRED),
})
