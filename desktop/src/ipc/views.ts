import { AuditLine } from '@dentalanswer/shared/contract/desk-answers.ts'
import { entities } from '@dentalanswer/shared/contract/events.ts'
import { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { z } from 'zod'

const { appointments, openings, messages, optOuts, calls, callTurns, leads, callbacks, alarms, changes, devices, patients, threads } =
  entities
const { onboardingRuns, assistantVersions, textRegistrations } = entities
/** True when some of what was asked for is not kept on this computer and the relay could not be asked. */
const isPartial = z.boolean().optional()
const list = <T extends z.ZodType>(one: T) => z.array(one)

/** Everything but people and work: small, kept whole. */
export const SetupView = Setup.extend({
  devices: list(devices),
  /** Newest first. */
  onboardingRuns: list(onboardingRuns),
  /** Newest first. */
  assistantVersions: list(assistantVersions),
  textRegistrations: list(textRegistrations),
})
export type SetupView = z.infer<typeof SetupView>

/** Appointments that start on some practice days (cancelled ones too), their patients, what machines changed about them, and the texts
 *  about them. */
export const DaysView = z.object({
  appointments: list(appointments),
  openings: list(openings),
  patients: list(patients),
  changes: list(changes),
  messages: list(messages),
  optOuts: list(optOuts),
  isPartial,
})
export type DaysView = z.infer<typeof DaysView>

/** All that may need a person now. `appointments` and `patients` are those the others mention, every appointment of today and the next
 *  two business days, and machine bookings nobody has seen. */
export const WorkView = z.object({
  alarms: list(alarms),
  leads: list(leads),
  callbacks: list(callbacks),
  /** Texts that wait for a person, and texts of the last two days that did not arrive. */
  messages: list(messages),
  changes: list(changes),
  openings: list(openings),
  calls: list(calls),
  callTurns: list(callTurns),
  threads: list(threads),
  optOuts: list(optOuts),
  appointments: list(appointments),
  patients: list(patients),
})
export type WorkView = z.infer<typeof WorkView>

/** One appointment, whose it is, and what machines changed about it, newest first. */
export const AppointmentView = z.object({ appointment: appointments, patients: list(patients), changes: list(changes) })
export type AppointmentView = z.infer<typeof AppointmentView>

export const ThreadRow = z.object({
  phoneNumber: PhoneNumber,
  newest: messages,
  openCount: z.int(),
  /** The newest text is ours and asked something. */
  isAsked: z.boolean(),
  patients: list(patients),
  optOut: optOuts.nullable(),
  thread: threads.nullable(),
  /** What a machine changed because of the newest texts of this number, newest first, at most three. */
  changes: list(changes),
})
export type ThreadRow = z.infer<typeof ThreadRow>

/** One number's texts, oldest first, with everyone on that number. */
export const ThreadView = z.object({
  phoneNumber: PhoneNumber,
  messages: list(messages),
  hasOlder: z.boolean(),
  patients: list(patients),
  appointments: list(appointments),
  changes: list(changes),
  alarms: list(alarms),
  leads: list(leads),
  callbacks: list(callbacks),
  optOut: optOuts.nullable(),
  thread: threads.nullable(),
  isPartial,
})
export type ThreadView = z.infer<typeof ThreadView>

export const CallsView = z.object({
  calls: list(calls),
  patients: list(patients),
  changes: list(changes),
  /** Those the changes are about. */
  appointments: list(appointments),
  callbacks: list(callbacks),
  leads: list(leads),
  alarms: list(alarms),
  isPartial,
})
export type CallsView = z.infer<typeof CallsView>

export const CallView = z.object({
  call: calls,
  turns: list(callTurns),
  changes: list(changes),
  appointments: list(appointments),
  leads: list(leads),
  callbacks: list(callbacks),
  alarms: list(alarms),
  messages: list(messages),
  patients: list(patients),
  /** False while offline and the turns were never fetched. */
  isComplete: z.boolean(),
})
export type CallView = z.infer<typeof CallView>

export const PersonView = z.object({
  patient: patients,
  household: list(patients),
  appointments: list(appointments),
  optOuts: list(optOuts),
  messages: list(messages),
  calls: list(calls),
  callbacks: list(callbacks),
  leads: list(leads),
  changes: list(changes),
  audit: list(AuditLine),
  /** False while offline: only what this desk keeps. */
  isComplete: z.boolean(),
})
export type PersonView = z.infer<typeof PersonView>

/** Everyone on a number, for an incoming call. */
export const HouseholdView = z.object({
  phoneNumber: PhoneNumber,
  patients: list(patients),
  appointments: list(appointments),
  optOut: optOuts.nullable(),
  callbacks: list(callbacks),
  lastCallAt: Instant.nullable(),
})
export type HouseholdView = z.infer<typeof HouseholdView>

/** What came and went on one of our numbers since a trial began, newest first, at most fifty each. */
export const TrialView = z.object({ calls: list(calls), callTurns: list(callTurns), messages: list(messages) })
export type TrialView = z.infer<typeof TrialView>
