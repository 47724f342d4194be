import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AssistantSpec } from '../../ports/assistant-host.ts'

/** An assistant in our own words, for tests. */
export const sampleSpec = (more: Partial<AssistantSpec> = {}): AssistantSpec => ({
  firstMessage: 'Bright Smile Dental, this is Ava, an AI assistant. How can I help?',
  prompt: 'You answer the phone of Bright Smile Dental. It is {{ "now" | date: "%A, %B %d, %Y", "America/Chicago" }}.',
  languages: ['en'],
  voice: 'warm',
  keyterms: ['Bright Smile', 'Dr. Patel'],
  tools: [
    {
      name: 'check_availability',
      path: '/api/vapi/check-availability',
      description: 'Find open times. Call it before any time is offered.',
      parameters: { type: 'object', properties: { when: { type: 'string', description: 'As the caller said it.' } }, required: ['when'] },
      startLine: 'One moment while I look.',
    },
    {
      name: 'request_callback',
      path: '/api/vapi/request-callback',
      description: 'Leave word that the practice shall call back.',
      parameters: { type: 'object', properties: { reason: { type: 'string' } }, required: [] },
      startLine: null,
    },
  ],
  transfer: { number: '+15125550100' as PhoneNumber, description: 'The front desk.', words: 'Connecting you to the front desk.' },
  failureWords: 'Something went wrong on our side. Connecting you to the front desk.',
  desk: '+15125550100' as PhoneNumber,
  recordCalls: false,
  maxSeconds: 840,
  summaryPrompt: 'Say in two sentences why they called and what came of it.',
  timeZone: 'America/Chicago' as TimeZone,
  ...more,
})
