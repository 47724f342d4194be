import { z } from 'zod'
import { Appointment, Opening } from '../domain/appointment.ts'
import { AssistantVersion } from '../domain/assistant.ts'
import { Call, CallTurn } from '../domain/call.ts'
import { Change } from '../domain/change.ts'
import { Device } from '../domain/device.ts'
import { Alarm, Callback, Lead } from '../domain/follow-up.ts'
import { Message } from '../domain/message.ts'
import { OnboardingRun } from '../domain/onboarding.ts'
import { OptOut, Patient } from '../domain/patient.ts'
import { AppointmentType, Closure, Operatory, Practice, PracticePhone, Provider, ProviderHours } from '../domain/practice.ts'
import { Instant } from '../domain/practice-time.ts'
import { TextRegistration } from '../domain/registration.ts'
import { Thread } from '../domain/thread.ts'

/** Every kind of entity an event or a snapshot carries, by the name of its list. */
export const entities = {
  practice: Practice,
  providers: Provider,
  operatories: Operatory,
  appointmentTypes: AppointmentType,
  hours: ProviderHours,
  closures: Closure,
  phoneNumbers: PracticePhone,
  patients: Patient,
  appointments: Appointment,
  openings: Opening,
  messages: Message,
  optOuts: OptOut,
  threads: Thread,
  calls: Call,
  callTurns: CallTurn,
  leads: Lead,
  callbacks: Callback,
  alarms: Alarm,
  changes: Change,
  devices: Device,
  onboardingRuns: OnboardingRun,
  assistantVersions: AssistantVersion,
  textRegistrations: TextRegistration,
} as const
export type EntityKind = keyof typeof entities
export type EntityOf<K extends EntityKind> = z.infer<(typeof entities)[K]>

/** The full new value of each entity an event changed; a kind that did not change is absent. */
export type Changed = { [K in EntityKind]?: EntityOf<K>[] }
export const Changed: z.ZodType<Changed> = z.object(
  Object.fromEntries(Object.entries(entities).map(([kind, schema]) => [kind, z.array(schema as z.ZodType).optional()])),
) as unknown as z.ZodType<Changed>

/** From the most telling to the least: an event of several causes is named after the first of them here. */
export const EventType = z.enum([
  'alarm.raised',
  'appointment.cancelled',
  'appointment.moved',
  'appointment.booked',
  'change.undone',
  'appointment.confirmed',
  'appointment.changed',
  'practice.created',
  'setup.changed',
  'alarm.changed',
  'onboarding.changed',
  'number.changed',
  'assistant.changed',
  'registration.changed',
  'call.ended',
  'call.started',
  'message.received',
  'message.queued',
  'callback.changed',
  'lead.changed',
  'patient.changed',
  'message.changed',
  'thread.changed',
  'call.changed',
  'call.turn',
  'device.changed',
])
export type EventType = z.infer<typeof EventType>

export const Actor = z.object({ kind: z.enum(['voice', 'text', 'desk', 'operator', 'system']), id: z.string().nullable() })
export type Actor = z.infer<typeof Actor>

/** One committed change of a practice. `seq` counts without gaps per practice; number order is commit order. */
export const DeskEvent = z.object({ seq: z.int(), type: EventType, at: Instant, by: Actor, changed: Changed })
export type DeskEvent = z.infer<typeof DeskEvent>

/** Says that the id a desk resumed from is no longer kept; the desk takes a snapshot and goes on from its `seq`. */
export const RESET_EVENT = 'reset'
