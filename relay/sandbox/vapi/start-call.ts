import type { OutsideAnswer } from '../wire/outside-fetch.ts'
import type { CallRecord } from './call-record.ts'
import { type CallSession, openSession, type SessionParts } from './call-session.ts'
import type { CallBody } from './phone-number-body.ts'
import type { Secret } from './relay-post.ts'
import { envelope } from './server-messages.ts'
import type { VapiWorld } from './world.ts'

export type IncomingCall = {
  /** An E.164 number, or null when the caller withholds it. */
  from: string | null
  phoneNumberId?: string
  /** Default is the assistant of the number; with neither, the relay is asked for one. */
  assistantId?: string
  /** The practice's number; default is that of `phoneNumberId`. */
  to?: string
  secret?: Secret
}

/** A patient's call reaches the assistant: the relay hears `ringing` and `in-progress`. */
export async function startIncoming(parts: SessionParts, incoming: IncomingCall): Promise<CallSession> {
  const { world } = parts
  const number = world.phoneNumbers.get(incoming.phoneNumberId ?? '')
  const call = recordCall(world, {
    type: 'inboundPhoneCall',
    assistantId: incoming.assistantId ?? number?.assistantId,
    phoneNumberId: incoming.phoneNumberId,
    ourNumber: incoming.to ?? number?.number ?? '',
    customerNumber: incoming.from ?? undefined,
  })
  const session = openSession(parts, call)
  const secret = incoming.secret ?? 'right'
  if (call.assistantId === undefined) call.assistantId = await askForAssistant(parts, call, secret)
  await session.status('ringing', { secret })
  await session.status('in-progress', { secret })
  const greeting = world.assistants.get(call.assistantId ?? '')?.firstMessage
  if (greeting) await session.say('assistant', greeting, { secret })
  return session
}

/** A call that Vapi places; it is queued until its turn comes. */
export const recordOutbound = (world: VapiWorld, body: CallBody): CallRecord =>
  recordCall(world, {
    type: 'outboundPhoneCall',
    assistantId: body.assistantId,
    phoneNumberId: body.phoneNumberId,
    ourNumber: world.phoneNumbers.get(body.phoneNumberId ?? '')?.number ?? '',
    customerNumber: body.customer?.number,
    name: body.name,
  })

function recordCall(
  world: VapiWorld,
  given: Pick<CallRecord, 'type' | 'assistantId' | 'phoneNumberId' | 'ourNumber' | 'customerNumber'> & { name?: string | undefined },
): CallRecord {
  const at = world.now()
  const call: CallRecord = {
    ...given,
    id: world.newId(),
    status: 'queued',
    callSid: `CA${world.newId().replaceAll('-', '')}`,
    createdAt: at,
    updatedAt: at,
    startedAt: undefined,
    endedAt: undefined,
    endedReason: undefined,
    name: given.name,
    turns: [],
    summary: undefined,
    structuredData: undefined,
    cost: undefined,
  }
  world.calls.set(call.id, call)
  return call
}

const ASSISTANT_REQUEST_MS = 7_500

/** The number has no assistant of its own: the relay is asked for one, with Vapi's fixed time limit. */
async function askForAssistant(parts: SessionParts, call: CallRecord, secret: Secret): Promise<string | undefined> {
  const message = envelope(parts.world, call, 'assistant-request', {})
  const answer = await parts.post(`${parts.relayBase()}/api/webhooks/vapi`, message, { secret, timeoutMs: ASSISTANT_REQUEST_MS })
  return readAssistantId(answer)
}

function readAssistantId(answer: OutsideAnswer): string | undefined {
  if (answer.status !== 200) return undefined
  try {
    const parsed = JSON.parse(answer.body) as { assistantId?: unknown }
    return typeof parsed.assistantId === 'string' ? parsed.assistantId : undefined
  } catch {
    return undefined
  }
}
