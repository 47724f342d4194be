/** `name` is as it was sent. `args` is null when they cannot be read; `said` is every word in them all the same. */
export type ToolCall = { id: string; name: string; args: Record<string, unknown> | null; said: string }

type Fields = Record<string, unknown>

export function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {}
}

export function textOf(value: unknown, max = 500): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.slice(0, max).toWellFormed().replaceAll('\u0000', '').replace(/\s+/g, ' ').trim() : ''
}

const MOST_CALLS = 20
const MOST_SAID = 8_000

/** The tool calls of one Vapi message in every shape it is known to send: arguments as object or text, under `arguments` or
 *  `parameters`, flat or inside `function`, in `toolCallList` or `toolWithToolCallList` (both list the same calls, so one is read). */
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
  const args = readArguments(raw)
  return {
    id: textOf(call.id, 200),
    name: textOf(inner.name ?? call.name ?? fieldsOf(outer.function).name ?? outer.name, 80),
    args: args && withPlainKeys(args),
    said: wordsIn(args ?? raw)
      .slice(0, MOST_SAID)
      .toWellFormed(),
  }
}

/** Templates write `first_name` where the tools' own descriptions say `firstName`. */
function withPlainKeys(args: Fields): Fields {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key.replace(/[_-]+([a-z])/g, (_, next) => next.toUpperCase()), value]),
  )
}

const DEEPEST = 5

function wordsIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.slice(0, MOST_SAID)
  if (value === null || typeof value !== 'object' || depth >= DEEPEST) return ''
  const words: string[] = []
  for (const [name, inner] of Object.entries(value).slice(0, 100)) {
    // Ids and numbers that the voice service adds by itself; nobody said them.
    if (!name.startsWith('_')) words.push(wordsIn(inner, depth + 1))
  }
  return words.filter(Boolean).join('. ')
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

/** Function names may use underscores or capitals, paths use hyphens: `check_availability` and `checkAvailability` are
 *  `check-availability`. */
export function toolName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}
