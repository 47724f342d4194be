import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { startChores } from './chores.ts'
import type { Config } from './config.ts'
import { createDeps, type RelayDeps, type Replacements } from './deps.ts'
import { type DispatcherLoop, startDispatcher } from './outbox/dispatcher.ts'
import { migrate } from './store/migrate.ts'

export type RunningRelay = { url: string; port: number; deps: RelayDeps; stop(): Promise<void> }

/** Service managers kill after ten seconds; what is not over by then is found again from the database at the next start. */
const DRAIN_MS = 8_000
const CLOSE_MS = 1_500
const LOOK_AGAIN_MS = 50

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
      const overdue = sleep(DRAIN_MS, undefined, { ref: false })
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Texts still to be sent wait for the next start; those already with the vendor are waited for.
      const drained = Promise.all([chores.stop(), dispatcher?.stop()])
      close()
      deps.feed.close()
      // A connection that is kept open becomes idle only after its last answer.
      const idle = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN_MS)
      await Promise.race([closed, overdue])
      clearInterval(idle)
      server.closeAllConnections()
      await Promise.race([drained, overdue])
      await Promise.race([deps.store.close(), sleep(CLOSE_MS, undefined, { ref: false })])
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
