import { createHash, timingSafeEqual } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { MiddlewareHandler } from 'hono'
import type { RelayDeps } from '../../deps.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Lets a Vapi message through only with our secret, as `X-Vapi-Secret` or as a bearer token, whichever its credential sends.
 *  Digests are compared, so that neither content nor length shows in the time taken. */
export function verifyVapi(deps: RelayDeps): MiddlewareHandler {
  const { webhookSecret, previousWebhookSecret } = deps.config.vapi
  const accepted = [webhookSecret, previousWebhookSecret].filter((one): one is string => one !== null).map(digest)
  return async (c, next) => {
    const given = [c.req.header('x-vapi-secret'), c.req.header('authorization')?.replace(/^Bearer /i, '')].filter(Boolean) as string[]
    const matches = given.map(digest).flatMap((actual) => accepted.map((one) => timingSafeEqual(one, actual)))
    if (!matches.includes(true)) throw new DeskError('FORBIDDEN', 'This request is not signed by the voice service.')
    await next()
  }
}
