import { randomUUID } from 'node:crypto'
import { signWebhook } from '@dentalanswer/relay/sandbox/twilio/signature.ts'
import type { LoadRequest } from './generator.ts'
import type { SeededPractice } from './seed-store.ts'

export const ACCOUNT_SID = `AC${'0123456789abcdef'.repeat(2)}`
export const AUTH_TOKEN = 'fedcba9876543210fedcba9876543210'
export const WEBHOOK_SECRET = 'a-secret-for-the-load-only'

const JSON_HEADERS = { 'content-type': 'application/json', 'x-vapi-secret': WEBHOOK_SECRET }

export type Caller = { callId: string; number: string }

/** What every message of the voice service says about its call, with the fields the real one has beside those the relay reads. */
function envelope(practice: SeededPractice, caller: Caller, type: string, fields: object) {
  const { phoneNumber, vapiPhoneNumberId, vapiAssistantId } = practice.setup.phoneNumbers[0]!
  const at = new Date().toISOString()
  return {
    timestamp: Date.now(),
    type,
    ...fields,
    call: {
      id: caller.callId,
      orgId: '6f3a2f0e-2b1c-4c55-9a36-3b0f2f1d9e11',
      type: 'inboundPhoneCall',
      status: 'in-progress',
      createdAt: at,
      updatedAt: at,
      phoneCallProvider: 'twilio',
      phoneCallTransport: 'pstn',
      phoneNumberId: vapiPhoneNumberId,
      assistantId: vapiAssistantId,
      customer: { number: caller.number },
      monitor: { listenUrl: 'wss://calls.example/listen', controlUrl: 'https://calls.example/control' },
    },
    phoneNumber: { id: vapiPhoneNumberId, provider: 'twilio', number: phoneNumber, assistantId: vapiAssistantId },
    customer: { number: caller.number },
    assistant: { id: vapiAssistantId, name: 'Receptionist', firstMessage: 'Thank you for calling. How can I help?' },
    artifact: { messages: TALK, messagesOpenAIFormatted: TALK.map(({ role, message }) => ({ role, content: message })) },
  }
}

const TALK = [
  { role: 'assistant', message: 'Thank you for calling. How can I help?', time: 1, secondsFromStart: 0.8 },
  { role: 'user', message: 'Hi, I would like to make an appointment.', time: 2, secondsFromStart: 4.1 },
  { role: 'assistant', message: 'Gladly. What would you like to come in for, and which day suits you?', time: 3, secondsFromStart: 6.9 },
]

export function toolCall(practice: SeededPractice, caller: Caller, name: string, args: object): LoadRequest {
  const call = { id: `call_${randomUUID()}`, type: 'function', function: { name, arguments: args } }
  const lists = { toolCallList: [call], toolWithToolCallList: [{ type: 'function', name, toolCall: call }] }
  const message = envelope(practice, caller, 'tool-calls', lists)
  return { tag: name, method: 'POST', path: `/api/vapi/${name}`, headers: JSON_HEADERS, body: JSON.stringify({ message }) }
}

export function statusUpdate(practice: SeededPractice, caller: Caller, status: string): LoadRequest {
  const message = envelope(practice, caller, 'status-update', { status })
  return { tag: 'status-update', method: 'POST', path: '/api/webhooks/vapi', headers: JSON_HEADERS, body: JSON.stringify({ message }) }
}

export function inboundText(relayUrl: string, practice: SeededPractice, from: string, body: string): LoadRequest {
  const sid = `SM${randomUUID().replaceAll('-', '')}`
  const params = {
    AccountSid: ACCOUNT_SID,
    ApiVersion: '2010-04-01',
    Body: body,
    From: from,
    FromCountry: 'US',
    MessageSid: sid,
    NumMedia: '0',
    NumSegments: '1',
    SmsMessageSid: sid,
    SmsSid: sid,
    SmsStatus: 'received',
    To: practice.setup.phoneNumbers[0]!.phoneNumber,
  }
  const path = '/api/webhooks/twilio/sms'
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signWebhook(AUTH_TOKEN, relayUrl + path, params),
  }
  return { tag: 'sms', method: 'POST', path, headers, body: new URLSearchParams(params).toString() }
}
