import type { OutsideAnswer } from '../wire/outside-fetch.ts'
import type { CallRecord, CallStatus, ToolCall, Turn } from './call-record.ts'
import { wholeCallShape } from './call-shape.ts'
import type { PostToRelay, Secret } from './relay-post.ts'
import { endOfCallReport, statusUpdate, toolCallsMessage, transcriptMessage, transferRequest } from './server-messages.ts'
import { readToolAnswer, type ToolAnswer } from './tool-answers.ts'
import { type ToolShape, toolLists } from './tool-shapes.ts'
import { toolOf, trustedArguments } from './trusted-parameters.ts'
import type { VapiWorld } from './world.ts'

export type ToolOptions = {
  shape?: ToolShape
  /** Given again, the same call is delivered once more, as a retry would. */
  toolCallId?: string
  /** Further calls in the same message. */
  together?: { name: string; args: Record<string, unknown>; toolCallId?: string }[]
  /** `webhook` sends the message to the general webhook instead of the tool's own address. */
  via?: 'tool' | 'webhook'
  secret?: Secret
}

export type EndOptions = {
  endedReason?: string
  summary?: string
  structuredData?: Record<string, unknown>
  cost?: number
  /** `late` waits for `deliverReport()`; `lost` is never sent, but `GET /call/:id` has it all. */
  report?: 'normal' | 'duplicate' | 'out-of-order' | 'late' | 'lost'
  secret?: Secret
}

export type CallSession = {
  readonly id: string
  readonly record: CallRecord
  /** Calls a tool of the relay's as the assistant would. */
  tool: (name: string, args: Record<string, unknown>, options?: ToolOptions) => Promise<ToolAnswer>
  /** Someone speaks; the relay gets the final transcript when the assistant subscribes to it. */
  say: (role: 'user' | 'assistant', text: string, options?: { secret?: Secret }) => Promise<OutsideAnswer | undefined>
  status: (status: CallStatus, options?: { secret?: Secret }) => Promise<OutsideAnswer | undefined>
  /** The assistant wants to hand the call to a person and asks the relay to whom. */
  askTransfer: (options?: { secret?: Secret }) => Promise<OutsideAnswer | undefined>
  end: (options?: EndOptions) => Promise<{ status: OutsideAnswer | undefined; report: OutsideAnswer | undefined }>
  deliverReport: (options?: { secret?: Secret }) => Promise<OutsideAnswer | undefined>
  turns: () => Turn[]
  /** The call as Vapi's API shows it. */
  shape: () => Record<string, unknown>
}

export type SessionParts = { world: VapiWorld; post: PostToRelay; relayBase: () => string; usesAssistantServers: boolean }

export function openSession(parts: SessionParts, call: CallRecord): CallSession {
  const { world, post } = parts
  const assistant = () => world.assistants.get(call.assistantId ?? '')
  const touch = () => {
    call.updatedAt = world.now()
  }

  async function send(kinds: string[], message: (type: string) => unknown, secret: Secret | undefined) {
    const type = subscribedType(assistant()?.serverMessages, kinds)
    if (type === undefined) return undefined
    const server = assistant()?.server
    const url = parts.usesAssistantServers && server?.url ? server.url : `${parts.relayBase()}/api/webhooks/vapi`
    return post(url, message(type), { secret: secret ?? 'right', server })
  }

  const deliverReport: CallSession['deliverReport'] = ({ secret } = {}) =>
    send(['end-of-call-report'], () => endOfCallReport(world, call), secret)

  const status: CallSession['status'] = (next, { secret } = {}) => {
    call.status = next
    if (next === 'in-progress') call.startedAt ??= world.now()
    touch()
    return send(['status-update'], () => statusUpdate(world, call, next), secret)
  }

  return {
    id: call.id,
    record: call,
    status,
    deliverReport,
    say: (role, text, { secret } = {}) => {
      call.turns.push({ kind: 'said', role, text, at: world.now() })
      touch()
      const kinds = ['transcript', 'transcript[transcriptType="final"]']
      return send(kinds, (type) => transcriptMessage(world, call, type, role, text), secret)
    },
    askTransfer: ({ secret } = {}) => send(['transfer-destination-request'], () => transferRequest(world, call), secret),
    tool: (name, args, options = {}) => callTools(parts, call, name, args, options),
    end: async ({ report = 'normal', secret, ...said } = {}) => {
      call.endedAt = world.now()
      call.startedAt ??= call.endedAt
      call.endedReason = said.endedReason ?? 'customer-ended-call'
      call.summary = said.summary
      call.structuredData = said.structuredData
      call.cost = said.cost
      if (report === 'out-of-order') {
        call.status = 'ended'
        const early = await deliverReport({ secret: secret ?? 'right' })
        return { report: early, status: await status('ended', { secret: secret ?? 'right' }) }
      }
      const ended = await status('ended', { secret: secret ?? 'right' })
      if (report === 'late' || report === 'lost') return { status: ended, report: undefined }
      const first = await deliverReport({ secret: secret ?? 'right' })
      return { status: ended, report: report === 'duplicate' ? await deliverReport({ secret: secret ?? 'right' }) : first }
    },
    turns: () => call.turns.map((turn) => structuredClone(turn)),
    shape: () => wholeCallShape(world, call),
  }
}

