import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { flag, integer, json, nullable, text } from './columns.ts'

// What the tables about numbers keep, as in tables.ts.

export const phoneNumberColumns = {
  id: text<PracticePhone['id']>(),
  phoneNumber: text<PracticePhone['phoneNumber']>(),
  label: text(),
  isPrimary: flag(),
  status: text<PracticePhone['status']>(),
  way: text<PracticePhone['way']>(),
  forwardedFrom: nullable(text<NonNullable<PracticePhone['forwardedFrom']>>()),
  texting: text<PracticePhone['texting']>(),
  twilioSid: nullable(text()),
  twilioAccountSid: nullable(text()),
  messagingServiceSid: nullable(text()),
  vapiPhoneNumberId: nullable(text()),
  vapiAssistantId: nullable(text()),
  voiceUrl: nullable(text()),
  assistantVersion: nullable(integer()),
  rentMicrodollars: nullable(integer()),
  health: json<PracticePhone['health']>(),
  forwardTest: json<PracticePhone['forwardTest']>(),
  trial: json<PracticePhone['trial']>(),
  releaseAt: nullable(text<NonNullable<PracticePhone['releaseAt']>>()),
  createdAt: text<PracticePhone['createdAt']>(),
}

export const onboardingRunColumns = {
  id: text<OnboardingRun['id']>(),
  way: text<OnboardingRun['way']>(),
  phoneNumber: text<OnboardingRun['phoneNumber']>(),
  phoneNumberId: text<OnboardingRun['phoneNumberId']>(),
  label: text(),
  isPrimary: flag(),
  forwardedFrom: nullable(text<NonNullable<OnboardingRun['forwardedFrom']>>()),
  port: json<OnboardingRun['port']>(),
  state: text<OnboardingRun['state']>(),
  steps: json<OnboardingRun['steps']>(),
  problem: json<OnboardingRun['problem']>(),
  retryAt: nullable(text<NonNullable<OnboardingRun['retryAt']>>()),
  rentMicrodollars: nullable(integer()),
  startedBy: text(),
  createdAt: text<OnboardingRun['createdAt']>(),
  updatedAt: text<OnboardingRun['updatedAt']>(),
  endedAt: nullable(text<NonNullable<OnboardingRun['endedAt']>>()),
}

export const assistantVersionColumns = {
  id: text<AssistantVersion['id']>(),
  version: integer(),
  state: text<AssistantVersion['state']>(),
  changes: json<AssistantVersion['changes']>(),
  revertOf: nullable(integer()),
  by: text(),
  problem: nullable(text()),
  createdAt: text<AssistantVersion['createdAt']>(),
  publishedAt: nullable(text<NonNullable<AssistantVersion['publishedAt']>>()),
}

export const textRegistrationColumns = {
  id: text<TextRegistration['id']>(),
  kind: text<TextRegistration['kind']>(),
  phoneNumberId: nullable(text<NonNullable<TextRegistration['phoneNumberId']>>()),
  details: json<TextRegistration['details']>(),
  stages: json<TextRegistration['stages']>(),
  customerProfileSid: nullable(text()),
  a2pProfileSid: nullable(text()),
  brandSid: nullable(text()),
  campaignSid: nullable(text()),
  verificationSid: nullable(text()),
  submittedAt: nullable(text<NonNullable<TextRegistration['submittedAt']>>()),
  checkedAt: nullable(text<NonNullable<TextRegistration['checkedAt']>>()),
  approvedAt: nullable(text<NonNullable<TextRegistration['approvedAt']>>()),
  updatedAt: text<TextRegistration['updatedAt']>(),
}
