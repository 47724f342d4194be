import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useMemo, useRef } from 'react'
import type { DaysView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import { type Live, useLive } from '../../live/live-query.ts'
import { type PracticeNow, usePractice } from '../../live/practice.ts'
import { useIsLive, usePreferences, useSession } from '../../live/session.ts'
import type { Board } from '../../ui/board/board.ts'
import type { Columns } from '../../ui/board/board-columns.ts'
import { boardOf } from '../../ui/board/board-of.ts'
import { type PendingChange, pendingOf } from '../../ui/board/pending.ts'
import type { Ground } from './conflicts-at.ts'
import { useDay } from './day-store.ts'
import { useMovingIn } from './use-moving-in.ts'

/** One day with everything the place needs to draw it and to judge a new time. */
export type Scene = {
  practice: PracticeNow
  day: LocalDate
  view: DaysView
  board: Board
  ground: Ground
  columns: Columns
  pending: readonly PendingChange[]
  now: Instant
  isLive: boolean
}

const noQueue: never[] = []

/** What this desk has changed and the relay has not accepted: on its way, or waiting for the connection. */
function usePending(): PendingChange[] {
  const queue = useSession((state) => state.queue ?? noQueue)
  const sending = useDay((state) => state.sending)
  return useMemo(() => [...sending, ...pendingOf(queue)], [queue, sending])
}

/** The present minute: what is drawn by it is not drawn anew every few seconds. */
function useMinute(): Instant {
  return `${useNow().slice(0, 16)}:00.000Z` as Instant
}

export function useScene(): { scene: Scene | null; live: Live<DaysView> } {
  const fresh = usePractice()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two say whether it is another; the object is made anew each time.
  const practice = useMemo(() => fresh, [fresh?.setup, fresh?.today])
  const chosen = useDay((state) => state.day)
  const columns = usePreferences().dayColumns ?? 'operatories'
  const day = chosen ?? practice?.today ?? null
  const live = useLive('days.read', day ? { from: day, to: day } : null)
  const now = useMinute()
  const pending = usePending()
  const isLive = useIsLive()
  const view = live.value
  const setup = practice?.setup
  const times = practice?.times
  const drawn = useMovingIn(view, pending)
  const board = useMemo(
    () => (drawn && setup && day ? boardOf({ view: drawn, setup, day, columns, now, pending, times }) : null),
    [drawn, setup, day, columns, now, pending, times],
  )
  const ground = useMemo(() => (view && setup ? { setup, appointments: view.appointments, now } : null), [view, setup, now])
  const scene = useMemo(
    () => (practice && day && view && board && ground ? { practice, day, view, board, ground, columns, pending, now, isLive } : null),
    [practice, day, view, board, ground, columns, pending, now, isLive],
  )
  const last = useRef<Scene | null>(null)
  // Another day is read in a moment; until then the one before stays, and so does what is being written beside it.
  if (scene) last.current = scene
  return { scene: scene ?? last.current, live }
}
