import { z } from 'zod'
import { CallId, MessageId } from './ids.ts'
import { PhoneNumber } from './phone.ts'
import { Instant } from './practice-time.ts'

/** Why the reply reader decided as it did: the words that decided and the rule's name. */
export const Reading = z.object({ intent: z.string(), matched: z.array(z.string()), rule: z.string() })
export type Reading = z.infer<typeof Reading>

/** `waiting` in our outbox (also for quiet hours) · `sending` · `accepted` by the carrier service · `sent` · `delivered` ·
 *  `undelivered`/`failed` for good · `unknown`: it may or may not have gone out, never sent again by itself · `blocked`: not sent, the reason is in `error`. */
export const MessageStatus = z.enum([
  'received',
  'waiting',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'unknown',
  'blocked',
])
export type MessageStatus = z.infer<typeof MessageStatus>

export const MessagePurpose = z.enum([
  'reply',
  'booking_confirmation',
  'move_confirmation',
  'cancel_notice',
  'confirmation_request',
  'acknowledgement',
  'staff',
  'alarm',
])
export type MessagePurpose = z.infer<typeof MessagePurpose>

export const Message = z.object({
  id: MessageId,
  direction: z.enum(['inbound', 'outbound']),
  fromNumber: PhoneNumber,
  toNumber: PhoneNumber,
  /** The other side's number, whichever direction: what a thread is grouped by. */
  patientNumber: PhoneNumber,
  body: z.string(),
  purpose: MessagePurpose,
  /** What an outbound text asked, so that "yes" can be bound to it. */
  asked: z.enum(['appointment', 'offer', 'none']),
  relatedType: z.enum(['appointment', 'alarm']).nullable(),
  relatedId: z.string().nullable(),
  provider: z.enum(['twilio']),
  providerMessageId: z.string().nullable(),
  status: MessageStatus,
  errorCode: z.string().nullable(),
  /** What staff should know or do, in plain words. */
  error: z.string().nullable(),
  segments: z.int(),
  mediaCount: z.int(),
  sentBy: z.enum(['patient', 'machine', 'desk']),
  sourceCallId: CallId.nullable(),
  reading: Reading.nullable(),
  /** `open`: a person must read it; `attentionReason` says why the machine did not act. */
  attention: z.enum(['none', 'open', 'done']),
  attentionReason: z.string().nullable(),
  /** Not before this; set by quiet hours and retries. */
  sendAfter: Instant.nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
})
export type Message = z.infer<typeof Message>
