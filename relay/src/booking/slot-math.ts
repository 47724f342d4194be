import type { OperatoryId } from '@dentalanswer/shared/domain/ids.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { addDays } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DayClock } from './day-clock.ts'
import { dayClock, dayClockAt, firstReached } from './day-clock.ts'
import type { Search } from './free-starts.ts'
import { beginSearch, openDay, seek, slotOf } from './free-starts.ts'
import type { Interval, Minutes } from './intervals.ts'
import { overlaps } from './intervals.ts'
import type { Busy, Calendar, Candidate, OpenSlot } from './slot-calendar.ts'
import { attendances, isClosedFor, timesAtWork, workingIntervals } from './slot-calendar.ts'

export type { Interval, Minutes } from './intervals.ts'
export type { Busy, Calendar, Candidate, OpenSlot, WeeklyHours } from './slot-calendar.ts'

export type DayRange = { from: LocalDate; to: LocalDate }
export type DayWindow = { fromMinute: number; toMinute: number }

/** Free starts in the practice days `from`–`to` (both included), earliest first and then in candidate order; each provider has a
 *  start once, in the first free operatory of the candidate. `window` is the wall-clock part of the day the start falls in. */
export function openSlots(
  calendar: Calendar,
  candidates: Candidate[],
  days: DayRange,
  window?: DayWindow,
  limit: number = Number.POSITIVE_INFINITY,
): OpenSlot[] {
  const searches = candidates.map((candidate) => beginSearch(calendar, candidate))
  const dentists = attendances(calendar)
  const slots: OpenSlot[] = []
  for (let date = days.from; date <= days.to && slots.length < limit; date = addDays(date, 1)) {
    const clock = dayClock(date, calendar.zone)
    const bounds = startBounds(calendar, clock, window)
    if (bounds.start >= bounds.end) continue
    const present = timesAtWork(dentists, [clock])
    for (const search of searches) openDay(search, calendar, clock, bounds, present)
    takeInOrder(slots, searches, clock, calendar.stepMinutes, limit)
  }
  return slots
}

function startBounds({ earliest, latest }: Calendar, clock: DayClock, window: DayWindow = { fromMinute: 0, toMinute: 1440 }): Interval {
  return {
    start: Math.max(earliest, firstReached(clock, window.fromMinute)),
    end: Math.min(latest, firstReached(clock, window.toMinute)),
  }
}

function takeInOrder(slots: OpenSlot[], searches: Search[], clock: DayClock, step: number, limit: number): void {
  while (slots.length < limit) {
    let first: Search | undefined
    for (const search of searches) if (search.start < (first?.start ?? Number.POSITIVE_INFINITY)) first = search
    if (!first) return
    slots.push(slotOf(first))
    seek(first, clock, step, first.start + 1)
  }
}

export type Conflict =
  | 'IN_THE_PAST_OR_TOO_SOON'
  | 'BEYOND_HORIZON'
  | 'OUTSIDE_HOURS'
  | 'CLOSED'
  | 'PROVIDER_BUSY'
  | 'OPERATORY_BUSY'
  | 'OPERATORY_NOT_SUITABLE'
  | 'PATIENT_BUSY'
  | 'NO_DENTIST_PRESENT'

/** Every reason why this visit cannot be here, in the order of `Conflict`; none when it can. The start may lie off the step. */
export function conflictsAt(calendar: Calendar, candidate: Candidate, slot: { operatoryId: OperatoryId; start: Minutes }): Conflict[] {
  const { providerId, operatoryIds } = candidate
  const visit = { start: slot.start, end: slot.start + candidate.durationMinutes }
  const held = { start: visit.start, end: visit.end + candidate.bufferMinutes }
  const isTaken = (span: Interval, isOurs: (row: Busy) => boolean) => calendar.busy.some((row) => overlaps(row, span) && isOurs(row))
  const reasons: [Conflict, boolean][] = [
    ['IN_THE_PAST_OR_TOO_SOON', visit.start < calendar.earliest],
    ['BEYOND_HORIZON', visit.start >= calendar.latest],
    ['OUTSIDE_HOURS', !isWithinHours(calendar, candidate, visit)],
    ['CLOSED', isTaken(held, (row) => row.kind === 'practice') || isTaken(visit, (row) => isClosedFor(row, providerId))],
    ['PROVIDER_BUSY', isTaken(visit, (row) => row.kind === 'provider' && row.resourceId === providerId && !row.away)],
    ['OPERATORY_BUSY', isTaken(held, (row) => row.kind === 'operatory' && row.resourceId === slot.operatoryId)],
    ['OPERATORY_NOT_SUITABLE', !operatoryIds.includes(slot.operatoryId)],
    ['PATIENT_BUSY', isTaken(visit, (row) => row.kind === 'patient')],
    ['NO_DENTIST_PRESENT', !hasPresence(calendar, visit)],
  ]
  return reasons.filter(([, applies]) => applies).map(([conflict]) => conflict)
}

function isWithinHours({ hours, zone }: Calendar, { providerId }: Candidate, visit: Interval): boolean {
  const ours = hours.filter((row) => row.providerId === providerId)
  return workingIntervals(ours, dayClockAt(visit.start, zone)).some(({ start, end }) => start <= visit.start && visit.end <= end)
}

function hasPresence(calendar: Calendar, visit: Interval): boolean {
  const { presence, zone } = calendar
  if (!presence) return true
  const clocks = [dayClockAt(visit.start, zone), dayClockAt(visit.end - 1, zone)]
  const present = timesAtWork(attendances(calendar), clocks)
  return present.some(({ start, end }) => Math.min(end, visit.end) - Math.max(start, visit.start) >= presence.minutes)
}
