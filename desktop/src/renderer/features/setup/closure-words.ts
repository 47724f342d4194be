import type { Closure } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'

export const KIND_WORDS: Record<Closure['kind'], string> = {
  closed: 'Closed',
  block: 'Kept free',
  emergency_block: 'Kept for emergencies',
}

/** When: "Fri, Mar 6, all day", "Fri, Mar 6 – Sun, Mar 8, all day", "Fri, Mar 6 8:00 AM–12:00 PM". */
export function closureTimes(
  { startsAt, endsAt }: Pick<Closure, 'startsAt' | 'endsAt'>,
  { times, today }: Pick<PracticeNow, 'times' | 'today'>,
): string {
  const [start, end] = [wallClock(startsAt, times.zone), wallClock(endsAt, times.zone)]
  const isWhole = start.minuteOfDay === 0 && end.minuteOfDay === 0
  const last = isWhole ? addDays(end.date, -1) : end.date
  const day = (date: typeof last) => times.relativeDay(date, today)
  if (isWhole) return start.date === last ? `${day(last)}, all day` : `${day(start.date)} – ${day(last)}, all day`
  if (start.date === end.date) return `${day(start.date)} ${times.time(startsAt)}–${times.time(endsAt)}`
  return `${day(start.date)} ${times.time(startsAt)} – ${day(end.date)} ${times.time(endsAt)}`
}

export function closureWhom(
  { providerId, operatoryId }: Closure,
  { providerName, operatoryName }: Pick<PracticeNow, 'providerName' | 'operatoryName'>,
): string {
  if (providerId) return providerName(providerId)
  return operatoryId ? operatoryName(operatoryId) : 'The whole practice'
}
