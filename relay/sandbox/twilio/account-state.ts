import type { MiddlewareHandler } from 'hono'
import { TwilioRefusal } from './api-errors.ts'
import type { TwilioWorld } from './world.ts'

/** Refuses what the account's state does not allow. */
export function checkAccount(world: TwilioWorld, what: 'purchase' | 'cost' | 'change'): void {
  if (world.account === 'suspended') throw new TwilioRefusal(20005)
  if (world.account === 'no-funds' && what !== 'change') throw new TwilioRefusal(20005)
  if (world.account === 'trial' && what === 'purchase' && world.numbers.size > 0) throw new TwilioRefusal(10002)
}

const COSTS = /\/(?:Messages|Calls|IncomingPhoneNumbers)\.json$|\/BrandRegistrations$|\/Usa2p$/

/** A suspended account can only be looked at; one without money does nothing that costs. Purchases are checked where they are made. */
export const requireActive =
  (world: TwilioWorld): MiddlewareHandler =>
  (c, next) => {
    const isPost = c.req.method === 'POST'
    if (c.req.method !== 'GET') checkAccount(world, isPost && COSTS.test(new URL(c.req.url).pathname) ? 'cost' : 'change')
    return next()
  }
