import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { comingWeekday, type DaySpan, nextDayOfMonth, nextMonthDay, weekStart } from './calendar-days.ts'

/** A day as it was said, before it is known which days it stands next to: "Thursday" means another day after "Monday to". */
export type DaySaid =
  | { kind: 'date'; date: LocalDate }
  | { kind: 'monthDay'; month: number; day: number }
  | { kind: 'dayOfMonth'; day: number }
  | { kind: 'weekday'; weekday: number; week: 'coming' | 'next' | 'last'; plusDays: number }
  | ({ kind: 'span' } & DaySpan)
  | { kind: 'soonest' }
  | { kind: 'impossible' }

export const IMPOSSIBLE: DaySaid = { kind: 'impossible' }

/** How many days "any time" looks at, today being the first. */
export const SOONEST_DAYS = 14

/** The days meant when counted from `base` (today, or the start of a range); `null` when the calendar has no such day. */
export function placeDay(said: DaySaid, base: LocalDate): DaySpan | null {
  switch (said.kind) {
    case 'date':
      return oneDay(said.date)
    case 'monthDay':
      return oneDay(nextMonthDay(said.month, said.day, base))
    case 'dayOfMonth':
      return oneDay(nextDayOfMonth(said.day, base))
    case 'weekday':
      return oneDay(addDays(placeWeekday(said.weekday, said.week, base), said.plusDays))
    case 'span':
      return { from: said.from, to: said.to }
    case 'soonest':
      return { from: base, to: addDays(base, SOONEST_DAYS - 1) }
    case 'impossible':
      return null
  }
}

/** "Wednesday" is the coming one and today counts; "next Wednesday" is the one in the next calendar week, which starts on
 *  Monday, so on a Sunday it is three days away; "last Wednesday" is the one before today. */
function placeWeekday(weekday: number, week: 'coming' | 'next' | 'last', base: LocalDate): LocalDate {
  if (week === 'next') return addDays(weekStart(base), 6 + weekday)
  const coming = comingWeekday(weekday, base)
  return week === 'last' ? addDays(coming, -7) : coming
}

function oneDay(date: LocalDate | null): DaySpan | null {
  return date && { from: date, to: date }
}
