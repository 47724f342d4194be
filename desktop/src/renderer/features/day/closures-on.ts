import type { Closure, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, instantAt, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'

/** What is closed or kept on a day, earliest first; also what began before it and goes on. */
export function closuresOn(setup: Pick<Setup, 'closures' | 'practice'>, day: LocalDate): Closure[] {
  const zone = setup.practice.timeZone
  const from = instantAt(day, 0, zone)
  const to = instantAt(addDays(day, 1), 0, zone)
  return setup.closures
    .filter((one) => !one.removedAt && one.startsAt < to && one.endsAt > from)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.id < b.id ? -1 : 1))
}
