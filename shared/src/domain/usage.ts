import { z } from 'zod'
import { PhoneNumberId } from './ids.ts'
import { PhoneNumber } from './phone.ts'

/** A calendar month of the practice's own time, "2026-11". */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month like 2026-11')
export type Month = z.infer<typeof Month>

/** What one number did and cost in one month. Money is in millionths of a dollar. */
export const NumberUsage = z.object({
  month: Month,
  /** Null: calls and texts of numbers that are gone. */
  phoneNumberId: PhoneNumberId.nullable(),
  phoneNumber: PhoneNumber.nullable(),
  label: z.string(),
  calls: z.int(),
  /** Calls in which something was booked. */
  callsBooked: z.int(),
  seconds: z.int(),
  /** Calls whose cost the voice service has not told yet. */
  callsWithoutCost: z.int(),
  textsIn: z.int(),
  textsOut: z.int(),
  segmentsIn: z.int(),
  segmentsOut: z.int(),
  voiceMicrodollars: z.int(),
  textMicrodollars: z.int(),
  rentMicrodollars: z.int(),
  totalMicrodollars: z.int(),
})
export type NumberUsage = z.infer<typeof NumberUsage>

/** `charged` is what the operator's prices make of it; `margin` (charged less cost) is there only where the operator shows it. */
export const UsageReport = z.object({
  months: z.array(Month),
  rows: z.array(NumberUsage),
  totals: z.array(
    z.object({
      month: Month,
      totalMicrodollars: z.int(),
      chargedMicrodollars: z.int().nullable(),
      marginMicrodollars: z.int().nullable(),
    }),
  ),
  /** What is counted with, so that a bill can be checked. */
  rates: z.object({ segmentOutMicrodollars: z.int(), segmentInMicrodollars: z.int() }),
})
export type UsageReport = z.infer<typeof UsageReport>
