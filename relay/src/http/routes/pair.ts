import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { PAIR_PATH, PairInput } from '@dentalanswer/shared/contract/routes.ts'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { pairDevice } from '../../desk/pair-device.ts'
import { attemptLimit } from '../attempt-limit.ts'
import { limitBody, parseJson, readText } from '../read-body.ts'

/** A code is one of 32 to the 8th power and lives ten minutes, so the total only has to keep a flood from costing anything; a low one would
 *  let a stranger keep every desk from pairing. */
const LIMITS = { perKey: 5, inTotal: 2_000 }

/** One-time pairing code → device token. Few tries a minute from one network. */
export function pairRoute(deps: RelayDeps) {
  const limit = attemptLimit(deps.clock, LIMITS)
  return new Hono().post(PAIR_PATH, limitBody(4 * 1024), async (c) => {
    if (!limit.take(networkOf(addressOf(deps, c)))) throw new DeskError('TOO_MANY_ATTEMPTS', 'Too many tries. Wait a minute and try again.')
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

/** Whoever has one IPv6 address has the whole /64. */
function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}
