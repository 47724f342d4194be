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
const Named = Practice.pick({ name: true, textName: true, phoneNumber: true, timeZone: true })
  .partial()
  .extend({ settings: SettingsChange.optional() })
/** What staff may change about their practice; what is not named stays as it is. `expected` holds the values they began from: where one
 *  that is named there is another by now, `CHANGED_MEANWHILE` (details: `current`, the practice). Without it the last change wins. */
export const PracticeChange = Named.extend({ expected: Named.optional() })
