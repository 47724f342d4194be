import { z } from 'zod'
import { DeviceId } from './ids.ts'
import { Instant } from './practice-time.ts'
import { line } from './text.ts'

/** One installed desk that has been paired with the practice. */
export const Device = z.object({
  id: DeviceId,
  name: line(60, 1),
  pairedAt: Instant,
  lastSeenAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
})
export type Device = z.infer<typeof Device>
