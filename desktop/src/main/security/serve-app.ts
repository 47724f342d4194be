import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { APP_ORIGIN } from '../../ipc/contract.ts'
import { securityHeaders } from './content-policy.ts'
import { pageFile } from './page-file.ts'

export type AppSource = {
  /** The built page, without a slash at its end. */
  folder: string
  fetchRecording(callId: string, range: string | null): Promise<Response>
}

const RECORDING = /^\/recording\/([\w-]{1,80})$/
const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges']

/** Answers every request of `app://desk`: the page's files and the recordings of calls, nothing else. */
export function serveApp(source: AppSource): (request: Request) => Promise<Response> {
  return async (request) => {
    const nonce = randomBytes(16).toString('base64')
    const url = new URL(request.url)
    if (url.protocol !== 'app:' || url.host !== 'desk') return refused(404, nonce)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, nonce)
    const recording = RECORDING.exec(url.pathname)
    if (recording) return isFromPage(request) ? await recordingOf(source, recording[1]!, request, nonce) : refused(403, nonce)
    return pageOf(source.folder, url.pathname, nonce)
  }
}

async function pageOf(folder: string, path: string, nonce: string): Promise<Response> {
  const found = pageFile(folder, path === '/' ? '/index.html' : path)
  const body = found && (await readFile(found.file).catch(() => null))
  if (!found || !body) return refused(404, nonce)
  const isPage = found.type.startsWith('text/html')
  const headers = {
    ...securityHeaders(nonce),
    'content-type': found.type,
    'cache-control': isPage ? 'no-store' : 'public, max-age=31536000, immutable',
  }
  return new Response(isPage ? body.toString('utf8').replaceAll('__NONCE__', nonce) : new Uint8Array(body), { headers })
}

async function recordingOf(source: AppSource, callId: string, request: Request, nonce: string): Promise<Response> {
  const answer = await source.fetchRecording(callId, request.headers.get('range'))
  const headers: Record<string, string> = { ...securityHeaders(nonce), 'cache-control': 'no-store' }
  for (const name of PASSED_ON) {
    const value = answer.headers.get(name)
    if (value) headers[name] = value
  }
  return new Response(answer.body, { status: answer.status, headers })
}

/** Electron says which origin asked; a request the browser started itself, such as a navigation, has none. */
function isFromPage(request: Request & { initiatorOrigin?: string | null }): boolean {
  return request.initiatorOrigin === undefined || request.initiatorOrigin === APP_ORIGIN
}

function refused(status: number, nonce: string): Response {
  return new Response(null, { status, headers: securityHeaders(nonce) })
}
