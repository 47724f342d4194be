import { addMinutes, type Instant, instantAt } from '@dentalanswer/shared/domain/practice-time.ts'
import { nextBusinessDays, type PracticeNow } from '../../live/practice.ts'

export type LaterTime = { words: string; at: Instant }
const MORNING_MINUTE = 9 * 60

/** The times something can be put off to in one step: half an hour, an hour, nine in the morning of the next business day. */
export function laterTimes(now: Instant, { setup, times, today }: PracticeNow): LaterTime[] {
  const [day] = nextBusinessDays(setup, today, 1)
  const soon = [
    { words: 'In 30 min', at: addMinutes(now, 30) },
    { words: 'In 1 h', at: addMinutes(now, 60) },
  ]
  if (!day) return soon
  const at = instantAt(day, MORNING_MINUTE, times.zone)
  return [...soon, { words: times.dayAndTime(at, today), at }]
}

/** When to try again after nobody answered. */
export const tryAgainAt = (now: Instant): Instant => addMinutes(now, 120)
