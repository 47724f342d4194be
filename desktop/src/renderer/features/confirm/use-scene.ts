import { instantAt, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useMemo } from 'react'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { nextBusinessDays, type PracticeNow, usePractice } from '../../live/practice.ts'
import { type DayCount, dayCounts } from './day-counts.ts'
import { type Household, householdsOf } from './households-of.ts'

const DAYS_AHEAD = 2
/** Whoever has not answered by then is phoned about the next business day, and about today's visits from the first hour on. */
const CALL_MINUTE = 15 * 60
const CALL_TODAY_MINUTE = 10 * 60

export type Scene = {
  practice: PracticeNow
  days: LocalDate[]
  households: Household[]
  counts: DayCount[]
  /** When calls about the next business day begin: 3:00 PM. */
  callsFrom: ReturnType<typeof instantAt>
}

/** The rest of today and the next two business days, by household. */
export function useScene(): { scene: Scene | null; live: { error: Error | null; again: () => void } } {
  const practice = usePractice()
  const days = useMemo(
    () => (practice ? [practice.today, ...nextBusinessDays(practice.setup, practice.today, DAYS_AHEAD)] : []),
    [practice?.setup, practice?.today, practice],
  )
  const live = useLive('days.read', days[0] ? { from: days[0], to: days.at(-1)! } : null)
  // A household changes with the minute at most.
  const now = `${useNow().slice(0, 16)}:00.000Z` as Scene['callsFrom']
  const view = live.value
  const households = useMemo(() => {
    if (!practice || !view) return null
    const zone = practice.setup.practice.timeZone
    const callFromOn = (day: LocalDate) => {
      if (day === practice.today) return instantAt(day, CALL_TODAY_MINUTE, zone)
      return day === days[1] ? instantAt(practice.today, CALL_MINUTE, zone) : null
    }
    return householdsOf({ view, now, dayOf: practice.times.dayOf, callFromOn, days, phoneNumbers: practice.setup.phoneNumbers })
  }, [view, practice?.setup, practice?.today, practice, now, days])
  if (!practice || !households) return { scene: null, live }
  const callsFrom = instantAt(practice.today, CALL_MINUTE, practice.setup.practice.timeZone)
  return { scene: { practice, days, households, counts: dayCounts(households, days), callsFrom }, live }
}
