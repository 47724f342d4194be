import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, type Instant, instantAt, minuteOfTime, wallClock, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'

/** The first instant at or after `now` at which anybody works and the practice is not closed; `now` itself if none is found in 60 days. */
export function nextWorkingInstant(setup: Setup, now: Instant): Instant {
  const zone = setup.practice.timeZone
  const closed = setup.closures.filter((one) => one.kind === 'closed' && one.providerId === null && one.operatoryId === null)
  const atWork = new Set(setup.providers.filter((one) => one.active).map((one) => one.id))
  const { date: today } = wallClock(now, zone)
  for (let ahead = 0; ahead <= 60; ahead++) {
    const date = addDays(today, ahead)
    const shifts = setup.hours
      .filter((one) => atWork.has(one.providerId))
      .flatMap((one) => one.shifts)
      .filter((shift) => shift.weekday === weekdayOf(date))
      .map((shift) => ({
        start: instantAt(date, minuteOfTime(shift.startsAt), zone),
        end: instantAt(date, minuteOfTime(shift.endsAt), zone),
      }))
      .sort((a, b) => (a.start < b.start ? -1 : 1))
    for (const shift of shifts) {
      let start = shift.start > now ? shift.start : now
      for (const closure of closed) if (closure.startsAt <= start && closure.endsAt > start) start = closure.endsAt
      if (start < shift.end) return start
    }
  }
  return now
}
