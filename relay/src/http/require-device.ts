import { createHash } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import type { MiddlewareHandler } from 'hono'
import type { RelayDeps } from '../deps.ts'
import type { DeskCtx } from '../desk/desk-context.ts'
import { nowOf } from '../ports/clock.ts'
import { deviceOfToken, markSeen } from '../store/devices.ts'

export type DeskEnv = { Variables: { desk: DeskCtx } }

const SEEN_EVERY_MS = 5 * MS_PER_MINUTE

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Lets a desk through with its own token, and with it the practice: nothing else a desk sends can name one. */
export function requireDevice(deps: RelayDeps): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const found = token ? await deps.store.read(() => deviceOfToken(tokenHash(token))) : null
    if (!found || found.device.revokedAt !== null)
      throw new DeskError('NOT_PAIRED', 'This desk is not paired with the practice. Pair it again.')
    const { device, practiceId } = found
    if (!device.lastSeenAt || Date.parse(device.lastSeenAt) + SEEN_EVERY_MS < deps.clock.nowMs())
      await deps.store.write('device-seen', () => markSeen(practiceId, device.id, nowOf(deps.clock)))
    c.set('desk', { ...deps.base, practiceId, actor: { kind: 'desk', id: device.id }, device })
    await next()
  }
}
