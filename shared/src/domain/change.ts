import { z } from 'zod'
import { AppointmentId, CallId, ChangeId, MessageId } from './ids.ts'
import { Instant } from './practice-time.ts'

export const ChangeWhy = z.object({ rule: z.string(), matched: z.array(z.string()) })
export type ChangeWhy = z.infer<typeof ChangeWhy>

/** One change of an appointment that a machine made, with its reason; staff can undo it in one key. */
export const Change = z.object({
  id: ChangeId,
  action: z.enum(['appointment.booked', 'appointment.moved', 'appointment.cancelled', 'appointment.confirmed']),
  appointmentId: AppointmentId,
  by: z.enum(['voice', 'text']),
  why: ChangeWhy,
  callId: CallId.nullable(),
  messageId: MessageId.nullable(),
  at: Instant,
  undoneAt: Instant.nullable(),
})
export type Change = z.infer<typeof Change>
