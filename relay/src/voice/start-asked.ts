import { type Instant, instantAt, type LocalDate, type TimeZone, wallTimeExists } from '@dentalanswer/shared/domain/practice-time.ts'
import { speakDay } from './speak.ts'
import { resolveTime, resolveWhen } from './when/resolve-when.ts'

export type StartAsked = { startsAt: Instant; date: LocalDate; minuteOfDay: number } | { ask: string }

/** One exact start from what was said, or the question to ask. The day is the server's to work out, never the model's. */
export function startAsked(said: string, timeSaid: string, zone: TimeZone, today: LocalDate): StartAsked {
  const when = said ? resolveWhen(said, today) : null
  if (!when?.exactDay) return { ask: 'Which day and time would you like?' }
  if (when.contradiction) return { ask: `${speakDay(when.contradiction.date, today)} is a different weekday. Which day did you mean?` }
  if (when.from < today) return { ask: 'That day is already past. Which day would you like?' }
  const minuteOfDay = when.atMinute ?? (timeSaid ? resolveTime(timeSaid) : null)
  if (minuteOfDay === null) return { ask: `At what time on ${speakDay(when.from, today)}?` }
  if (!wallTimeExists(when.from, minuteOfDay, zone))
    return { ask: 'The clocks go forward that night, so that time does not exist. Which other time would suit you?' }
  return { startsAt: instantAt(when.from, minuteOfDay, zone), date: when.from, minuteOfDay }
}
