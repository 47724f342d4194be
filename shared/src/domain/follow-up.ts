import { z } from 'zod'
import { AlarmId, AppointmentId, CallbackId, CallId, LeadId, MessageId, PatientId } from './ids.ts'
import { PhoneNumber } from './phone.ts'
import { Instant } from './practice-time.ts'
import { line, paragraph } from './text.ts'

/** Follow-up work, such as "cancelled, rebook". */
export const Lead = z.object({
  id: LeadId,
  kind: z.enum(['rebook', 'closed_day', 'urgent', 'possible_duplicate', 'said_not_done', 'new_patient']),
  patientId: PatientId.nullable(),
  phoneNumber: PhoneNumber.nullable(),
  appointmentId: AppointmentId.nullable(),
  callId: CallId.nullable(),
  messageId: MessageId.nullable(),
  reason: line(300),
  owner: line(80).nullable(),
  /** Out of sight until then. */
  snoozedUntil: Instant.nullable(),
  /** What was tried so far, a line for each attempt. */
  note: paragraph(1_000).default(''),
  status: z.enum(['open', 'done']),
  outcome: paragraph(1_000).nullable(),
  createdAt: Instant,
  doneAt: Instant.nullable(),
})
export type Lead = z.infer<typeof Lead>

/** A promise to phone back, with the time it is due. */
export const Callback = z.object({
  id: CallbackId,
  patientId: PatientId.nullable(),
  /** As the caller gave it, when no patient is known for sure. */
  callerName: line(120).nullable(),
  phoneNumber: PhoneNumber.nullable(),
  reason: line(300),
  urgency: z.enum(['routine', 'urgent']),
  dueAt: Instant,
  owner: line(80).nullable(),
  /** What was tried so far, a line for each attempt. */
  note: paragraph(1_000).default(''),
  status: z.enum(['open', 'done']),
  outcome: paragraph(1_000).nullable(),
  callId: CallId.nullable(),
  messageId: MessageId.nullable(),
  createdAt: Instant,
  doneAt: Instant.nullable(),
})
export type Callback = z.infer<typeof Callback>

/** An emergency that repeats until a person acknowledges it, and climbs the on-call ladder meanwhile. */
export const Alarm = z.object({
  id: AlarmId,
  description: line(500),
  matched: z.array(z.string()),
  phoneNumber: PhoneNumber.nullable(),
  callerName: line(120).nullable(),
  patientId: PatientId.nullable(),
  callId: CallId.nullable(),
  messageId: MessageId.nullable(),
  raisedAt: Instant,
  /** How many texts the ladder has sent; it goes round at most three times. */
  ladderStep: z.int(),
  nextStepAt: Instant.nullable(),
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
})
export type Alarm = z.infer<typeof Alarm>
