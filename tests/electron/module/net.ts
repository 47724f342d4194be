import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAppScheme } from '../chromium/addresses.ts'
import { guarded } from './guard.ts'
import { handlerFor } from './protocol.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
}

export const net = guarded('net', {
  isOnline: () => true,
  get online() {
    return true
  },
  /** Files by address, the app's own schemes by their handlers, and the network by Node. */
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    if (request.url.startsWith('file:')) return fileResponse(request.url)
    if (isAppScheme(new URL(request.url).protocol.slice(0, -1))) return (await handlerFor(request.url)?.(request)) ?? Response.error()
    return fetch(request)
  },
})

async function fileResponse(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) throw new Error('net::ERR_FILE_NOT_FOUND')
  return new Response(bytes, { headers: { 'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' } })
}
