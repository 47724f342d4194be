import { randomUUID } from 'node:crypto'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import { type NumberPort, type OnboardingRun, StepName, UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'

export const REGISTRATION = RegistrationDetails.parse({
  legalName: 'Bright Smiles Dental PLLC',
  ein: '123456789',
  street: '1 Main Street',
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
  website: 'https://brightsmiles.example',
  contactFirstName: 'Anika',
  contactLastName: 'Patel',
  contactEmail: 'office@brightsmiles.example',
  contactPhone: '+15125550142',
  privacyUrl: 'https://brightsmiles.example/privacy',
  termsUrl: 'https://brightsmiles.example/terms',
  optInWording: 'I agree to texts about my visits. Message rates may apply. Reply STOP to end them.',
  optInImageUrl: 'https://brightsmiles.example/consent.png',
})

export const PORT: NumberPort = {
  state: 'submitted',
  carrier: 'AT&T',
  accountName: 'Bright Smiles Dental',
  accountNumber: '0042',
  serviceAddress: '1 Main Street, Austin',
  dueOn: null,
  note: '',
}

/** A run that has not begun. */
export function runOf(id: OnboardingRun['id'], phoneNumberId: PhoneNumberId, phoneNumber: string, now: Instant): OnboardingRun {
  return {
    id,
    way: 'new',
    phoneNumber: phoneNumber as PhoneNumber,
    phoneNumberId,
    label: 'Second line',
    isPrimary: false,
    forwardedFrom: null,
    port: null,
    state: 'running',
    steps: StepName.options.map((name) => ({
      name,
      state: 'pending',
      attempts: 0,
      startedAt: null,
      doneAt: null,
      made: null,
      isOurs: false,
    })),
    problem: null,
    retryAt: null,
    rentMicrodollars: 1_150_000,
    startedBy: 'Kim',
    createdAt: now,
    updatedAt: now,
    endedAt: null,
  }
}

/** A managed number beside the main one. */
export function secondNumber(id: PhoneNumberId, phone: string, now: Instant): PracticePhone {
  return {
    id,
    phoneNumber: `+1206557${phone.slice(-4)}` as PhoneNumber,
    label: 'Campaign',
    isPrimary: false,
    status: 'active',
    way: 'forward',
    forwardedFrom: `+1206558${phone.slice(-4)}` as PhoneNumber,
    texting: 'ready',
    twilioSid: `PN${'0'.repeat(28)}${phone.slice(-4)}`,
    twilioAccountSid: null,
    messagingServiceSid: null,
    vapiPhoneNumberId: randomUUID(),
    vapiAssistantId: randomUUID(),
    voiceUrl: 'https://api.vapi.ai/twilio/inbound_call',
    assistantVersion: null,
    rentMicrodollars: 1_150_000,
    health: {
      ...UNKNOWN_HEALTH,
      checkedAt: now,
      problems: [{ code: 'ASSISTANT_CHANGED', message: 'Changed by hand', repair: 'button', since: now }],
    },
    forwardTest: null,
    trial: null,
    releaseAt: null,
    createdAt: now,
  }
}
