import type { Vapi } from '@vapi-ai/server-sdk'
import type { AssistantOf, AssistantSpec, AssistantTool } from '../../ports/assistant-host.ts'
import { type RelayServer, serverAt } from './server-address.ts'
import { contentsIn } from './spoken-lines.ts'

type Tool = Vapi.OpenAiModelToolsItem

/** Everything the assistant can do: ask the relay, put through, hang up. */
export function assistantTools(spec: AssistantSpec, of: AssistantOf, server: RelayServer): Tool[] {
  const asks = spec.tools.map((tool) => askRelay(tool, spec, of, server))
  return [...asks, ...(spec.transfer ? [putThrough(spec.transfer)] : []), HANG_UP]
}

/** When the relay does not answer it cannot take down a wish to be called back either. */
const whenItFails = ({ transfer }: AssistantSpec) =>
  `That could not be looked up. Say so, and ${transfer ? 'offer to put the caller through to the front desk' : 'ask the caller to call again in a few minutes'}.`

function askRelay(tool: AssistantTool, spec: AssistantSpec, of: AssistantOf, server: RelayServer): Tool {
  const { name, description } = tool
  return {
    type: 'function',
    function: { name, description, parameters: jsonSchema(tool.parameters) },
    parameters: trusted(of),
    // Silence while a caller waits; asked a second time, the relay answers as it did the first.
    server: serverAt(server, tool.path, { seconds: 10, retries: 1 }),
    messages: [
      // Without a line of ours the voice service says one of its own; an empty one is silence.
      { type: 'request-start', content: tool.startLine ?? '', blocking: false },
      { type: 'request-response-delayed', contents: contentsIn('stillLooking', spec.languages), timingMilliseconds: 3_500 },
      { type: 'request-failed', role: 'system', content: whenItFails(spec) },
    ],
  }
}

/** Laid over what the model fills in, which cannot change them. */
const trusted = ({ practiceId, phoneNumberId }: AssistantOf): Vapi.ToolParameter[] => [
  { key: '_practiceId', value: practiceId },
  { key: '_phoneNumberId', value: phoneNumberId },
  { key: '_callId', value: '{{ call.id }}' },
  { key: '_callerNumber', value: '{{ customer.number }}' },
]

/** The client's type has a few keywords of JSON schema only; its API takes them all. */
function jsonSchema(parameters: Record<string, unknown>): Vapi.OpenAiFunctionParameters {
  return parameters as unknown as Vapi.OpenAiFunctionParameters
}

const BRIEFING = 'In one or two short sentences, say who is calling and what they need. Say nothing that was not said in the call.'

/** Whoever picks up hears in two sentences what it is about, before the caller is connected. */
function putThrough({ number, description, words }: NonNullable<AssistantSpec['transfer']>): Tool {
  const messages = [
    { role: 'system', content: BRIEFING },
    { role: 'user', content: '{{transcript}}' },
  ]
  return {
    type: 'transferCall',
    destinations: [
      {
        type: 'number',
        number,
        description,
        message: words,
        transferPlan: { mode: 'warm-transfer-say-summary', summaryPlan: { enabled: true, timeoutSeconds: 5, messages } },
      },
    ],
  }
}

const FAREWELL =
  "(?i)(\\b(bye|goodbye|thanks|thank you|that'?s (all|it)|nothing else|all set|have a (good|nice|great)|gracias|hasta luego|eso es todo|nada m[aá]s)\\b|\\badi[oó]s|^no\\b)"

/** Models hang up too early; it is refused until the caller has said something that ends a call. */
const HANG_UP: Tool = {
  type: 'endCall',
  rejectionPlan: { conditions: [{ type: 'regex', regex: FAREWELL, target: { role: 'user', position: -1 }, negate: true }] },
}
