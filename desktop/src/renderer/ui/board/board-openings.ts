import { epochMs, type Instant, MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView } from '../../../ipc/views.ts'
import { spanWords, type Times } from '../times.ts'
import type { BoardOpening } from './board.ts'
import type { Seated } from './board-columns.ts'
import { type DayAxis, minuteOn } from './day-axis.ts'

/** Freed time of one day that is still open, with how long there is left to fill it. */
export function boardOpenings({
  view,
  axis,
  now,
  times,
}: {
  view: DaysView
  axis: DayAxis
  now: Instant
  times: Times
}): (BoardOpening & Seated)[] {
  return view.openings
    .filter((one) => one.status === 'open' && times.dayOf(one.startsAt) === axis.day)
    .map((one) => ({
      openingId: one.id,
      providerId: one.providerId,
      operatoryId: one.operatoryId,
      from: minuteOn(axis, one.startsAt),
      to: minuteOn(axis, one.endsAt),
      title: `Open ${times.clock(one.startsAt)}`,
      words: timeLeft(one.startsAt, one.endsAt, now),
      isOver: one.endsAt <= now,
    }))
}

/** "3 h 48 min left" until it begins, "20 min left of it" once it has begun. */
export function timeLeft(startsAt: Instant, endsAt: Instant, now: Instant): string {
  const minutesTo = (at: Instant) => Math.ceil((epochMs(at) - epochMs(now)) / MS_PER_MINUTE)
  if (endsAt <= now) return 'over'
  return startsAt > now ? `${spanWords(minutesTo(startsAt))} left` : `${spanWords(minutesTo(endsAt))} left of it`
}
