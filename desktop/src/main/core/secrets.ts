import { Device } from '@dentalanswer/shared/domain/device.ts'
import { Practice, PracticeSettings } from '@dentalanswer/shared/domain/practice.ts'
import { z } from 'zod'

/** What makes this machine a desk of one practice. Kept by the system's secure store and never shown, logged or sent to the window.
 *  A pairing outlives every version of this app: of the practice and the device as they were when it was kept, only what this version
 *  still understands counts, and the relay tells the rest. */
export const Secrets = z.object({
  /** The relay's address, with a slash at its end. */
  relay: z.url(),
  token: z.string().min(20),
  /** The cache's key: 32 bytes as 64 hexadecimal characters. */
  cacheKey: z.string().regex(/^[0-9a-f]{64}$/),
  device: z.unknown().transform((kept): Device => ({ ...NO_DEVICE, ...understood(Device.shape, kept) })),
  practice: z.unknown().transform((kept): Practice => ({ ...NO_PRACTICE, ...understood(Practice.shape, kept) })),
})
export type Secrets = z.output<typeof Secrets>

const NOBODY = '00000000-0000-4000-8000-000000000000'

// Complete by their types: a field that a later version adds has to be named here.
const NO_DEVICE: Device = {
  id: NOBODY as Device['id'],
  name: 'This desk',
  pairedAt: '1970-01-01T00:00:00.000Z' as Device['pairedAt'],
  lastSeenAt: null,
  revokedAt: null,
}
const NO_PRACTICE: Practice = {
  id: NOBODY as Practice['id'],
  name: 'Your practice',
  textName: 'Your practice',
  phoneNumber: '+12025550100' as Practice['phoneNumber'],
  country: 'US',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone as Practice['timeZone'],
  settings: PracticeSettings.parse({}),
  setupVersion: 0,
}

function understood(shape: Record<string, z.ZodType>, kept: unknown): Record<string, unknown> {
  const fields = z.record(z.string(), z.unknown()).safeParse(kept).data ?? {}
  const sound = Object.entries(shape).map(([name, schema]) => [name, schema.safeParse(fields[name])] as const)
  return Object.fromEntries(sound.flatMap(([name, parsed]) => (parsed.success ? [[name, parsed.data]] : [])))
}
