import { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { z } from 'zod'

/** How the desk stands with its relay. `refused`: the desk was unpaired there. `outdated`: the two speak different versions.
 *  `clockOffsetMs` is the relay's time minus this machine's; what the desk shows follows the relay. */
export const LineState = z.object({
  state: z.enum(['unpaired', 'connecting', 'live', 'offline', 'refused', 'outdated']),
  /** Since when it is so. */
  since: Instant,
  /** The last moment at which everything shown was true. */
  asOf: Instant.nullable(),
  /** Why, in words for staff. */
  reason: z.string().nullable(),
  clockOffsetMs: z.number(),
})
export type LineState = z.infer<typeof LineState>
