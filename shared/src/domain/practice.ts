import { z } from 'zod'
import { AssistantSettings, FIRST_ASSISTANT } from './assistant.ts'
import { AppointmentTypeId, ClosureId, OperatoryId, PhoneNumberId, PracticeId, ProviderId } from './ids.ts'
import { ForwardTest, NumberHealth, NumberTrial } from './onboarding.ts'
import { PhoneNumber } from './phone.ts'
import { Instant, LocalTime, TimeZone } from './practice-time.ts'
import { line } from './text.ts'
import { FIRST_TEMPLATES, TextTemplates } from './text-template.ts'

export const PracticeSettings = z.object({
  /** Starts lie on wall-clock multiples of this, counted from midnight. */
  slotStepMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)]).default(15),
  /** How soon before its start a machine may still book. Staff may always. */
  minimumNoticeMinutes: z.int().min(0).max(20_160).default(60),
  /** How far ahead a machine may book. The trade's own limit is 18 months. */
  horizonDays: z.int().min(1).max(548).default(365),
  newPatientsPerDay: z.int().min(0).max(100).nullable().default(null),
  /** `ask_staff` turns a texted cancellation into work for a person instead of acting on it. */
  cancelByText: z.enum(['automatic', 'ask_staff']).default('automatic'),
  /** Whom an unacknowledged emergency goes to, in order. */
  onCall: z
    .array(z.object({ name: line(60, 1), phoneNumber: PhoneNumber }))
    .max(10)
    .default([]),
  alarmLadderMinutes: z.int().min(1).max(60).default(2),
  /** What "someone will call you back" promises when the caller names no time. */
  callbackWithinMinutes: z.int().min(5).max(2_880).default(60),
  /** Where a live call that staff take over is put through to; null: calls cannot be taken over. */
  transferNumber: PhoneNumber.nullable().default(null),
  textTemplates: TextTemplates.default(FIRST_TEMPLATES),
  assistant: AssistantSettings.default(FIRST_ASSISTANT),
})
export type PracticeSettings = z.infer<typeof PracticeSettings>

export const Practice = z.object({
  id: PracticeId,
  name: line(80, 1),
  /** What texts call the practice; short, so that a text stays one segment. */
  textName: line(30, 1),
  /** The number patients are told to call. */
  phoneNumber: PhoneNumber,
  country: z.string().regex(/^[A-Z]{2}$/),
  timeZone: TimeZone,
  settings: PracticeSettings,
  /** Rises with every change of providers, operatories, types, hours, closures or settings. */
  setupVersion: z.int(),
})
export type Practice = z.infer<typeof Practice>

export const Provider = z.object({
  id: ProviderId,
  name: line(80, 1),
  /** What is said aloud and matched against what callers say: "Doctor Patel". */
  spokenName: line(80, 1),
  role: z.enum(['dentist', 'hygienist', 'assistant']),
  active: z.boolean(),
  position: z.int().min(0).max(1000),
})
export type Provider = z.infer<typeof Provider>

export const Operatory = z.object({ id: OperatoryId, name: line(60, 1), active: z.boolean(), position: z.int().min(0).max(1000) })
export type Operatory = z.infer<typeof Operatory>

const Duration = z
  .int()
  .min(5)
  .max(600)
  .refine((minutes) => minutes % 5 === 0, 'must be a multiple of 5')

