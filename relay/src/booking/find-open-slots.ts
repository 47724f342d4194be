import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, daysBetween, type Instant, type LocalDate, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Work } from '../store/work.ts'
import { type CalendarQuestion, calendarOf, candidatesFor, FURTHEST_DAYS, requireType } from './calendar-of.ts'
import { type OpenSlot, openSlots } from './slot-math.ts'

export type SlotQuestion = CalendarQuestion & { window?: { fromMinute: number; toMinute: number } | null; limit?: number }

const LONGEST_RANGE_DAYS = 60

/** Open starts for one appointment type, earliest first. `from`/`to` are practice days, both included.
 *  Throws `UNKNOWN_TYPE`, `RANGE_TOO_LONG` (over 60 days). */
export function* findOpenSlots(setup: Setup, now: Instant, question: SlotQuestion): Work<OpenSlot[]> {
  const today = localDateOf(now, setup.practice.timeZone)
  const from = question.from < today && question.by === 'machine' ? today : question.from
  if (daysBetween(from, question.to) > LONGEST_RANGE_DAYS) throw new DeskError('RANGE_TOO_LONG', 'Ask for at most 60 days at a time.')
  if (question.to < from || daysBetween(today, from) > FURTHEST_DAYS) return []
  const type = requireType(setup, question.appointmentTypeId)
  const candidates = candidatesFor(setup, type, question.providerId)
  const calendar = yield* calendarOf(setup, now, { ...question, from })
  return openSlots(calendar, candidates, { from, to: question.to }, question.window ?? undefined, question.limit)
}

/** The first open starts on or after a day, looking at most 60 days ahead, a fortnight at a time. */
export function* findNextSlots(setup: Setup, now: Instant, question: Omit<SlotQuestion, 'to'>, enough = 12): Work<OpenSlot[]> {
  const found: OpenSlot[] = []
  for (
    let from: LocalDate = question.from;
    daysBetween(question.from, from) <= LONGEST_RANGE_DAYS && found.length < enough;
    from = addDays(from, 14)
  )
    found.push(...(yield* findOpenSlots(setup, now, { ...question, from, to: addDays(from, 13) })))
  return found
}
