import { Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { requirePractice } from '../../store/practices.ts'
import type { OwnedPhone } from '../../store/setup.ts'
import type { Ctx } from '../../store/transaction.ts'
import { answerToolCall, isVoiceTool, type ToolResult } from '../../voice/answer-tool-calls.ts'
import { type CallFacts, phoneOfCall, readCallFacts } from '../../voice/call-facts.ts'
import { receiveCallMessage } from '../../voice/receive-call-message.ts'
import { fieldsOf, readToolCalls, type ToolCall, textOf, toolName } from '../../voice/tool-calls.ts'
import { limitBody, parseJson, REPORT_LIMIT, readText, TEXT_LIMIT } from '../read-body.ts'
import { verifyVapi } from './verify-vapi.ts'

const NOT_OURS = 'I am sorry, this line is not set up yet. Please call the practice directly.'

/** Tool calls of a call, and everything Vapi tells about it. Signed, parsed leniently, and a tool call is always answered with 200. */
export function vapiWebhooks(deps: RelayDeps) {
  return new Hono()
    .use('/api/vapi/*', verifyVapi(deps), limitBody(TEXT_LIMIT))
    .use('/api/webhooks/vapi', verifyVapi(deps), limitBody(REPORT_LIMIT))
    .post('/api/vapi/:tool', async (c) => {
      const message = messageOf(await readText(c))
      return c.json({ results: await answerCalls(deps, message, c.req.param('tool')) })
    })
    .post('/api/webhooks/vapi', async (c) => {
      const message = fieldsOf(fieldsOf(parseJson(await readText(c))).message)
      const kind = textOf(message.type, 80)
      const end = deps.metrics.webhookSeconds.startTimer({ webhook: 'vapi' })
      try {
        if (kind === 'tool-calls') return c.json({ results: await answerCalls(deps, message, '') })
        const facts = readCallFacts(message)
        const phone = await deps.store.read(() => phoneOfCall(facts))
        if (kind === 'assistant-request') return c.json(assistantFor(phone))
        if (!phone) {
          deps.log.warn({ kind: kind.slice(0, 40).replace(/[^\w-]/g, '') }, 'message about a number that is not ours')
          return c.json({})
        }
        if (kind === 'transfer-destination-request') {
          const practice = await deps.store.read(() => requirePractice(phone.practiceId))
          return c.json({
            destination: { type: 'number', number: practice.phoneNumber },
            message: { type: 'request-start', content: 'Connecting you to the front desk.' },
          })
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

async function answerCalls(deps: RelayDeps, message: Record<string, unknown>, path: string): Promise<ToolResult[]> {
  const calls = readToolCalls(message).map(
    (call): ToolCall => (isVoiceTool(call.name) ? call : { ...call, name: isVoiceTool(toolName(path)) ? toolName(path) : call.name }),
  )
  const facts = readCallFacts(message)
  const apology = (call: ToolCall, result: string): ToolResult => ({ name: call.name, toolCallId: call.id, result })
  let phone: OwnedPhone | null = null
  try {
    phone = await deps.store.read(() => phoneOfCall(facts))
  } catch (error) {
    deps.report('tool', error)
    return calls.map((call) =>
      apology(call, 'I am sorry, I cannot look that up just now. I can have someone from the practice call you back.'),
    )
  }
  if (!phone || !facts.externalId) return calls.map((call) => apology(call, NOT_OURS))
  const ctx = voiceContext(deps, phone, facts)
  const results: ToolResult[] = []
  // One after the other: two siblings booked in one message must not race each other.
  for (const call of calls) {
    const end = deps.metrics.toolSeconds.startTimer({ tool: isVoiceTool(call.name) ? call.name : 'unknown' })
    results.push(await answerToolCall(ctx, phone, facts, call, (error) => deps.report('tool', error)))
    end()
  }
  return results
}

function voiceContext(deps: RelayDeps, phone: OwnedPhone, facts: CallFacts): Ctx {
  return { ...deps.base, practiceId: phone.practiceId, actor: { kind: 'voice', id: facts.externalId || null } }
}

function assistantFor(phone: OwnedPhone | null): object {
  if (phone?.vapiAssistantId && phone.status === 'active') return { assistantId: phone.vapiAssistantId }
  return { error: NOT_OURS }
}
