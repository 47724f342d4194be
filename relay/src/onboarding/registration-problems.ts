import type { RegistrationStage } from '@dentalanswer/shared/domain/registration.ts'
import type { RefusalCode } from '../ports/vendor-answer.ts'

const WHAT_TO_DO: Partial<Record<RegistrationStage['name'], string>> = {
  brand: 'Compare the legal name, tax number and address with the tax letter, correct them and send it again.',
  campaign: 'Correct how patients agree to texts and the privacy and terms pages, and send it again.',
  verification: 'Correct the website, how patients agree to texts and the picture of the form, and send it again.',
}

/** Carriers looked at it and said no. */
export function rejectedWords(stage: RegistrationStage['name'], said: string | null): string {
  const words = said
    ?.slice(0, 400)
    .toWellFormed()
    .replace(/[.\s]+$/, '')
  const reason = words ? `Carriers said: “${words}”.` : 'Carriers gave no reason.'
  return `${reason} ${WHAT_TO_DO[stage] ?? 'Correct the details and send it again.'}`
}

/** What only the operator can put right: it is tried again by itself, so the stage goes on waiting. */
const OPERATOR_WORDS: Partial<Record<RefusalCode, string>> = {
  NO_FUNDS: 'The carrier account has no funds. The operator must add some; then it goes on by itself.',
  WRONG_CREDENTIALS: 'The carrier account refuses the relay’s credentials. The operator must correct them; then it goes on by itself.',
  VENDOR_LIMIT: 'The carrier account has reached a limit. The operator must ask for more; then it goes on by itself.',
  TRIAL_LIMIT: 'The carrier account is a trial. The operator must upgrade it; then it goes on by itself.',
}

/** Null: nobody but staff can do something about it. */
export const operatorWords = (code: RefusalCode): string | null => OPERATOR_WORDS[code] ?? null

export const notAcceptedWords = (stage: RegistrationStage['name'], vendorCode: string): string =>
  `The carrier service did not accept it (code ${vendorCode}). ${WHAT_TO_DO[stage] ?? 'Correct the details and send it again.'}`

export const UNREACHABLE = 'The carrier service cannot be reached at the moment. It is asked again by itself.'
export const NO_SERVICE = 'It goes on as soon as the practice’s first number is set up.'
export const NO_NUMBER = 'The number was not set up. Get a number first, then send it again.'
export const NUMBER_PENDING = 'It goes on as soon as the number is set up.'
export const REFUSED_TEXT = 'Carriers refused a text of this number as not registered. It is looked at again within the hour.'
