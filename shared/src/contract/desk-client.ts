import { DeskError, ErrorReply } from './errors.ts'
import {
  type DeskInput,
  type DeskOutput,
  type DeskRouteName,
  deskRoutes,
  PAIR_PATH,
  type PairInput,
  PairOut,
  type Route,
} from './routes.ts'

export type DeskClientOptions = { baseUrl: string; token: string; fetch?: typeof fetch; newKey?: () => string }

/** Turns an input into a request: path names are filled in, a GET carries the rest in its query, others in a JSON body. */
export function requestOf(route: Route, input: Record<string, unknown>): { path: string; body: string | null } {
  const rest = { ...input }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name] ?? '')
    delete rest[name]
    return encodeURIComponent(value)
  })
  if (route.method !== 'GET') return { path, body: JSON.stringify(rest) }
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return { path: query ? `${path}?${query}` : path, body: null }
}

/** A typed client of the desk routes. `call` throws a `DeskError` with the relay's code, or `STORE_UNAVAILABLE` when the relay cannot be
 *  reached. Give the same `key` again to repeat a command safely. */
export function deskClient(options: DeskClientOptions) {
  const send = options.fetch ?? fetch
  const newKey = options.newKey ?? (() => crypto.randomUUID())
  return {
    async call<N extends DeskRouteName>(name: N, input: DeskInput<N>, key: string = newKey()): Promise<DeskOutput<N>> {
      const route: Route = deskRoutes[name]
      const { path, body } = requestOf(route, input as Record<string, unknown>)
      const headers: Record<string, string> = { authorization: `Bearer ${options.token}` }
      if (body !== null) Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': key })
      const response = await reach(send, new URL(path, options.baseUrl), { method: route.method, headers, body })
      return route.output.parse(await response.json()) as DeskOutput<N>
    },
  }
}

export async function pairDesk(baseUrl: string, input: PairInput, send: typeof fetch = fetch): Promise<PairOut> {
  const response = await reach(send, new URL(PAIR_PATH, baseUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return PairOut.parse(await response.json())
}

async function reach(send: typeof fetch, url: URL, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await send(url, init)
  } catch (cause) {
    throw new DeskError('STORE_UNAVAILABLE', 'The relay cannot be reached.', { cause })
  }
  if (response.ok) return response
  const reply = ErrorReply.safeParse(await response.json().catch(() => null))
  if (!reply.success) throw new DeskError('UNEXPECTED', `The relay answered ${response.status}.`)
  const { code, message, details } = reply.data.error
  throw new DeskError(code, message, { details })
}
