import type { z } from 'zod'
import type { Route } from './desk-route.ts'
import { DeskError, ErrorReply } from './errors.ts'
import { type DeskInput, type DeskOutput, type DeskRouteName, deskRoutes, PAIR_PATH, type PairInput, PairOut } from './routes.ts'

export type DeskClientOptions = { baseUrl: string; token: string; fetch?: typeof fetch; newKey?: () => string; timeoutMs?: number }

const TIMEOUT_MS = 15_000

/** Turns an input into a request: path names are filled in, a GET carries the rest in its query, others in a JSON body. */
export function requestOf(route: Route, input: Record<string, unknown>): { path: string; body: string | null } {
  const rest = { ...input }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name] ?? '')
    delete rest[name]
    return encodeURIComponent(value.toWellFormed())
  })
  if (route.method !== 'GET') return { path, body: JSON.stringify(rest) }
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return { path: query ? `${path}?${query}` : path, body: null }
}

/** A typed client of the desk routes. `call` throws a `DeskError` with the relay's code, or `STORE_UNAVAILABLE` when the relay cannot be
 *  reached or does not answer within `timeoutMs` (15 s). Give the same `key` again to repeat a command safely. */
export function deskClient(options: DeskClientOptions) {
  const send = options.fetch ?? fetch
  const newKey = options.newKey ?? (() => crypto.randomUUID())
  return {
    async call<N extends DeskRouteName>(name: N, input: DeskInput<N>, key: string = newKey()): Promise<DeskOutput<N>> {
      const route: Route = deskRoutes[name]
      const { path, body } = requestOf(route, input as Record<string, unknown>)
      const headers: Record<string, string> = { authorization: `Bearer ${options.token}` }
      if (body !== null) Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': key })
      const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
      const answer = await reach(send, new URL(path, options.baseUrl), { method: route.method, headers, body, signal })
      return understand(route.output, answer) as DeskOutput<N>
    },
  }
}

/** Trades a pairing code for this desk's token. Throws `PAIRING_REFUSED`, `TOO_MANY_ATTEMPTS`, `BAD_INPUT`, `STORE_UNAVAILABLE`. */
export async function pairDesk(baseUrl: string, input: PairInput, send: typeof fetch = fetch): Promise<PairOut> {
  const answer = await reach(send, new URL(PAIR_PATH, baseUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return understand(PairOut, answer)
}

/** The answer's JSON. What happened to a command whose answer was lost on the way is not known: repeat it with its key. */
async function reach(send: typeof fetch, url: URL, init: RequestInit): Promise<unknown> {
  let response: Response
  let text: string
  try {
    response = await send(url, init)
    text = await response.text()
  } catch (cause) {
    throw new DeskError('STORE_UNAVAILABLE', 'The relay cannot be reached.', { cause })
  }
  const answer = jsonOf(text)
  if (response.ok) return answer
  const reply = ErrorReply.safeParse(answer)
  if (!reply.success) throw new DeskError('UNEXPECTED', `The relay answered ${response.status}.`)
  const { code, message, details } = reply.data.error
  throw new DeskError(code, message, { details })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's page instead of the relay's answer: no schema accepts it.
    return undefined
  }
}

function understand<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new DeskError('UNEXPECTED', 'The relay answered in a form this desk does not know.', { cause: parsed.error })
}
