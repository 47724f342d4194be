import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { Hono } from 'hono'
import type { RelayDeps } from './deps.ts'
import { errorReply } from './http/errors.ts'
import { deskApi } from './http/routes/desk.ts'
import { eventRoutes } from './http/routes/events.ts'
import { operatorRoutes } from './http/routes/operator.ts'
import { pairRoute } from './http/routes/pair.ts'
import { recordingRoutes } from './http/routes/recordings.ts'
import { twilioWebhooks } from './http/webhooks/twilio.ts'
import { vapiWebhooks } from './http/webhooks/vapi.ts'

/** The relay's HTTP surface. `close` ends the live streams, which would otherwise keep the server open. */
export function createApp(deps: RelayDeps, state: { lastDispatchAt(): string | null; isStopping(): boolean }) {
  const events = eventRoutes(deps)
  const app = new Hono()
    // Desks set their time by it, so it must be the clock that everything else here goes by.
    .use('/api/*', async (c, next) => {
      await next()
      c.header('date', new Date(deps.clock.nowMs()).toUTCString())
    })
    .route('/', operatorRoutes(deps, state.lastDispatchAt, state.isStopping))
    .route('/', vapiWebhooks(deps))
    .route('/', twilioWebhooks(deps))
    .route('/', pairRoute(deps))
    .route('/', events.app)
    .route('/', recordingRoutes(deps))
    .route('/', deskApi(deps))
    .notFound((c) => errorReply(deps, c, new DeskError('NOT_FOUND', 'There is nothing at this address.')))
    .onError((error, c) => errorReply(deps, c, error))
  return { app, close: events.close }
}
