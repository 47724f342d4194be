import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, type Instant, instantAt, type TimeZone, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { zonesOfNumber } from './area-code-zones.ts'

const FROM_MINUTE = 8 * 60
const TO_MINUTE = 21 * 60
/** Two clocks far apart need a few looks to meet; two that never do would need them forever. */
const MOST_LOOKS = 6

/** The first instant at or after `now` at which a text that answers nothing may go to a number: 8:00 to 21:00 by the practice's wall
 *  clock and by every one its area code may live by. Only the practice's counts where the clocks leave no common hour. */
export function nextAllowedInstant(now: Instant, practiceZone: TimeZone, phoneNumber: PhoneNumber): Instant {
  const zones = [practiceZone, ...zonesOfNumber(phoneNumber)]
  let at = now
  for (let look = 0; look < MOST_LOOKS; look++) {
    const latest = zones.map((zone) => nextInZone(at, zone)).reduce((one, other) => (one > other ? one : other))
    if (latest === at) return at
    at = latest
  }
  return nextInZone(now, practiceZone)
}

function nextInZone(now: Instant, zone: TimeZone): Instant {
  const { date, minuteOfDay } = wallClock(now, zone)
  if (minuteOfDay < FROM_MINUTE) return instantAt(date, FROM_MINUTE, zone)
  if (minuteOfDay >= TO_MINUTE) return instantAt(addDays(date, 1), FROM_MINUTE, zone)
  return now
}
