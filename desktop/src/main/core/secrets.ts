import { Device } from '@dentalanswer/shared/domain/device.ts'
import { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { z } from 'zod'

/** What makes this machine a desk of one practice. Kept by the system's secure store and never shown, logged or sent to the window. */
export const Secrets = z.object({
  /** The relay's address, with a slash at its end. */
  relay: z.url(),
  token: z.string().min(20),
  /** The cache's key: 32 bytes as 64 hexadecimal characters. */
  cacheKey: z.string().regex(/^[0-9a-f]{64}$/),
  device: Device,
  practice: Practice,
})
export type Secrets = z.infer<typeof Secrets>