export const AppointmentType = z.object({
  id: AppointmentTypeId,
  name: line(60, 1),
  /** Other words callers use for it: "checkup", "teeth cleaning". */
  spokenNames: z.array(line(60, 1)).max(30),
  durationMinutes: Duration,
  /** Turnover: the operatory stays taken this long after the visit. */
  bufferMinutes: z
    .int()
    .min(0)
    .max(120)
    .refine((minutes) => minutes % 5 === 0, 'must be a multiple of 5'),
  /** Who may do it, in order of preference, each with an own duration where it differs. */
  providers: z.array(z.object({ providerId: ProviderId, durationMinutes: Duration.nullable() })).max(60),
  /** Where it may be done, in order of preference. */
  operatoryIds: z.array(OperatoryId).max(60),
  patients: z.enum(['any', 'new', 'known']),
  minimumAge: z.int().min(0).max(120).nullable(),
  maximumAge: z.int().min(0).max(120).nullable(),
  isEmergency: z.boolean(),
  /** A hygiene visit needs a dentist at work for this long inside it; 0 for none. */
  dentistCheckMinutes: z.int().min(0).max(120),
  maxPerDay: z.int().min(1).max(200).nullable(),
  bookableByVoice: z.boolean(),
  active: z.boolean(),
  position: z.int().min(0).max(1000),
})
export type AppointmentType = z.infer<typeof AppointmentType>

export const Shift = z
  .object({ weekday: z.int().min(1).max(7), startsAt: LocalTime, endsAt: LocalTime })
  .refine((shift) => shift.startsAt < shift.endsAt, 'must end after it starts')
export type Shift = z.infer<typeof Shift>

/** A provider's whole week of wall-clock shifts; the gap between two shifts of a day is lunch. */
export const ProviderHours = z.object({ providerId: ProviderId, shifts: z.array(Shift).max(42) })
export type ProviderHours = z.infer<typeof ProviderHours>

export const Closure = z.object({
  id: ClosureId,
  /** `closed`: nobody works. `block`: the time is kept for something else. `emergency_block`: kept for emergencies until released. */
  kind: z.enum(['closed', 'block', 'emergency_block']),
  /** Both null: the whole practice. */
  providerId: ProviderId.nullable(),
  operatoryId: OperatoryId.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  /** From this instant an emergency block is open to every type. */
  releasedAt: Instant.nullable(),
  reason: line(120),
  removedAt: Instant.nullable(),
})
export type Closure = z.infer<typeof Closure>

export const PracticePhone = z.object({
  id: PhoneNumberId,
  phoneNumber: PhoneNumber,
  label: line(60),
  isPrimary: z.boolean(),
  /** `paused`: calls ring the desk instead of the assistant. */
  status: z.enum(['active', 'paused', 'released']),
  /** `given`: set up by the operator by hand; nothing about it is changed at the vendors without being asked. */
  way: z.enum(['given', 'new', 'forward', 'port']),
  /** The practice's own number that forwards here. */
  forwardedFrom: PhoneNumber.nullable(),
  /** Whether carriers let it text. `waiting`: its registration is under way; until then no text goes out. */
  texting: z.enum(['ready', 'waiting', 'refused']),
  twilioSid: z.string().nullable(),
  twilioAccountSid: z.string().nullable(),
  messagingServiceSid: z.string().nullable(),
  vapiPhoneNumberId: z.string().nullable(),
  vapiAssistantId: z.string().nullable(),
  /** Where its calls go while it is not paused, as the voice service set it when the number was given to it. */
  voiceUrl: z.string().nullable(),
  /** The version of the assistant it answers with. */
  assistantVersion: z.int().nullable(),
  rentMicrodollars: z.int().nullable(),
  health: NumberHealth,
  forwardTest: ForwardTest.nullable(),
  trial: NumberTrial.nullable(),
  /** It is given up then; until then that can be taken back. */
  releaseAt: Instant.nullable(),
  createdAt: Instant,
})
export type PracticePhone = z.infer<typeof PracticePhone>

/** Everything that decides when something may be booked. */
export const Setup = z.object({
  practice: Practice,
  providers: z.array(Provider),
  operatories: z.array(Operatory),
  appointmentTypes: z.array(AppointmentType),
  hours: z.array(ProviderHours),
  closures: z.array(Closure),
  phoneNumbers: z.array(PracticePhone),
})
export type Setup = z.infer<typeof Setup>
