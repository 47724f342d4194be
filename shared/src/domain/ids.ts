import { z } from 'zod'

const id = <Name extends string>() => z.uuid().brand<Name>()

export const PracticeId = id<'PracticeId'>()
export type PracticeId = z.infer<typeof PracticeId>
export const ProviderId = id<'ProviderId'>()
export type ProviderId = z.infer<typeof ProviderId>
export const OperatoryId = id<'OperatoryId'>()
export type OperatoryId = z.infer<typeof OperatoryId>
export const AppointmentTypeId = id<'AppointmentTypeId'>()
export type AppointmentTypeId = z.infer<typeof AppointmentTypeId>
export const ClosureId = id<'ClosureId'>()
export type ClosureId = z.infer<typeof ClosureId>
export const PatientId = id<'PatientId'>()
export type PatientId = z.infer<typeof PatientId>
export const AppointmentId = id<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>
export const PhoneNumberId = id<'PhoneNumberId'>()
export type PhoneNumberId = z.infer<typeof PhoneNumberId>
export const CallId = id<'CallId'>()
export type CallId = z.infer<typeof CallId>
export const MessageId = id<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>
export const LeadId = id<'LeadId'>()
export type LeadId = z.infer<typeof LeadId>
export const CallbackId = id<'CallbackId'>()
export type CallbackId = z.infer<typeof CallbackId>
export const AlarmId = id<'AlarmId'>()
export type AlarmId = z.infer<typeof AlarmId>
export const OpeningId = id<'OpeningId'>()
export type OpeningId = z.infer<typeof OpeningId>
export const DeviceId = id<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>
export const ChangeId = id<'ChangeId'>()
export type ChangeId = z.infer<typeof ChangeId>
export const OnboardingRunId = id<'OnboardingRunId'>()
export type OnboardingRunId = z.infer<typeof OnboardingRunId>
export const AssistantVersionId = id<'AssistantVersionId'>()
export type AssistantVersionId = z.infer<typeof AssistantVersionId>
export const RegistrationId = id<'RegistrationId'>()
export type RegistrationId = z.infer<typeof RegistrationId>
