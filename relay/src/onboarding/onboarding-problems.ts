import type { NumberProblemCode, OnboardingProblem, OnboardingProblemCode, StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import type { RefusalCode } from '../ports/vendor-answer.ts'

type Words = Pick<OnboardingProblem, 'message' | 'action' | 'who'> & {
  /** The cause can be put right and what was made is kept for going on. Otherwise all is taken back at once. */
  isKept: boolean
}

const WORDS: Record<OnboardingProblemCode, Words> = {
  NUMBER_GONE: {
    message: 'Somebody else has taken this number in the meantime.',
    action: 'Choose another number.',
    who: 'staff',
    isKept: false,
  },
  NO_FUNDS: {
    message: 'The account at the carrier service has no funds left.',
    action: 'The operator tops the account up. Then press Try again.',
    who: 'operator',
    isKept: true,
  },
  ADDRESS_REQUIRED: {
    message: 'This number can only be had with a registered address in its area.',
    action: 'Choose another number.',
    who: 'staff',
    isKept: false,
  },
  TRIAL_LIMIT: {
    message: 'The account at the carrier service is a trial account and may have no more numbers.',
    action: 'The operator upgrades the account. Then start again.',
    who: 'operator',
    isKept: false,
  },
  VENDOR_LIMIT: {
    message: 'The account has reached the most numbers or assistants it may have.',
    action: 'The operator raises the limit or gives unused ones back. Then press Try again.',
    who: 'operator',
    isKept: true,
  },
  WRONG_CREDENTIALS: {
    message: 'The access keys of the relay were not accepted.',
    action: 'The operator corrects the keys. Then press Try again.',
    who: 'operator',
    isKept: true,
  },
  NUMBER_ELSEWHERE: {
    message: 'This number is in use somewhere else already.',
    action: 'Choose another number, or ask the operator to free this one.',
    who: 'staff',
    isKept: false,
  },
  PORT_NOT_THERE: {
    message: 'The number has not arrived in the account yet.',
    action: 'Wait until the carriers have brought it over. Then press Try again.',
    who: 'staff',
    isKept: true,
  },
  NOT_VERIFIED: {
    message: 'Not everything is as it was set.',
    action: 'Press Try again. If it stays, tell the operator.',
    who: 'staff',
    isKept: true,
  },
  VENDOR_DOWN: {
    message: 'The service that is needed for this step could not be reached for a long time.',
    action: 'Press Try again later.',
    who: 'staff',
    isKept: true,
  },
  NOT_CONFIGURED: {
    message: 'The relay has no key of the voice service, so no assistant can answer.',
    action: 'The operator sets the key. Then press Try again.',
    who: 'operator',
    isKept: true,
  },
  REFUSED: {
    message: 'The service refused this step.',
    action: 'The operator looks the code up. Then start again.',
    who: 'operator',
    isKept: false,
  },
  STOPPED: {
    message: 'This was stopped and taken back.',
    action: 'Start again whenever you like.',
    who: 'staff',
    isKept: false,
  },
}

export const isKeptOn = (code: OnboardingProblemCode): boolean => WORDS[code].isKept

/** What staff are told about why a run stopped. `differs` names what was found different when all was read back. */
export function problemOf(
  code: OnboardingProblemCode,
  step: StepName,
  vendorCode: string | null = null,
  differs: NumberProblemCode[] = [],
): OnboardingProblem {
  const { message, action, who } = WORDS[code]
  const named = differs.map((one) => DIFFERENCES[one]).join(', ')
  return { code, step, message: named ? `Not everything is as it was set: ${named}.` : message, action, who, vendorCode }
}

const DIFFERENCES: Record<NumberProblemCode, string> = {
  NUMBER_MISSING: 'the number is not in the account',
  ADDRESSES_CHANGED: 'the addresses for texts and delivery reports',
  VOICE_ADDRESS_CHANGED: 'the address for calls',
  NOT_IN_SERVICE: 'the number is not in the texting service',
  IMPORT_MISSING: 'the voice service does not know the number',
  ASSISTANT_MISSING: 'the assistant is not there',
  ASSISTANT_NOT_LINKED: 'the assistant does not answer the number',
  ASSISTANT_CHANGED: 'the assistant has other instructions',
  VENDOR_BLOCKED: 'the voice service has blocked the number',
  CANNOT_LOOK: 'something could not be read',
}

const REFUSALS: Record<RefusalCode, OnboardingProblemCode> = {
  NUMBER_GONE: 'NUMBER_GONE',
  NO_FUNDS: 'NO_FUNDS',
  ADDRESS_REQUIRED: 'ADDRESS_REQUIRED',
  TRIAL_LIMIT: 'TRIAL_LIMIT',
  VENDOR_LIMIT: 'VENDOR_LIMIT',
  WRONG_CREDENTIALS: 'WRONG_CREDENTIALS',
  NUMBER_ELSEWHERE: 'NUMBER_ELSEWHERE',
  NOT_FOUND: 'NOT_VERIFIED',
  REFUSED: 'REFUSED',
}

/** Something that an earlier step made is gone when a later one needs it (`NOT_FOUND`): going on makes it again. */
export const problemOfRefusal = (code: RefusalCode): OnboardingProblemCode => REFUSALS[code]