/** Which of these message types the assistant subscribes to; without a list of its own every one is sent. */
function subscribedType(subscribed: readonly string[] | undefined, kinds: string[]): string | undefined {
  return subscribed ? kinds.find((kind) => subscribed.includes(kind)) : kinds[0]
}

async function callTools(
  parts: SessionParts,
  call: CallRecord,
  name: string,
  args: Record<string, unknown>,
  options: ToolOptions,
): Promise<ToolAnswer> {
  const { world } = parts
  const calls = [{ name, args, toolCallId: options.toolCallId }, ...(options.together ?? [])].map((asked) => ({
    id: asked.toolCallId ?? `call_${world.newId().replaceAll('-', '').slice(0, 24)}`,
    name: asked.name,
    args: { ...asked.args, ...trustedArguments(world, call, asked.name) },
  }))
  const fresh = rememberCalls(world, call, calls)
  const lists = toolLists(calls, options.shape ?? 'toolCallList-object', (tool) => toolOf(world, call, tool)?.function ?? { name: tool })
  const { url, server } = toolAddress(parts, call, name, options.via)
  const answer = await parts.post(url, toolCallsMessage(world, call, lists), { secret: options.secret ?? 'right', server })
  const ids = calls.map((made) => made.id)
  const read = readToolAnswer(answer, ids)
  for (const made of fresh) rememberResult(world, call, made, read)
  return read
}

/** Notes the calls that were not made before; a repeated delivery is not a new turn. */
function rememberCalls(world: VapiWorld, call: CallRecord, calls: ToolCall[]): ToolCall[] {
  const known = new Set(call.turns.flatMap((turn) => (turn.kind === 'tools' ? turn.calls.map((made) => made.id) : [])))
  const fresh = calls.filter((made) => !known.has(made.id))
  if (fresh.length > 0) call.turns.push({ kind: 'tools', calls: fresh, at: world.now() })
  return fresh
}

function rememberResult(world: VapiWorld, call: CallRecord, made: ToolCall, answer: ToolAnswer): void {
  const result = answer.results.find((one) => one.toolCallId === made.id)
  const text = String(result?.result ?? result?.error ?? 'No result returned.')
  call.turns.push({ kind: 'result', toolCallId: made.id, name: made.name, result: text, at: world.now() })
  call.updatedAt = world.now()
}

function toolAddress(parts: SessionParts, call: CallRecord, name: string, via: ToolOptions['via']) {
  const own = toolOf(parts.world, call, name)?.server
  const server = { headers: own?.headers, timeoutSeconds: own?.timeoutSeconds }
  if (via === 'webhook') return { url: `${parts.relayBase()}/api/webhooks/vapi`, server }
  return { url: parts.usesAssistantServers && own?.url ? own.url : `${parts.relayBase()}/api/vapi/${name}`, server }
}
