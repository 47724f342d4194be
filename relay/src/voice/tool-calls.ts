export type ToolCall = { id: string; name: string; args: Record<string, unknown> | null }

type Fields = Record<string, unknown>

export function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {}
}

export function textOf(value: unknown, max = 500): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.slice(0, max).toWellFormed().replaceAll('\u0000', '').replace(/\s+/g, ' ').trim() : ''
}

const MOST_CALLS = 20

/** The tool calls of one Vapi message in every shape it is known to send: arguments as object or text, under `arguments` or
 *  `parameters`, flat or inside `function`, in `toolCallList` or `toolWithToolCallList` (both list the same calls, so one is read).
 *  `args` is null when they cannot be read. */
export function readToolCalls(message: unknown): ToolCall[] {
  const { toolCallList, toolWithToolCallList, toolCalls } = fieldsOf(message)
  const lists = [toolCallList, toolWithToolCallList, toolCalls]
  const list = lists.find((one): one is unknown[] => Array.isArray(one) && one.length > 0) ?? []
  return list.slice(0, MOST_CALLS).map(readToolCall)
}

function readToolCall(item: unknown): ToolCall {
  const outer = fieldsOf(item)
  const call = outer.toolCall ? fieldsOf(outer.toolCall) : outer
  const inner = fieldsOf(call.function)
  const raw = inner.arguments ?? inner.parameters ?? call.arguments ?? call.parameters ?? {}
  return {
    id: textOf(call.id, 200),
    name: toolName(textOf(inner.name ?? call.name ?? fieldsOf(outer.function).name ?? outer.name, 80)),
    args: readArguments(raw),
  }
}

function readArguments(raw: unknown): Fields | null {
  if (typeof raw !== 'string') return raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? (raw as Fields) : null
  try {
    const parsed: unknown = JSON.parse(raw || '{}')
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed) ? (parsed as Fields) : null
  } catch {
    return null
  }
}

/** Function names may use underscores, paths use hyphens: `check_availability` is `check-availability`. */
export function toolName(name: string): string {
  return name.replaceAll('_', '-').toLowerCase()
}
