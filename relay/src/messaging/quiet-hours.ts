import { addDays, type Instant, instantAt, type TimeZone, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'

const FROM_MINUTE = 8 * 60
const TO_MINUTE = 21 * 60

/** The first instant at or after `now` at which a text that answers nothing may go out: 8:00 to 21:00 wall clock. */
export function nextAllowedInstant(now: Instant, zone: TimeZone): Instant {
  const { date, minuteOfDay } = wallClock(now, zone)
  if (minuteOfDay < FROM_MINUTE) return instantAt(date, FROM_MINUTE, zone)
  if (minuteOfDay >= TO_MINUTE) return instantAt(addDays(date, 1), FROM_MINUTE, zone)
  return now
}
