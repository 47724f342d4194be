import type { Closure, ProviderHours } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, instantAt, type LocalDate, minuteOfTime, type TimeZone, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'

// Beyond a month of closed days the practice has no hours worth looking for.
const FURTHEST_DAYS = 31

type Week = { hours: ProviderHours[]; closures: Closure[]; zone: TimeZone }

/** The next `count` practice days after `today` on which anybody works. */
export function nextBusinessDays(week: Week, today: LocalDate, count: number): LocalDate[] {
  const days = Array.from({ length: FURTHEST_DAYS }, (_, at) => addDays(today, at + 1))
  return days.filter((day) => isBusinessDay(week, day)).slice(0, count)
}

/** Whether any shift of the day is left uncovered by the closures of the whole practice. */
export function isBusinessDay({ hours, closures, zone }: Week, day: LocalDate): boolean {
  const shifts = hours.flatMap((one) => one.shifts).filter((shift) => shift.weekday === weekdayOf(day))
  const closed = closures.filter(isWholePractice).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return shifts.some((shift) => {
    let from: string = instantAt(day, minuteOfTime(shift.startsAt), zone)
    const to = instantAt(day, minuteOfTime(shift.endsAt), zone)
    for (const closure of closed) if (closure.startsAt <= from && closure.endsAt > from) from = closure.endsAt
    return from < to
  })
}

function isWholePractice(closure: Closure): boolean {
  return closure.kind === 'closed' && closure.providerId === null && closure.operatoryId === null && closure.removedAt === null
}
