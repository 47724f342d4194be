import { callAnalysis, callArtifact } from './call-artifact.ts'
import { callCosts } from './call-costs.ts'
import type { CallRecord } from './call-record.ts'
import { isoInstant, type VapiWorld } from './world.ts'

/** The fields of a call that stand in every webhook and every answer. */
export function callShape(world: VapiWorld, call: CallRecord) {
  return {
    id: call.id,
    orgId: world.orgId,
    createdAt: isoInstant(call.createdAt),
    updatedAt: isoInstant(call.updatedAt),
    type: call.type,
    status: call.status,
    ...(call.startedAt !== undefined && { startedAt: isoInstant(call.startedAt) }),
    ...(call.endedAt !== undefined && { endedAt: isoInstant(call.endedAt), endedReason: call.endedReason }),
    ...(call.name !== undefined && { name: call.name }),
    ...(call.assistantId !== undefined && { assistantId: call.assistantId }),
    ...(call.phoneNumberId !== undefined && { phoneNumberId: call.phoneNumberId }),
    customer: customerShape(call),
    phoneCallProvider: 'twilio',
    phoneCallProviderId: call.callSid,
    phoneCallTransport: 'pstn',
    transport: { provider: 'twilio', conversationType: 'voice', callSid: call.callSid },
    monitor: {
      listenUrl: `wss://phone-call-websocket.aws-us-west-2-backend-production1.vapi.ai/${call.id}/listen`,
      controlUrl: `${world.controlBase()}/${call.id}/control`,
    },
  }
}

/** A call as `GET /call/:id` shows it: once it has ended, with all that the report said. */
export function wholeCallShape(world: VapiWorld, call: CallRecord) {
  const shape = callShape(world, call)
  if (call.status !== 'ended') return shape
  const { total, costs, costBreakdown } = callCosts(call)
  const artifact = callArtifact(call, world.assistants.get(call.assistantId ?? ''))
  return { ...shape, cost: total, costs, costBreakdown, messages: artifact.messages, artifact, analysis: callAnalysis(call) }
}

/** The caller; without a number when it is withheld. */
export const customerShape = (call: CallRecord): { number?: string } =>
  call.customerNumber === undefined ? {} : { number: call.customerNumber }
