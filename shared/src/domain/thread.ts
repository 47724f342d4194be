import { z } from 'zod'
import { PhoneNumber } from './phone.ts'
import { Instant } from './practice-time.ts'
import { line } from './text.ts'

/** What staff decided about the texts of one number; a number nobody decided about has none. While somebody has taken it over, the
 *  machine neither answers its texts nor acts on them, opt-out words and emergencies excepted. */
export const Thread = z.object({
  phoneNumber: PhoneNumber,
  takenOverBy: line(80).nullable(),
  takenOverAt: Instant.nullable(),
  /** Out of sight until then; a new text ends it. */
  snoozedUntil: Instant.nullable(),
  updatedAt: Instant,
})
export type Thread = z.infer<typeof Thread>
