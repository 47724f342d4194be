import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, type LocalDate, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'

/** The days of the week that holds `day`, Monday first; days on which nobody works only when something stands on them. */
export function weekOf(setup: Pick<Setup, 'hours'>, day: LocalDate, busyDays: ReadonlySet<string>): LocalDate[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  const worked = new Set(setup.hours.flatMap((one) => one.shifts.map((shift) => shift.weekday)))
  const all = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  return all.filter((one) => worked.has(weekdayOf(one)) || busyDays.has(one) || one === day)
}

export const weekSpan = (day: LocalDate): { from: LocalDate; to: LocalDate } => {
  const from = addDays(day, 1 - weekdayOf(day))
  return { from, to: addDays(from, 6) }
}
