import { z } from 'zod'
import { anyList, anyObject, anything } from './loose-fields.ts'
import { ModelBody, ServerBody } from './model-body.ts'
import { TranscriberBody, VoiceBody } from './speech-body.ts'

export const SERVER_MESSAGES = [
  'assistant.started',
  'assistant.speechStarted',
  'conversation-update',
  'end-of-call-report',
  'function-call',
  'hang',
  'language-changed',
  'language-change-detected',
  'model-output',
  'phone-call-control',
  'speech-update',
  'status-update',
  'transcript',
  'transcript[transcriptType="final"]',
  'tool-calls',
  'transfer-destination-request',
  'handoff-destination-request',
  'transfer-update',
  'user-interrupted',
  'voice-input',
  'chat.created',
  'chat.deleted',
  'session.created',
  'session.updated',
  'session.deleted',
  'call.deleted',
  'call.delete.failed',
  'call.artifact.upload',
] as const

/** What `POST` and `PATCH /assistant` accept; everything else is refused, as Vapi does. Source: Vapi's OpenAPI description. */
export const AssistantBody = z.strictObject({
  name: z.string().max(40).optional(),
  transcriber: TranscriberBody.optional(),
  model: ModelBody.optional(),
  voice: VoiceBody.optional(),
  firstMessage: z.string().optional(),
  firstMessageInterruptionsEnabled: z.boolean().optional(),
  firstMessageMode: z
    .enum(['assistant-speaks-first', 'assistant-speaks-first-with-model-generated-message', 'assistant-waits-for-user'])
    .optional(),
  voicemailDetection: anything.optional(),
  clientMessages: z.array(z.string()).optional(),
  serverMessages: z.array(z.enum(SERVER_MESSAGES)).optional(),
  maxDurationSeconds: z.number().min(10).max(43_200).optional(),
  backgroundSound: z.string().optional(),
  modelOutputInMessagesEnabled: z.boolean().optional(),
  transportConfigurations: anyList.optional(),
  observabilityPlan: anything.optional(),
  credentials: anyList.optional(),
  hooks: z.array(z.looseObject({ on: z.string(), do: anything })).optional(),
  voicemailMessage: z.string().max(1000).optional(),
  endCallMessage: z.string().max(1000).optional(),
  endCallPhrases: z.array(z.string()).optional(),
  compliancePlan: z
    .strictObject({
      hipaaEnabled: z.boolean().optional(),
      pciEnabled: z.boolean().optional(),
      securityFilterPlan: anything.optional(),
      recordingConsentPlan: anything.optional(),
    })
    .optional(),
  metadata: anyObject.optional(),
  backgroundSpeechDenoisingPlan: anything.optional(),
  analysisPlan: anyObject.optional(),
  artifactPlan: anyObject.optional(),
  startSpeakingPlan: anyObject.optional(),
  stopSpeakingPlan: anyObject.optional(),
  monitorPlan: z
    .strictObject({
      listenEnabled: z.boolean().optional(),
      listenAuthenticationEnabled: z.boolean().optional(),
      controlEnabled: z.boolean().optional(),
      controlAuthenticationEnabled: z.boolean().optional(),
      monitorIds: anyList.optional(),
    })
    .optional(),
  credentialIds: z.array(z.string()).optional(),
  server: ServerBody.optional(),
  keypadInputPlan: anyObject.optional(),
})
export type AssistantBody = z.infer<typeof AssistantBody>
