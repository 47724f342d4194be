import type { DayClock } from './day-clock.ts'
import { nextStart } from './day-clock.ts'
import type { Interval, Minutes } from './intervals.ts'
import { intersectIntervals, mergeIntervals } from './intervals.ts'
import type { Busy, Calendar, Candidate, OpenSlot, WeeklyHours } from './slot-calendar.ts'
import { workingIntervals } from './slot-calendar.ts'

/** A merged list of taken time, read forward only: `next` is the first interval not yet passed. */
type Track = { taken: Interval[]; next: number }

/** One candidate's walk through the days. `start` is its next free start, Infinity once the day has none left. */
export type Search = {
  candidate: Candidate
  hours: WeeklyHours[]
  person: Track
  operatories: Track[]
  ranges: Interval[]
  start: Minutes
  operatory: number
}

export function beginSearch(calendar: Calendar, candidate: Candidate): Search {
  const { providerId, operatoryIds } = candidate
  const track = (isTaken: (row: Busy) => boolean): Track => ({ taken: mergeIntervals(calendar.busy.filter(isTaken)), next: 0 })
  return {
    candidate,
    hours: calendar.hours.filter((row) => row.providerId === providerId),
    person: track((row) => row.kind === 'practice' || row.kind === 'patient' || (row.kind === 'provider' && row.resourceId === providerId)),
    operatories: operatoryIds.map((id) => track((row) => row.kind === 'practice' || (row.kind === 'operatory' && row.resourceId === id))),
    ranges: [],
    start: Number.POSITIVE_INFINITY,
    operatory: 0,
  }
}

/** Moves the search to its first free start of a later day, inside `bounds`. `present` lists when each provider of the presence
 *  rule is at work; it is not read without such a rule. */
export function openDay(search: Search, calendar: Calendar, clock: DayClock, bounds: Interval, present: Interval[]): void {
  const { durationMinutes } = search.candidate
  const startsThatFit = ({ start, end }: Interval) => ({ start, end: end - durationMinutes + 1 })
  const inHours = mergeIntervals(workingIntervals(search.hours, clock).map(startsThatFit))
  const inBounds = intersectIntervals(inHours, [bounds])
  const { presence } = calendar
  search.ranges = presence ? intersectIntervals(inBounds, startsWithPresence(present, presence.minutes, durationMinutes)) : inBounds
  seek(search, clock, calendar.stepMinutes, bounds.start)
}

/** Moves the search to its first free start at or after `from`, jumping over whole taken stretches. */
export function seek(search: Search, clock: DayClock, step: number, from: Minutes): void {
  let at = from
  for (const range of search.ranges) {
    if (range.end <= at) continue
    at = nextStart(clock, Math.max(at, range.start), step)
    while (at < range.end) {
      const hope = firstHope(search, at)
      if (hope === at) {
        search.start = at
        return
      }
      at = nextStart(clock, hope, step)
    }
  }
  search.start = Number.POSITIVE_INFINITY
}

export function slotOf({ candidate, operatory, start }: Search): OpenSlot {
  const end = start + candidate.durationMinutes
  return {
    providerId: candidate.providerId,
    operatoryId: candidate.operatoryIds[operatory]!,
    start,
    end,
    releasedAt: end + candidate.bufferMinutes,
  }
}

/** `at` itself when the visit can start then (and notes the operatory), else the first later minute worth trying. */
function firstHope(search: Search, at: Minutes): Minutes {
  const end = at + search.candidate.durationMinutes
  const personFreeFrom = freeFrom(search.person, at, end)
  if (personFreeFrom > at) return personFreeFrom
  let hope = Number.POSITIVE_INFINITY
  for (let index = 0; index < search.operatories.length; index++) {
    const operatoryFreeFrom = freeFrom(search.operatories[index]!, at, end + search.candidate.bufferMinutes)
    if (operatoryFreeFrom === at) search.operatory = index
    if (operatoryFreeFrom === at) return at
    hope = Math.min(hope, operatoryFreeFrom)
  }
  return hope
}

function freeFrom(track: Track, start: Minutes, end: Minutes): Minutes {
  while (track.next < track.taken.length && track.taken[track.next]!.end <= start) track.next++
  const taken = track.taken[track.next]
  return taken && taken.start < end ? taken.end : start
}

function startsWithPresence(present: Interval[], presenceMinutes: number, durationMinutes: number): Interval[] {
  if (presenceMinutes > durationMinutes) return []
  const longEnough = present.filter(({ start, end }) => end - start >= presenceMinutes)
  return mergeIntervals(
    longEnough.map(({ start, end }) => ({ start: start + presenceMinutes - durationMinutes, end: end - presenceMinutes + 1 })),
  )
}
