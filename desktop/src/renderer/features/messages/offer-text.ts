import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { z } from 'zod'
import { visitWords } from './template-values.ts'

export type OpenSlot = z.infer<typeof OpenSlotOut>
const MOST = 3

/** Three times to choose from: on different days where there are such, earliest first. */
export function slotsToOffer(slots: readonly OpenSlot[], dayOf: (at: OpenSlot['startsAt']) => LocalDate): OpenSlot[] {
  const times = slots.filter((one, at) => slots.findIndex((other) => other.startsAt === one.startsAt) === at)
  const firsts = times.filter((one, at) => times.findIndex((other) => dayOf(other.startsAt) === dayOf(one.startsAt)) === at)
  const chosen = firsts.slice(0, MOST)
  const rest = times.filter((one) => !chosen.includes(one)).slice(0, MOST - chosen.length)
  return [...chosen, ...rest].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/** The sentence that offers them: "We have Tue, Mar 3 at 2:30 PM, … or …. Which one suits you?" */
export function offerText(slots: readonly OpenSlot[], language: Patient['language'], timeZone: TimeZone): string {
  const at = language === 'es' ? ' a las ' : ' at '
  const times = slots.map(({ startsAt }) => {
    const { day, time } = visitWords(startsAt, timeZone, language)
    return day + (language === 'es' && time.startsWith('1:') ? ' a la ' : at) + time
  })
  const last = times.at(-1) ?? ''
  const all = times.length < 2 ? last : `${times.slice(0, -1).join(', ')} ${language === 'es' ? 'o' : 'or'} ${last}`
  return language === 'es' ? `Tenemos ${all}. Cual le conviene?` : `We have ${all}. Which one suits you?`
}
