import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import type { CallLine } from '../../store/onboarding-runs.ts'
import { requirePractice } from '../../store/practices.ts'
import type { Ctx } from '../../store/transaction.ts'
import { answerToolCall, NOT_HEARD_LINE, type ToolResult, toolOf } from '../../voice/answer-tool-calls.ts'
import { type CallFacts, phoneOfCall, readCallFacts } from '../../voice/call-facts.ts'
import { receiveCallMessage } from '../../voice/receive-call-message.ts'
import { fieldsOf, readToolCalls, type ToolCall, textOf } from '../../voice/tool-calls.ts'
import { adviceFor, hear } from '../../voice/watch-for-emergency.ts'
import { limitBody, parseJson, REPORT_LIMIT, readText, TEXT_LIMIT } from '../read-body.ts'
import { verifyVapi } from './verify-vapi.ts'

const NOT_OURS = 'I am sorry, this line is not set up yet. Please call the practice directly.'

/** What a log may name; anything else in its place could be a person's words. */
const KINDS = ['status-update', 'end-of-call-report', 'transcript', 'transfer-destination-request', 'conversation-update', 'hang']
const CANNOT_LOOK = 'I am sorry, I cannot look that up just now. I can have someone from the practice call you back.'
const NOBODY_TO_CONNECT = 'I cannot connect you to anyone right now. I can have someone from the practice call you back.'

/** Tool calls of a call, and everything Vapi tells about it. Signed, parsed leniently, and a tool call is always answered with 200. */
export function vapiWebhooks(deps: RelayDeps) {
  return new Hono()
    .use('/api/vapi/*', verifyVapi(deps), limitBody(TEXT_LIMIT))
    .use('/api/webhooks/vapi', verifyVapi(deps), limitBody(REPORT_LIMIT))
    .post('/api/vapi/:tool', async (c) => {
      const message = messageOf(await readText(c))
      return c.json(await answerCalls(deps, message, c.req.param('tool')))
    })
    .post('/api/webhooks/vapi', async (c) => {
      const message = fieldsOf(fieldsOf(parseJson(await readText(c))).message)
      const kind = textOf(message.type, 80)
      const end = deps.metrics.webhookSeconds.startTimer({ webhook: 'vapi' })
      try {
        if (kind === 'tool-calls') return c.json(await answerCalls(deps, message, ''))
        const facts = checked(deps, readCallFacts(message))
        const phone = await deps.store.read(() => phoneOfCall(facts))
        if (kind === 'assistant-request') return c.json(assistantFor(phone))
        if (!phone) {
          deps.log.warn({ kind: KINDS.find((one) => one === kind) ?? 'other' }, 'message about a number that is not ours')
          return c.json({})
        }
        if (kind === 'transfer-destination-request') {
          return c.json(frontDeskOf(await deps.store.read(() => requirePractice(phone.practiceId)), phone))
        }
        await receiveCallMessage(voiceContext(deps, phone, facts), phone, facts, message)
        return c.json({})
      } finally {
        end({ status: String(c.res.status) })
      }
    })
}

/** A body that cannot be read has no tool calls; the caller hears the assistant's own words for that. */
function messageOf(raw: string): Record<string, unknown> {
  try {
    return fieldsOf(fieldsOf(JSON.parse(raw)).message)
  } catch {
    return {}
  }
}

/** A webhook may name any address; only the voice service's own is ever kept. */
function checked(deps: RelayDeps, facts: CallFacts): CallFacts {
  const isOurs = facts.controlUrl !== null && deps.voiceAgent?.isControlUrl(facts.controlUrl) === true
  return isOurs ? facts : { ...facts, controlUrl: null }
}

type Answer = { results: ToolResult[]; error?: string }

async function answerCalls(deps: RelayDeps, message: Record<string, unknown>, path: string): Promise<Answer> {
  const calls = readToolCalls(message)
  if (calls.length === 0) return { results: [], error: NOT_HEARD_LINE }
  const facts = readCallFacts(message)
  // Whoever must call for help hears that even on a line that can do nothing else.
  const sayToAll = (line: string) => ({
    results: calls.map((call): ToolResult => ({ name: call.name, toolCallId: call.id, result: adviceFor(hear(call.said)) || line })),
  })
  let phone: CallLine | null = null
  try {
    phone = await deps.store.read(() => phoneOfCall(facts))
  } catch (error) {
    deps.report('tool', error)
    return sayToAll(CANNOT_LOOK)
  }
  if (!phone || !facts.externalId) return sayToAll(NOT_OURS)
  const ctx = voiceContext(deps, phone, facts)
  const results: ToolResult[] = []
  // One after the other: two siblings booked in one message must not race each other.
  for (const call of calls) results.push(await answerCall(deps, { ctx, phone, facts, call, path }))
  return { results }
}

type Asked = { ctx: Ctx; phone: CallLine; facts: CallFacts; call: ToolCall; path: string }

async function answerCall(deps: RelayDeps, { path, ...asked }: Asked): Promise<ToolResult> {
  const tool = toolOf(asked.call, path)
  const end = deps.metrics.toolSeconds.startTimer({ tool: tool ?? 'unknown' })
  try {
    return await answerToolCall({ ...asked, tool, onFailure: (error) => deps.report('tool', error) })
  } finally {
    end()
  }
}

/** Where a caller who wants a person is put through to. A number of ours would lead straight back here. */
function frontDeskOf(practice: Practice, phone: CallLine): object {
  if (practice.phoneNumber === phone.phoneNumber) return { error: NOBODY_TO_CONNECT }
  return {
    destination: { type: 'number', number: practice.phoneNumber },
    message: { type: 'request-start', content: 'Connecting you to the front desk.' },
  }
}

function voiceContext(deps: RelayDeps, phone: CallLine, facts: CallFacts): Ctx {
  return { ...deps.base, practiceId: phone.practiceId, actor: { kind: 'voice', id: facts.externalId || null } }
}

function assistantFor(phone: CallLine | null): object {
  if (phone?.vapiAssistantId && phone.status === 'active') return { assistantId: phone.vapiAssistantId }
  return { error: NOT_OURS }
}
