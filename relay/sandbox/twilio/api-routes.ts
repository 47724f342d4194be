import { Hono, type MiddlewareHandler } from 'hono'
import { requireActive } from './account-state.ts'
import { errorAnswer, TwilioRefusal } from './api-errors.ts'
import { brandRoutes } from './brand-routes.ts'
import { callRoutes } from './call-routes.ts'
import type { Deliveries } from './delivery.ts'
import { failRequests } from './fail-requests.ts'
import type { TwilioFaults } from './faults.ts'
import { messageRoutes } from './message-routes.ts'
import { numberRoutes } from './number-routes.ts'
import type { PlacedCalls } from './placed-calls.ts'
import { registrationRoutes } from './registration-routes.ts'
import { serviceRoutes } from './service-routes.ts'
import { rfc2822 } from './shapes.ts'
import { tollFreeRoutes } from './toll-free-routes.ts'
import type { TwilioWorld } from './world.ts'

export type ApiKey = { sid: string; secret: string }

/** Every host of Twilio's that the product talks to, each under its own name. */
export const apiRoutes = (
  world: TwilioWorld,
  faults: TwilioFaults,
  { deliveries, placed }: { deliveries: Deliveries; placed: PlacedCalls },
  apiKey: ApiKey | undefined,
) => {
  const account = '/api.twilio.com/2010-04-01/Accounts/:account'
  return new Hono()
    .onError((error, c) => {
      if (error instanceof TwilioRefusal) return errorAnswer(c, error)
      throw error
    })
    .use(requireAccount(world, apiKey))
    .use(failRequests(faults))
    .use(requireActive(world))
    .get(`${account}.json`, (c) => c.json(accountShape(world)))
    .route(account, messageRoutes(world, deliveries))
    .route(account, numberRoutes(world))
    .route(account, callRoutes(world, placed))
    .route('/messaging.twilio.com/v1', serviceRoutes(world))
    .route('/messaging.twilio.com/v1', registrationRoutes(world))
    .route('/messaging.twilio.com/v1', brandRoutes(world))
    .route('/messaging.twilio.com/v1', tollFreeRoutes(world))
}

function requireAccount(world: TwilioWorld, apiKey: ApiKey | undefined): MiddlewareHandler {
  return async (c, next) => {
    const accepted = [`${world.accountSid}:${world.authToken}`, ...(apiKey ? [`${apiKey.sid}:${apiKey.secret}`] : [])]
    const [scheme = '', given = ''] = (c.req.header('authorization') ?? '').split(' ', 2)
    const known = scheme.toLowerCase() === 'basic' && accepted.includes(Buffer.from(given, 'base64').toString('utf8'))
    if (!known) return errorAnswer(c, new TwilioRefusal(20003))
    const path = new URL(c.req.url).pathname
    const named = /\/Accounts\/(\w+)/.exec(path)?.[1]
    if (named !== undefined && named !== world.accountSid) return errorAnswer(c, new TwilioRefusal(20404, path))
    return next()
  }
}

const accountShape = (world: TwilioWorld) => ({
  auth_token: null,
  date_created: rfc2822(world.now()),
  date_updated: rfc2822(world.now()),
  friendly_name: 'Sandbox account',
  owner_account_sid: world.accountSid,
  sid: world.accountSid,
  status: world.account === 'suspended' ? 'suspended' : 'active',
  subresource_uris: {},
  type: world.account === 'trial' ? 'Trial' : 'Full',
  uri: `/2010-04-01/Accounts/${world.accountSid}.json`,
})
