import { useMemo } from 'react'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { usePreferences, useSession } from '../../live/session.ts'
import { boardOf } from '../../ui/board/board-of.ts'
import { DayBoard } from '../../ui/board/DayBoard.tsx'
import { pendingOf } from '../../ui/board/pending.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Loading, Problem } from '../../ui/Standing.tsx'
import styles from './TodayBoard.module.css'

/** Today's chairs, small: who sits where, what is open, and the now-line. */
export function TodayBoard({ practice }: { practice: PracticeNow }) {
  const { value: view, error, again } = useLive('days.read', { from: practice.today, to: practice.today })
  const { dayColumns: columns } = usePreferences()
  const queue = useSession((state) => state.queue)
  const now = useNow()
  const { setup, today, times } = practice
  const board = useMemo(
    () =>
      view ? boardOf({ view, setup, day: today, columns: columns ?? 'operatories', now, times, pending: pendingOf(queue ?? []) }) : null,
    [view, setup, today, columns, now, times, queue],
  )
  const figures = board ? `${board.booked} booked · ${board.openings} ${board.openings === 1 ? 'opening' : 'openings'}` : ''
  return (
    <Panel className={styles.today} title="Today" aside={figures} isFlush>
      {error && !view ? <Problem text={error.message} onAgain={again} /> : null}
      {!view && !error ? <Loading label="Reading today" /> : null}
      {board ? (
        <DayBoard
          board={board}
          now={now}
          isCompact
          label="Today"
          onOpen={(appointmentId) => openPlace('day', appointmentId)}
          onOpenOpening={(openingId) => openPlace('day', openingId)}
        />
      ) : null}
    </Panel>
  )
}
