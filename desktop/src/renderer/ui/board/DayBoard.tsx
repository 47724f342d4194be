import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { Empty } from '../Standing.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { BoardGutter } from './BoardGutter.tsx'
import { besideBlock, firstToCome, isArrow } from './block-order.ts'
import type { Board } from './board.ts'
import styles from './DayBoard.module.css'
import { minuteOn } from './day-axis.ts'
import type { Ghost } from './ghost.ts'
import { useKeepFocus } from './use-keep-focus.ts'

type DayBoardProps = {
  board: Board
  now: Instant
  /** Without head room and turnover words, for a narrow panel. */
  isCompact?: boolean
  selectedId?: string | null
  onOpen?: (appointmentId: string) => void
  onOpenOpening?: (openingId: string) => void
  /** For a place that lets people move and draw on the board. */
  ghost?: Ghost | null
  onGrab?: (event: PointerEvent<HTMLElement>) => void
  gridRef?: RefObject<HTMLDivElement | null>
  label?: string
}

/** The day as columns of blocks, top to bottom, with the now-line. Arrow keys walk from block to block; Enter opens one. */
export function DayBoard({ board, now, isCompact = false, selectedId = null, ghost = null, gridRef, ...props }: DayBoardProps) {
  const own = useRef<HTMLDivElement>(null)
  const grid = gridRef ?? own
  const nowMinute = minuteOn(board.axis, now)
  const isNowShown = nowMinute >= board.from && nowMinute <= board.to
  const tabStop = selectedId ?? firstToCome(board)
  useKeepFocus(grid, board)
  useStartAtNow(grid, board, isNowShown ? nowMinute : null)

  const click = (event: MouseEvent<HTMLElement>) => {
    const target = (event.target as HTMLElement).closest<HTMLElement>('[data-appointment],[data-opening]')
    if (target?.dataset.appointment) props.onOpen?.(target.dataset.appointment)
    else if (target?.dataset.opening) props.onOpenOpening?.(target.dataset.opening)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')
    if (!from || !isArrow(event.key) || event.altKey || event.ctrlKey || event.metaKey || ghost) return
    const key = besideBlock(board, from.dataset.key ?? '', event.key)
    if (!key) return
    event.preventDefault()
    grid.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }

  if (board.columns.length === 0)
    return <Empty title="Nobody works and nothing is booked on this day.">Providers, operatories and hours are added in Setup.</Empty>
  const shape = { '--span': board.to - board.from, '--columns': board.columns.length, '--shortest': board.shortest } as CSSProperties
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      className={styles.board}
      data-compact={isCompact || undefined}
      data-ghost={ghost?.isMove ? '' : undefined}
      role="group"
      aria-label={props.label ?? `Schedule of ${board.title}`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears what the buttons inside tell, so that hundreds of them need no listeners. */}
      <div className={styles.scroll} ref={grid} style={shape} onClick={click} onKeyDown={press} onPointerDown={props.onGrab} data-board="">
        <div className={styles.grid}>
          <BoardGutter
            ticks={board.ticks}
            from={board.from}
            now={isNowShown ? { at: now, minute: nowMinute, zone: board.axis.zone } : null}
          />
          {board.columns.map((column) => (
            <BoardColumn
              key={column.id}
              column={column}
              from={board.from}
              ticks={board.ticks}
              tabStop={column.blocks.some((one) => one.key === tabStop || one.appointmentId === tabStop) ? tabStop : null}
              selectedId={
                column.blocks.some((one) => one.appointmentId === selectedId) || column.openings.some((one) => one.openingId === selectedId)
                  ? selectedId
                  : null
              }
              ghost={ghost?.columnId === column.id ? ghost : null}
            />
          ))}
          {isNowShown ? <div className={styles.nowLine} style={{ '--from': nowMinute - board.from } as CSSProperties} /> : null}
        </div>
      </div>
    </div>
  )
}

/** Brings the present hour into view when another day is opened; never again by itself. */
function useStartAtNow(grid: RefObject<HTMLDivElement | null>, board: Board, nowMinute: number | null) {
  const { day } = board.axis
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another day starts anew; the passing of time must not scroll.
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const share = nowMinute === null ? 0 : (nowMinute - board.from) / (board.to - board.from)
    element.scrollTop = share * element.scrollHeight - element.clientHeight / 3
  }, [day, grid])
}
