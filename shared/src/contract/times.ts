import { z } from 'zod'
import { OperatoryId, ProviderId } from '../domain/ids.ts'
import { Instant, LocalDate } from '../domain/practice-time.ts'

/** Why a time cannot be had, for a desk to show beside it. */
export const SlotConflict = z.enum([
  'IN_THE_PAST_OR_TOO_SOON',
  'BEYOND_HORIZON',
  'OUTSIDE_HOURS',
  'CLOSED',
  'PROVIDER_BUSY',
  'OPERATORY_BUSY',
  'OPERATORY_NOT_SUITABLE',
  'PROVIDER_NOT_SUITABLE',
  'PATIENT_BUSY',
  'NO_DENTIST_PRESENT',
])
export type SlotConflict = z.infer<typeof SlotConflict>

/** Days and times a desk may name. Calendars of other centuries are slips of the keyboard, and beyond the year 9999 dates break. */
export const Day = LocalDate.refine((day) => day >= '1900-01-01' && day < '2200-01-01', 'not a day between 1900 and 2199')
export const Time = Instant.refine((time) => time >= '1900-01-01' && time < '2200-01-01', 'not a time between 1900 and 2199')

export const OpenSlotOut = z.object({
  providerId: ProviderId,
  operatoryId: OperatoryId,
  startsAt: Instant,
  endsAt: Instant,
  releasedAt: Instant,
})
export type OpenSlotOut = z.infer<typeof OpenSlotOut>

/** In `details` of a refused booking or move (`SLOT_TAKEN`, `NOT_BOOKABLE`): why, and up to three open times nearest to it. */
export const TimeRefusal = z.object({ conflicts: z.array(SlotConflict).default([]), alternatives: z.array(OpenSlotOut).default([]) })
export type TimeRefusal = z.infer<typeof TimeRefusal>
