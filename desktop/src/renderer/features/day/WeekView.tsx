import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { type CSSProperties, memo, useMemo } from 'react'
import type { DaysView } from '../../../ipc/views.ts'
import { useLive } from '../../live/live-query.ts'
import type { Board } from '../../ui/board/board.ts'
import { boardOf } from '../../ui/board/board-of.ts'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { useDay } from './day-store.ts'
import type { Scene } from './use-scene.ts'
import styles from './WeekView.module.css'
import { weekOf, weekSpan } from './week-of.ts'

/** A week of days side by side, each with its operatories as thin lanes; a press opens the day. */
export function WeekView({ scene }: { scene: Scene }) {
  const { practice, day, columns, now, pending } = scene
  const live = useLive('days.read', weekSpan(day))
  const view = live.value
  const boards = useMemo(() => {
    if (!view) return []
    const busy = new Set(
      view.appointments.filter((one) => one.status !== 'cancelled').map((one) => practice.times.dayOf(one.startsAt) as string),
    )
    return weekOf(practice.setup, day, busy).map((each) => ({
      day: each,
      board: boardOf({
        view: ofDay(view, each, practice.times.dayOf),
        setup: practice.setup,
        day: each,
        columns,
        now,
        pending,
        times: practice.times,
      }),
    }))
  }, [view, practice, day, columns, now, pending])
  if (!view) return live.error ? <Problem text={live.error.message} onAgain={live.again} /> : <Loading rows={6} label="Reading the week" />
  const from = Math.min(...boards.map((one) => one.board.from))
  const to = Math.max(...boards.map((one) => one.board.to))
  return (
    <div className={styles.week} style={{ '--span': to - from, '--days': boards.length } as CSSProperties}>
      {boards.map((one) => (
        <WeekDay
          key={one.day}
          board={one.board}
          from={from}
          title={practice.times.shortDay(one.day)}
          isToday={one.day === practice.today}
          onOpen={() => useDay.getState().showDay(one.day === practice.today ? null : one.day)}
        />
      ))}
    </div>
  )
}

const ofDay = (view: DaysView, day: LocalDate, dayOf: Scene['practice']['times']['dayOf']): DaysView => ({
  ...view,
  appointments: view.appointments.filter((one) => dayOf(one.startsAt) === day),
})

type WeekDayProps = { board: Board; from: number; title: string; isToday: boolean; onOpen: () => void }

const WeekDay = memo(function WeekDay({ board, from, title, isToday, onOpen }: WeekDayProps) {
  const unconfirmed = board.columns.flatMap((one) => one.blocks).filter((one) => one.isUnconfirmed && !one.isOver).length
  const counts = [
    `${board.booked} booked`,
    unconfirmed > 0 ? `${unconfirmed} unconfirmed` : '',
    board.openings > 0 ? `${board.openings} open` : '',
  ].filter(Boolean)
  return (
    <button type="button" className={styles.day} data-today={isToday || undefined} onClick={onOpen} title={board.title}>
      <span className={styles.head}>
        <strong>{isToday ? `${title} · today` : title}</strong>
        <span className={styles.counts}>
          {counts.map((words, at) => (
            <span key={words} data-tone={at > 0 && words.endsWith('open') ? 'amber' : undefined}>
              {words}
            </span>
          ))}
        </span>
      </span>
      <span className={styles.lanes}>
        {board.columns.map((column) => (
          <span key={column.id} className={styles.lane}>
            {column.closures.map((one) => (
              <span key={one.closureId} className={styles.closed} style={box(one, from)} />
            ))}
            {column.openings.map((one) => (
              <span key={one.openingId} className={styles.open} style={box(one, from)} />
            ))}
            {column.blocks.map((one) => (
              <span
                key={one.key}
                className={styles.visit}
                style={box(one, from)}
                data-tone={one.isMachine ? 'machine' : undefined}
                data-unconfirmed={one.isUnconfirmed || undefined}
                data-over={one.isOver || undefined}
                data-state={one.state}
              />
            ))}
          </span>
        ))}
      </span>
    </button>
  )
})

const box = (span: { from: number; to: number }, from: number) =>
  ({ '--from': span.from - from, '--minutes': span.to - span.from }) as CSSProperties
