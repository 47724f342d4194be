import { line } from '@dentalanswer/shared/domain/text.ts'
import { z } from 'zod'

/** What belongs to this desk and not to the practice. */
export const Preferences = z.object({
  /** Who sits here; written beside what this desk takes over or answers. */
  staffName: line(40).default(''),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Counter mode: names and reasons are blurred on screen and left out of the system's notifications. */
  counterMode: z.boolean().default(false),
  /** Names in the system's notifications while the screen is unlocked and counter mode is off. */
  namesInNotifications: z.boolean().default(true),
  sounds: z.boolean().default(true),
  /** A cancellation of today or tomorrow also shows as a notification of the system. */
  notifyCancellations: z.boolean().default(true),
  notifyCalls: z.boolean().default(true),
  startWithComputer: z.boolean().default(false),
  keepInTray: z.boolean().default(true),
  dayColumns: z.enum(['operatories', 'providers']).default('operatories'),
  zoom: z.number().min(0.5).max(3).default(1),
})
export type Preferences = z.infer<typeof Preferences>

/** What changes; the rest stays. */
export const PreferencesChange = z.object(
  Object.fromEntries(Object.entries(Preferences.shape).map(([name, one]) => [name, one.removeDefault().optional()])) as unknown as {
    [K in keyof typeof Preferences.shape]: z.ZodOptional<ReturnType<(typeof Preferences.shape)[K]['removeDefault']>>
  },
)
export type PreferencesChange = z.infer<typeof PreferencesChange>
