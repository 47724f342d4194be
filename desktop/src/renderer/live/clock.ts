import { type Instant, type LocalDate, localDateOf, type TimeZone, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { create } from 'zustand'
import { useSession } from './session.ts'

const STEP_MS = 5_000
const useTick = create(() => ({ tick: 0 }))
setInterval(() => useTick.setState(({ tick }) => ({ tick: tick + 1 })), STEP_MS)

/** The relay's time, in milliseconds: what this desk shows never follows a clock that is off. */
function deskNowMs(): number {
  return Date.now() + (useSession.getState().line?.clockOffsetMs ?? 0)
}

export function deskNow(): Instant {
  return toInstant(deskNowMs())
}

/** The present instant, redrawn every five seconds. */
export function useNow(): Instant {
  useTick((state) => state.tick)
  useSession((state) => state.line?.clockOffsetMs)
  return deskNow()
}

/** The practice's present day; a component that uses it is drawn anew only when the day changes. */
export function useToday(zone: TimeZone): LocalDate {
  return useTick(() => localDateOf(deskNow(), zone))
}
