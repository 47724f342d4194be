import type { PracticePhone } from './practice.ts'
import type { RegistrationDetails, RegistrationStage, TextRegistration } from './registration.ts'

export type RegistrationKind = TextRegistration['kind']

/** A toll-free number is registered by itself; all ordinary numbers of a practice together. */
export function registrationKindOf(phoneNumber: string): RegistrationKind {
  return /^\+18(00|33|44|55|66|77|88)\d{7}$/.test(phoneNumber) ? 'toll_free' : '10dlc'
}

/** What each field is called on screen. */
export const DETAIL_WORDS: Record<keyof RegistrationDetails, string> = {
  legalName: 'Legal name, exactly as on the tax letter',
  ein: 'Tax number (EIN), nine digits',
  street: 'Street',
  city: 'City',
  region: 'State, two letters',
  postalCode: 'ZIP code',
  website: 'Website',
  contactFirstName: 'First name of the contact',
  contactLastName: 'Last name of the contact',
  contactEmail: 'E-mail of the contact',
  contactPhone: 'Phone of the contact',
  privacyUrl: 'Address of the privacy page',
  termsUrl: 'Address of the terms page',
  optInWording: 'How patients agree to texts (at least 40 characters)',
  optInImageUrl: 'Address of a picture of that form',
}

/** Carriers refuse shorter descriptions of how patients agree. */
const SHORTEST_OPT_IN = 40
const ONLY_TOLL_FREE: ReadonlySet<keyof RegistrationDetails> = new Set(['optInImageUrl'])
const SHAPES: Partial<Record<keyof RegistrationDetails, RegExp>> = { region: /^[A-Za-z]{2}$/, postalCode: /^\d{5}(-\d{4})?$/ }

/** The fields that carriers still need, in the order of the form. `DETAIL_WORDS` says what each is called. */
export function missingFields(kind: RegistrationKind, details: RegistrationDetails): (keyof RegistrationDetails)[] {
  return (Object.keys(DETAIL_WORDS) as (keyof RegistrationDetails)[]).filter((field) => {
    if (kind === '10dlc' && ONLY_TOLL_FREE.has(field)) return false
    const value = details[field]
    if (value === null || value === '') return true
    if (field === 'optInWording') return value.length < SHORTEST_OPT_IN
    return SHAPES[field]?.test(value) === false
  })
}

/** What carriers still need, in words for staff; empty when it can be sent. */
export function missingDetails(kind: RegistrationKind, details: RegistrationDetails): string[] {
  return missingFields(kind, details).map((field) => DETAIL_WORDS[field])
}

/** How leave to text stands: what it waits for, how long that usually takes, and whose turn it is. */
export type TextStanding = { headline: string; detail: string; who: 'staff' | 'operator' | 'carriers' | 'nobody' }

const CALLS_WORK = 'Calls work meanwhile.'

/** How one number stands with the carriers; without a number (null), how the registration itself stands. */
export function standingOf(registration: TextRegistration | null, phone: Pick<PracticePhone, 'texting'> | null): TextStanding {
  if (phone?.texting === 'ready') return { headline: 'Texts work', detail: 'Carriers let this number send texts.', who: 'nobody' }
  if (!registration)
    return {
      headline: 'Not registered to text',
      detail: `Carriers let no number text before the practice is registered. Fill in the details and send them. ${CALLS_WORK}`,
      who: 'staff',
    }
  const stage = registration.stages.find((one) => one.state !== 'done')
  if (!stage) {
    if (!phone) return { headline: 'Approved', detail: 'Carriers let the practice send texts.', who: 'nobody' }
    return {
      headline: 'Approved, not switched on yet',
      detail: `Carriers have approved the registration. This number is being added to it. ${CALLS_WORK}`,
      who: 'carriers',
    }
  }
  if (stage.state === 'failed') return failedStanding(stage)
  return waitingStanding(stage)
}

function failedStanding({ name, problem }: RegistrationStage): TextStanding {
  const who = name === 'profile' ? 'operator' : 'staff'
  return { headline: 'Carriers refused it', detail: `${problem ?? 'They gave no reason.'} ${CALLS_WORK}`, who }
}

function waitingStanding({ name, problem }: RegistrationStage): TextStanding {
  const standing = WAITING[name]
  return { ...standing, detail: [standing.detail, problem, CALLS_WORK].filter(Boolean).join(' ') }
}

const WAITING: Record<RegistrationStage['name'], TextStanding> = {
  details: { headline: 'Details are not sent yet', detail: 'Complete the details and send them to the carriers.', who: 'staff' },
  profile: {
    headline: 'Waits for the operator',
    detail: 'The operator makes the practice’s business profile at the carrier service. Then it goes on by itself.',
    who: 'operator',
  },
  brand: {
    headline: 'Carriers check the practice',
    detail: 'They compare the legal name and tax number. This usually takes minutes, at most 5 days.',
    who: 'carriers',
  },
  campaign: {
    headline: 'Carriers check the texts',
    detail: 'They read what will be sent and how patients agree. This usually takes 10 to 15 business days.',
    who: 'carriers',
  },
  linked: { headline: 'The numbers are being added', detail: 'The registration is approved. This usually takes an hour.', who: 'carriers' },
  verification: {
    headline: 'Carriers check the toll-free number',
    detail: 'This usually takes 3 to 5 business days.',
    who: 'carriers',
  },
}
