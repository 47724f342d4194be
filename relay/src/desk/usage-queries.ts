import { nowOf } from '../ports/clock.ts'
import { loadSetup } from '../store/setup.ts'
import { type Prices, readUsage } from '../usage/read-usage.ts'
import type { Queries } from './desk-context.ts'

/** What numbers did and cost, by the prices of this relay. */
export const usageQueries = (prices: Prices): Pick<Queries, 'usage.read'> => ({
  'usage.read': (ctx, { from, to }) =>
    ctx.store.read(function* () {
      return yield* readUsage(yield* loadSetup(ctx.practiceId), { from, to, now: nowOf(ctx.clock), prices })
    }),
})
