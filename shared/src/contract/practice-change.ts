import { z } from 'zod'
import { Practice, PracticeSettings } from '../domain/practice.ts'

/** Only the settings that change are sent, so their defaults must not come in for the others. */
const SettingsChange = z.object(
  Object.fromEntries(
    Object.entries(PracticeSettings.shape).map(([name, setting]) => [name, setting.removeDefault().optional()]),
  ) as unknown as {
    [K in keyof typeof PracticeSettings.shape]: z.ZodOptional<ReturnType<(typeof PracticeSettings.shape)[K]['removeDefault']>>
  },
)
/** What staff may change about their practice; what is not named stays as it is. */
export const PracticeChange = Practice.pick({ name: true, textName: true, phoneNumber: true, timeZone: true })
  .partial()
  .extend({ settings: SettingsChange.optional() })
