import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { PAIR_PATH, PairInput } from '@dentalanswer/shared/contract/routes.ts'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { pairDevice } from '../../desk/pair-device.ts'
import { attemptLimit } from '../attempt-limit.ts'
import { limitBody, parseJson, readText } from '../read-body.ts'

/** One-time pairing code → device token. Few tries a minute, from one address and in total. */
export function pairRoute(deps: RelayDeps) {
  const limit = attemptLimit(deps.clock, { perKey: 5, inTotal: 60 })
  return new Hono().post(PAIR_PATH, limitBody(4 * 1024), async (c) => {
    if (!limit.take(addressOf(deps, c))) throw new DeskError('TOO_MANY_ATTEMPTS', 'Too many tries. Wait a minute and try again.')
    const parsed = PairInput.safeParse(parseJson(await readText(c)))
    if (!parsed.success) {
      const isCode = parsed.error.issues.some((issue) => issue.path[0] === 'code')
      throw new DeskError('BAD_INPUT', isCode ? 'A pairing code has eight letters and digits.' : 'Give this desk a name.')
    }
    return c.json(await pairDevice(deps.base, parsed.data))
  })
}

function addressOf(deps: RelayDeps, c: Context): string {
  const forwarded = deps.config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Called without a socket, as tests do.
    return 'unknown'
  }
}
