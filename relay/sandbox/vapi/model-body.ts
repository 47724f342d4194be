import { z } from 'zod'
import { anyList, anyObject, anything, unchecked } from './loose-fields.ts'

const MODELS = [
  'anthropic-bedrock',
  'anyscale',
  'cerebras',
  'custom-llm',
  'deep-seek',
  'deepinfra',
  'google',
  'groq',
  'inflection-ai',
  'minimax',
  'openrouter',
  'perplexity-ai',
  'together-ai',
  'vapi',
  'xai',
] as const

export const ServerBody = z.strictObject({
  url: z.string().optional(),
  credentialId: z.string().optional(),
  headers: anyObject.optional(),
  timeoutSeconds: z.number().min(1).max(300).optional(),
  staticIpAddressesEnabled: z.boolean().optional(),
  encryptedPaths: anyList.optional(),
  backoffPlan: z
    .strictObject({
      type: z.enum(['fixed', 'exponential']),
      maxRetries: z.number().min(0).max(10),
      baseDelaySeconds: z.number().min(0).max(10),
      excludedStatusCodes: z.array(z.number()).optional(),
    })
    .optional(),
})

const TransferPlanBody = z.strictObject({
  mode: z.string(),
  message: anything.optional(),
  timeout: z.number().optional(),
  sipVerb: anything.optional(),
  dialTimeout: z.number().optional(),
  holdAudioUrl: z.string().optional(),
  transferCompleteAudioUrl: z.string().optional(),
  contextEngineeringPlan: anything.optional(),
  twiml: z.string().max(4096).optional(),
  summaryPlan: anything.optional(),
  sipHeadersInReferToEnabled: z.boolean().optional(),
  fallbackPlan: anything.optional(),
})

export const DestinationBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('number'),
    number: z.string(),
    extension: z.string().optional(),
    callerId: z.string().optional(),
    message: anything.optional(),
    numberE164CheckEnabled: z.boolean().optional(),
    transferPlan: TransferPlanBody.optional(),
    description: z.string().optional(),
  }),
  z.looseObject({ type: z.enum(['sip', 'assistant']) }),
])

const ToolBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('function'),
    messages: anyList.optional(),
    async: z.boolean().optional(),
    server: ServerBody.optional(),
    variableExtractionPlan: anything.optional(),
    parameters: z.array(z.strictObject({ key: z.string(), value: anything })).optional(),
    function: z
      .strictObject({
        name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
        strict: z.boolean().optional(),
        description: z.string().optional(),
        parameters: anyObject.optional(),
      })
      .optional(),
    rejectionPlan: anything.optional(),
  }),
  z.strictObject({
    type: z.literal('transferCall'),
    messages: anyList.optional(),
    destinations: z.array(DestinationBody).optional(),
    rejectionPlan: anything.optional(),
  }),
  z.strictObject({ type: z.literal('endCall'), messages: anyList.optional(), rejectionPlan: anything.optional() }),
  z.looseObject({ type: z.enum(['apiRequest', 'code', 'dtmf', 'handoff', 'mcp', 'query', 'sipRequest', 'sms', 'voicemail']) }),
])

const modelFields = {
  messages: z.array(z.strictObject({ role: z.string(), content: z.string().nullable() })).optional(),
  tools: z.array(ToolBody).optional(),
  toolIds: z.array(z.string()).optional(),
  toolRefs: anyList.optional(),
  knowledgeBase: anything.optional(),
  model: z.string(),
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.number().min(50).max(10_000).optional(),
  emotionRecognitionEnabled: z.boolean().optional(),
  numFastTurns: z.number().optional(),
}

export const ModelBody = z.discriminatedUnion('provider', [
  z.strictObject({
    ...modelFields,
    provider: z.literal('openai'),
    fallbackModels: z.array(z.string()).optional(),
    toolStrictCompatibilityMode: anything.optional(),
    promptCacheRetention: anything.optional(),
    promptCacheKey: z.string().optional(),
    reasoningEffort: anything.optional(),
  }),
  z.strictObject({ ...modelFields, provider: z.literal('anthropic'), thinking: anything.optional() }),
  unchecked(MODELS),
])
