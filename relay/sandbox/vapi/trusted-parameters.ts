import type { CallRecord } from './call-record.ts'
import { callShape } from './call-shape.ts'
import type { VapiWorld } from './world.ts'

type FunctionTool = {
  type: 'function'
  function?: { name: string; description?: string; parameters?: unknown }
  parameters?: { key: string; value: unknown }[]
  server?: { url?: string; headers?: Record<string, unknown>; timeoutSeconds?: number }
}

/** The tool of this name in the call's assistant, if the assistant is one that the stand-in knows. */
export function toolOf(world: VapiWorld, call: CallRecord, name: string): FunctionTool | undefined {
  const model = world.assistants.get(call.assistantId ?? '')?.model as { tools?: { type: string }[] } | undefined
  return model?.tools?.filter((tool): tool is FunctionTool => tool.type === 'function').find((tool) => tool.function?.name === name)
}

/** The tool's own parameters, which Vapi fills in and lays over whatever the model wrote. */
export function trustedArguments(world: VapiWorld, call: CallRecord, name: string): Record<string, unknown> {
  const parameters = toolOf(world, call, name)?.parameters ?? []
  return Object.fromEntries(parameters.map(({ key, value }) => [key, fillIn(world, call, value)]))
}

function fillIn(world: VapiWorld, call: CallRecord, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const known: Record<string, string | undefined> = {
    'customer.number': call.customerNumber,
    'phoneNumber.number': call.ourNumber,
    'phoneNumber.id': call.phoneNumberId,
    'call.id': call.id,
    'call.type': callShape(world, call).type,
    'assistant.id': call.assistantId,
    'transport.callSid': call.callSid,
    now: new Date(world.now()).toISOString(),
  }
  return value.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => known[name] ?? '')
}
