import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

export type Served = { url: string; port: number; close: () => Promise<void> }

/** Serves on 127.0.0.1 only. `close` ends open connections too, so it returns at once. */
export function serveLocally(fetch: (request: Request, env: unknown) => Response | Promise<Response>, port: number): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: false }, (address: AddressInfo) => {
      resolve({ url: `http://127.0.0.1:${address.port}`, port: address.port, close: () => closeServer(server as Server) })
    }) as Server
    server.once('error', reject)
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error && (error as NodeJS.ErrnoException).code !== 'ERR_SERVER_NOT_RUNNING' ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
