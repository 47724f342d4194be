import type { Context, MiddlewareHandler } from 'hono'
import { readForm } from './form.ts'

export type RecordedRequest = {
  method: string
  path: string
  query: Record<string, string | string[]>
  /** The decoded form of a form-encoded request. */
  form?: Record<string, string | string[]>
  /** The parsed JSON of a JSON request. */
  body?: unknown
  /** null when the connection was cut instead of answered. */
  status: number | null
  responseBody: unknown
  /** True when a planned fault stands in the place of the real answer. */
  isBroken?: true
}

export type RequestLog = { record: MiddlewareHandler; all: () => RecordedRequest[]; clear: () => void }

/** Remembers every request and its answer, without the Authorization header. The oldest go first once `limit` is reached. */
export function createRequestLog(limit = 5000): RequestLog {
  const requests: RecordedRequest[] = []
  const record: MiddlewareHandler = async (c, next) => {
    const entry = await readRequest(c)
    requests.push(entry)
    if (requests.length > limit) requests.shift()
    await next()
    if (c.get('connectionCut')) return
    if (c.get('isBroken')) entry.isBroken = true
    entry.status = c.res.status
    entry.responseBody = readBody(await c.res.clone().text())
  }
  return { record, all: () => [...requests], clear: () => void requests.splice(0) }
}

async function readRequest(c: Context): Promise<RecordedRequest> {
  const text = await c.req.text()
  const kind = c.req.header('content-type') ?? ''
  const url = new URL(c.req.url)
  return {
    method: c.req.method,
    path: url.pathname,
    query: readForm(url.search.slice(1)),
    ...(kind.includes('form-urlencoded') && { form: readForm(text) }),
    ...(kind.includes('json') && { body: readBody(text) }),
    status: null,
    responseBody: null,
  }
}

/** The JSON of a body; the text itself when it is none, null when there is nothing. */
export function readBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON (an HTML error page, TwiML): kept as it was.
    return text
  }
}
