import { randomUUID } from 'node:crypto'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

/** A call that is going on. */
export function callOf(id: CallId, phone: string, now: Instant): Call {
  return {
    id,
    externalId: randomUUID(),
    phoneNumberId: null,
    direction: 'inbound',
    callerNumber: phone as PhoneNumber,
    status: 'in_progress',
    startedAt: now,
    endedAt: null,
    endedReason: null,
    summary: null,
    structuredData: null,
    successEvaluation: null,
    costMicrodollars: null,
    recordingRef: null,
    urgency: 'none',
    provenPatientIds: [],
    difference: null,
    hasReport: false,
    takenOverBy: null,
    takenOverAt: null,
    createdAt: now,
    updatedAt: now,
  }
}

/** A patient's text that waits for a person. */
export function messageOf(id: Message['id'], phone: string, ours: PhoneNumber, now: Instant): Message {
  return {
    id,
    direction: 'inbound',
    fromNumber: phone as PhoneNumber,
    toNumber: ours,
    patientNumber: phone as PhoneNumber,
    body: 'Who is this?',
    purpose: 'reply',
    asked: 'none',
    relatedType: null,
    relatedId: null,
    provider: 'twilio',
    providerMessageId: randomUUID(),
    status: 'received',
    errorCode: null,
    error: null,
    segments: 1,
    mediaCount: 0,
    sentBy: 'patient',
    sourceCallId: null,
    reading: null,
    attention: 'open',
    attentionReason: 'A question',
    sendAfter: null,
    createdAt: now,
    sentAt: null,
    receivedAt: now,
    deliveredAt: null,
  }
}
