import { isAppScheme, policyToChromium, toApp, toChromium } from '../chromium/addresses.ts'
import type { Incoming } from '../chromium/devtools-pipe.ts'
import { effects } from '../effects.ts'
import type { PageLoading } from './page-loading.ts'
import { handlerFor, privilegesFor } from './protocol.ts'
import { askBeforeRequest, askHeaders, type RequestDetails } from './web-request.ts'

const TYPES: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
}
let lastRequest = 0

/** Answers one request of a page that Chromium holds back: by the app's scheme handler, or not at all. */
export async function gateRequest(contents: PageLoading, paused: Incoming): Promise<void> {
  const url = toApp(paused.request.url)
  const refuse = (reason: string) => contents._devtools.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: reason })
  // Electron asks for no picture of the site; this browser does.
  if (new URL(url).pathname === '/favicon.ico' && paused.resourceType === 'Other') {
    contents._devtools.tell('Fetch.fulfillRequest', { requestId: paused.requestId, responseCode: 204 })
    return
  }
  const isMain = paused.resourceType === 'Document' && paused.frameId === contents._frameId
  if (isMain && !contents._mayNavigate(url)) return refuse('Aborted')

  const resourceType = paused.resourceType === 'Document' && !isMain ? 'subFrame' : (TYPES[paused.resourceType] ?? 'other')
  const details: RequestDetails = {
    id: ++lastRequest,
    url,
    method: paused.request.method,
    resourceType,
    webContentsId: contents.id,
    referrer: toApp(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
  }
  const verdict = await askBeforeRequest(details)
  if (verdict?.cancel) {
    effects.blockedRequests.push({ url, resourceType, by: 'webRequest' })
    return refuse('BlockedByClient')
  }
  if (verdict?.redirectURL) return redirect(contents, paused, verdict.redirectURL)
  if (isAppScheme(new URL(url).protocol.slice(0, -1))) return answer(contents, paused, details, refuse)
  if (verdict) return contents._devtools.tell('Fetch.continueRequest', { requestId: paused.requestId })
  effects.blockedRequests.push({ url, resourceType, by: 'no handler' })
  refuse('BlockedByClient')
}

function redirect(contents: PageLoading, paused: Incoming, target: string): void {
  const responseHeaders = [{ name: 'Location', value: toChromium(target) }]
  contents._devtools.tell('Fetch.fulfillRequest', { requestId: paused.requestId, responseCode: 307, responseHeaders })
}

async function answer(contents: PageLoading, paused: Incoming, details: RequestDetails, refuse: (reason: string) => void): Promise<void> {
  const handler = handlerFor(details.url)
  if (!handler) return refuse('Failed')
  if (details.resourceType === 'xhr' && !privilegesFor(details.url).supportFetchAPI) return refuse('Failed')
  try {
    const response = await handler(requestFor(paused, details.url))
    if (response.type === 'error') return refuse('Failed')
    await fulfill(contents, paused, details, response, refuse)
  } catch (error) {
    console.error('Error in a protocol handler:', error)
    refuse('Failed')
  }
}

function requestFor(paused: Incoming, url: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(paused.request.headers as Record<string, string>))
    headers.set(name, /^(origin|referer)$/i.test(name) ? toApp(value) : value)
  const hasBody = !['GET', 'HEAD'].includes(paused.request.method) && paused.request.postData !== undefined
  return new Request(url, { method: paused.request.method, headers, ...(hasBody && { body: paused.request.postData }) })
}

async function fulfill(
  contents: PageLoading,
  paused: Incoming,
  details: RequestDetails,
  response: Response,
  refuse: (reason: string) => void,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  const given: Record<string, string[]> = {}
  for (const [name, value] of response.headers) given[name] = [...(given[name] ?? []), value]
  const statusLine = `HTTP/1.1 ${response.status} ${response.statusText}`
  const headers = await askHeaders({ ...details, statusCode: response.status, statusLine, responseHeaders: given })
  if (!headers) return refuse('BlockedByClient')
  contents._devtools.tell('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: headerList(headers),
    body: body.toString('base64'),
  })
}

function headerList(headers: Record<string, string[]>): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    values.map((value) => ({ name, value: /^content-security-policy/i.test(name) ? policyToChromium(value) : toChromium(value) })),
  )
}
