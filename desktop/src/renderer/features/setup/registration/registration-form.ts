import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import { formatPhone, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { RegistrationDetails, type TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { checkForm, type Problems } from '../../../ui/plain-problems.ts'

/** The details as typed. An empty EIN means "as saved": the saved one is never put into a field. */
export type RegistrationForm = { [K in keyof RegistrationDetails]: string }

export const REGISTRATION_FIELDS: Record<keyof RegistrationForm, string> = {
  legalName: 'Legal name',
  ein: 'Tax number (EIN)',
  street: 'Street',
  city: 'City',
  region: 'State',
  postalCode: 'ZIP code',
  website: 'Website',
  contactFirstName: 'First name of the contact',
  contactLastName: 'Last name of the contact',
  contactEmail: 'E-mail of the contact',
  contactPhone: 'Phone of the contact',
  optInWording: 'How patients agree to texts',
  privacyUrl: 'Privacy page',
  termsUrl: 'Terms page',
  optInImageUrl: 'Picture of the form',
}

const EMPTY = RegistrationDetails.parse({})

export function registrationForm(saved: TextRegistration | null, country: string): RegistrationForm {
  const details = saved?.details ?? EMPTY
  return { ...details, ein: '', contactPhone: details.contactPhone ? formatPhone(details.contactPhone, country) : '' }
}

/** A saved EIN as it is shown: its last four digits. Null when none is saved. */
export const maskedEin = (ein: string): string | null => (ein === '' ? null : `••-•••${ein.slice(-4)}`)

/** The details as they stand while they are typed, to say what is still needed; nothing is refused here. */
export function typedDetails(form: RegistrationForm, saved: TextRegistration | null, country: string): RegistrationDetails {
  return { ...form, ein: einOf(form, saved), contactPhone: readPhoneNumber(form.contactPhone, country) }
}

/** The details as the relay takes them, or what is wrong, by field. */
export function readRegistration(
  form: RegistrationForm,
  saved: TextRegistration | null,
  country: string,
): { details: DeskInput<'registration.put'>['details'] } | { problems: Problems } {
  const typed = typedDetails(form, saved, country)
  const isNoPhone = form.contactPhone.trim() !== '' && !typed.contactPhone
  const { value, problems } = checkForm(RegistrationDetails, { ...typed, region: form.region.trim().toUpperCase() })
  if (!problems && !isNoPhone) return { details: value }
  return {
    problems: {
      ...problems,
      ...(problems?.ein && { ein: 'Nine digits, like 12-3456789' }),
      ...(problems?.region && { region: 'Two letters, like TX' }),
      ...(isNoPhone && { contactPhone: 'Not a phone number' }),
    },
  }
}

const einOf = (form: RegistrationForm, saved: TextRegistration | null) => form.ein.trim() || (saved?.details.ein ?? '')

/** What most practices have on their form. */
export const usualWording = (practice: string): string =>
  `By giving my mobile number I agree that ${practice} may text me about my appointments. How often depends on my visits. ` +
  'Message and data rates may apply. Reply STOP to stop, HELP for help. Agreeing is not a condition of treatment.'
