import { guarded } from './guard.ts'

type Filter = { urls: string[]; types?: string[] }
export type RequestDetails = {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId: number
  referrer: string
  timestamp: number
}
type HeaderDetails = RequestDetails & { statusCode: number; statusLine: string; responseHeaders: Record<string, string[]> }
type Verdict = { cancel?: boolean; redirectURL?: string }
type HeaderVerdict = { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }
type Listener<D, V> = (details: D, callback: (verdict: V) => void) => void
type Slot<D, V> = { matches(url: string, type: string): boolean; listener: Listener<D, V> } | null

let beforeRequest: Slot<RequestDetails, Verdict> = null
let headersReceived: Slot<HeaderDetails, HeaderVerdict> = null

export const webRequest = guarded('session.webRequest', {
  onBeforeRequest: (...args: unknown[]) => {
    beforeRequest = slot(args)
  },
  onHeadersReceived: (...args: unknown[]) => {
    headersReceived = slot(args)
  },
})

/** What the app's listener says about a request; null when it has none for it. */
export async function askBeforeRequest(details: RequestDetails): Promise<Verdict | null> {
  if (!beforeRequest?.matches(details.url, details.resourceType)) return null
  const { listener } = beforeRequest
  return new Promise((resolve) => listener(details, (verdict) => resolve(verdict ?? {})))
}

/** The response headers as the app's listener leaves them; null when it cancels the response. */
export async function askHeaders(details: HeaderDetails): Promise<Record<string, string[]> | null> {
  if (!headersReceived?.matches(details.url, details.resourceType)) return details.responseHeaders
  const { listener } = headersReceived
  const verdict = await new Promise<HeaderVerdict>((resolve) => listener(details, (one) => resolve(one ?? {})))
  if (verdict.cancel) return null
  const entries = Object.entries(verdict.responseHeaders ?? details.responseHeaders)
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat()]))
}

function slot<D, V>(args: unknown[]): Slot<D, V> {
  const listener = args.at(-1) as Listener<D, V> | null
  if (!listener) return null
  const filter = args.length > 1 ? (args[0] as Filter) : null
  const patterns = (filter?.urls ?? ['<all_urls>']).map(patternOf)
  const types = filter?.types
  return { listener, matches: (url, type) => patterns.some((one) => one.test(url)) && (!types?.length || types.includes(type)) }
}

function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`)
}
