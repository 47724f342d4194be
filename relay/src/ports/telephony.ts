import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

export type OutgoingText = {
  from: PhoneNumber
  to: PhoneNumber
  body: string
  messagingServiceSid: string | null
  /** Our own id; the status callbacks carry it, so that one can come before the answer to this request. */
  reference: string
}

/** `accepted`: it will be sent. `refused`: certainly not sent, and never will be. `later`: certainly not sent, may be tried again.
 *  `unknown`: it may have been sent; never send it again before it has been looked up. */
export type SendOutcome =
  | { kind: 'accepted'; providerMessageId: string; segments: number | null }
  | { kind: 'refused'; code: string }
  | { kind: 'later'; code: string; retryAfterMs: number | null }
  | { kind: 'unknown'; code: string }

export type FoundText = { providerMessageId: string; status: string; errorCode: string | null }

/** A text a patient sent to one of our numbers, as the vendor keeps it. */
export type ReceivedText = {
  messageSid: string
  from: PhoneNumber
  body: string
  mediaCount: number
  segments: number
  receivedAt: Instant
}

/** Sends texts. Nothing it throws or returns holds credentials, bodies or numbers. */
export interface Telephony {
  sendText(text: OutgoingText): Promise<SendOutcome>
  /** The same text, sent at or after `since`, as the vendor knows it; null when it has none. Throws when the vendor cannot be asked. */
  findText(text: Pick<OutgoingText, 'from' | 'to' | 'body'>, since: Instant): Promise<FoundText | null>
  /** Texts that came in on one of our numbers at or after `since`, at most the newest 200. Throws when the vendor cannot be asked. */
  receivedTexts(to: PhoneNumber, since: Instant): Promise<ReceivedText[]>
}
