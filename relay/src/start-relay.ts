import type { Server } from 'node:http'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { startChores } from './chores.ts'
import type { Config } from './config.ts'
import { createDeps, type RelayDeps, type Replacements } from './deps.ts'
import { type DispatcherLoop, startDispatcher } from './outbox/dispatcher.ts'
import { migrate } from './store/migrate.ts'

export type RunningRelay = { url: string; port: number; deps: RelayDeps; stop(): Promise<void> }

const DRAIN_MS = 10_000

/** Opens the store, brings it up to date, and serves until `stop`: no new requests, streams ended, requests and sends under way finished. */
export async function startRelay(config: Config, given: Replacements = {}): Promise<RunningRelay> {
  const deps = createDeps(config, given)
  let dispatcher: DispatcherLoop | null = null
  let isStopping = false
  try {
    await migrate(deps.store)
    const { app, close } = createApp(deps, { lastDispatchAt: () => dispatcher?.lastRunAt() ?? null, isStopping: () => isStopping })
    const server = await listen(app.fetch, config)
    dispatcher = startDispatcher(deps.dispatcher)
    deps.onWakeDispatcher(dispatcher.wake)
    const chores = startChores(deps)
    const { port } = server.address() as { port: number }
    deps.log.info({ port, engine: deps.store.engine }, 'relay started')
    let stopping: Promise<void> | null = null
    const stop = async () => {
      isStopping = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      close()
      deps.feed.close()
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      await chores.stop()
      await closed
      clearTimeout(force)
      await dispatcher?.stop()
      await deps.store.close()
      deps.log.info({ at: toInstant(deps.clock.nowMs()) }, 'relay stopped')
    }
    return {
      url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      port,
      deps,
      stop: () => (stopping ??= stop()),
    }
  } catch (error) {
    deps.feed.close()
    await deps.store.close()
    throw error
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch,
      port: config.port,
      hostname: config.host,
      // Above a load balancer's usual idle time, so that it never writes into a connection we are closing.
      serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000, connectionsCheckingInterval: 5_000 },
    }) as Server
    server.once('error', reject)
    server.once('listening', () => resolve(server))
  })
}
