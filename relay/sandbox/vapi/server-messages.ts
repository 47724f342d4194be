import { artifactMessages, callAnalysis, callArtifact, modelMessages } from './call-artifact.ts'
import { callCosts } from './call-costs.ts'
import type { CallRecord, CallStatus } from './call-record.ts'
import { callShape, customerShape } from './call-shape.ts'
import { type Assistant, isoInstant, type PhoneNumber, type VapiWorld } from './world.ts'

/** The envelope that every message to the relay has around its own fields. */
export function envelope(world: VapiWorld, call: CallRecord, type: string, fields: Record<string, unknown>): Record<string, unknown> {
  const assistant = world.assistants.get(call.assistantId ?? '')
  return {
    timestamp: world.now(),
    type,
    ...fields,
    call: callShape(world, call),
    phoneNumber: publicNumber(world.phoneNumbers.get(call.phoneNumberId ?? ''), call),
    customer: customerShape(call),
    assistant: publicAssistant(assistant),
    assistantVersion: null,
  }
}

export const statusUpdate = (world: VapiWorld, call: CallRecord, status: CallStatus) =>
  envelope(world, call, 'status-update', {
    status,
    ...(status === 'ended' && { endedReason: call.endedReason }),
    artifact: artifactSoFar(world, call),
  })

export const transcriptMessage = (world: VapiWorld, call: CallRecord, type: string, role: 'user' | 'assistant', text: string) =>
  envelope(world, call, type, {
    role,
    transcriptType: 'final',
    transcript: text,
    isFiltered: false,
    detectedThreats: [],
    artifact: artifactSoFar(world, call),
  })

export const toolCallsMessage = (world: VapiWorld, call: CallRecord, lists: Record<string, unknown>) =>
  envelope(world, call, 'tool-calls', { ...lists, artifact: artifactSoFar(world, call) })

export const transferRequest = (world: VapiWorld, call: CallRecord) =>
  envelope(world, call, 'transfer-destination-request', { artifact: artifactSoFar(world, call) })

export function endOfCallReport(world: VapiWorld, call: CallRecord) {
  const { total, costs } = callCosts(call)
  return envelope(world, call, 'end-of-call-report', {
    endedReason: call.endedReason,
    startedAt: isoInstant(call.startedAt ?? call.createdAt),
    endedAt: isoInstant(call.endedAt ?? call.createdAt),
    cost: total,
    costs,
    compliance: {},
    analysis: callAnalysis(call),
    artifact: callArtifact(call, world.assistants.get(call.assistantId ?? '')),
  })
}

function artifactSoFar(world: VapiWorld, call: CallRecord) {
  const assistant = world.assistants.get(call.assistantId ?? '')
  return { messages: artifactMessages(call, assistant), messagesOpenAIFormatted: modelMessages(call, assistant) }
}

function publicNumber(phoneNumber: PhoneNumber | undefined, call: CallRecord): Record<string, unknown> {
  if (!phoneNumber) return { id: call.phoneNumberId, provider: 'twilio', number: call.ourNumber, twilioAccountSid: '' }
  const { twilioAuthToken: _token, twilioApiKey: _key, twilioApiSecret: _secret, ...shown } = phoneNumber
  return shown
}

const publicAssistant = (assistant: Assistant | undefined): Record<string, unknown> => assistant ?? { name: 'Receptionist' }
