import { z } from 'zod'
import { CallId, PatientId, PhoneNumberId } from './ids.ts'
import { PhoneNumber } from './phone.ts'
import { Instant } from './practice-time.ts'
import { line } from './text.ts'

export const Urgency = z.enum(['none', 'urgent', 'emergency'])
export type Urgency = z.infer<typeof Urgency>

export const Call = z.object({
  id: CallId,
  /** The voice service's own id of the call. */
  externalId: z.string(),
  phoneNumberId: PhoneNumberId.nullable(),
  direction: z.enum(['inbound', 'outbound']),
  /** Null when withheld. */
  callerNumber: PhoneNumber.nullable(),
  status: z.enum(['ringing', 'in_progress', 'forwarding', 'ended']),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedReason: z.string().nullable(),
  summary: z.string().nullable(),
  structuredData: z.record(z.string(), z.unknown()).nullable(),
  successEvaluation: z.string().nullable(),
  costMicrodollars: z.int().nullable(),
  /** Where the recording can be fetched from, for the voice adapter; never a public address. */
  recordingRef: z.string().nullable(),
  urgency: Urgency,
  /** Who proved themselves in this call. */
  provenPatientIds: z.array(PatientId),
  /** Where what was said and what was done differ, in words for staff. */
  difference: z.string().nullable(),
  hasReport: z.boolean(),
  /** Who at the desk had the live call put through to the practice; null again when that failed. */
  takenOverBy: line(80).nullable(),
  takenOverAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Call = z.infer<typeof Call>

export const CallTurn = z.object({
  callId: CallId,
  position: z.int(),
  role: z.enum(['caller', 'assistant', 'tool']),
  text: z.string(),
  at: Instant,
})
export type CallTurn = z.infer<typeof CallTurn>
