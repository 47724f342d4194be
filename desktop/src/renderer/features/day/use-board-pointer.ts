import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useRef } from 'react'
import type { Board } from '../../ui/board/board.ts'
import { snapped } from './move-draft.ts'

type Spot = { columnId: string; startsAt: Instant }
type Hold = {
  appointmentId: string | null
  grabMinutes: number
  x: number
  y: number
  isDragging: boolean
  from: Spot | null
  last: Spot | null
}
type BoardPointer = {
  board: Board | null
  grid: RefObject<HTMLDivElement | null>
  /** A visit is taken; false when it cannot be moved. */
  onTake: (appointmentId: string) => boolean
  onDrag: (spot: Spot) => void
  /** Empty time was drawn over, from its first moment. */
  onDraw: (spot: Spot) => void
}

const SLACK_PX = 5
const EDGE_PX = 36
const SCROLL_PX = 14

/** Dragging on the board by pointer events: taking a visit along, or drawing over empty time. Only while a button is held does anything
 *  listen to the pointer; a finger scrolls instead. */
export function useBoardPointer(options: BoardPointer): {
  onGrab: (event: ReactPointerEvent<HTMLElement>) => void
  isDragging: () => boolean
} {
  const latest = useRef(options)
  latest.current = options
  const hold = useRef<Hold | null>(null)

  const onGrab = useCallback((event: ReactPointerEvent<HTMLElement>) => {
    const { board, grid } = latest.current
    if (event.button !== 0 || event.pointerType === 'touch' || !board || !grid.current) return
    const target = event.target as HTMLElement
    if (target.closest('[data-opening]')) return
    const block = target.closest<HTMLElement>('[data-appointment]')
    const spot = spotAt(board, grid.current, event.clientX, event.clientY, 0)
    if (!block && (!spot || !target.closest('[data-column-day]'))) return
    const visit = block ? board.columns.flatMap((one) => one.blocks).find((one) => one.key === block.dataset.key) : undefined
    const grabMinutes = visit && spot ? minuteAt(board, grid.current, event.clientX, event.clientY) - visit.from : 0
    hold.current = {
      appointmentId: block?.dataset.appointment ?? null,
      grabMinutes,
      x: event.clientX,
      y: event.clientY,
      isDragging: false,
      from: spot,
      last: null,
    }
    const move = (moved: PointerEvent) => drag(moved, hold, latest)
    const end = (ended: PointerEvent | KeyboardEvent) => {
      if (ended instanceof KeyboardEvent && ended.key !== 'Escape') return
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', end)
      const held = hold.current
      hold.current = null
      if (!held?.isDragging) return
      swallowClick()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', end)
  }, [])
  return { onGrab, isDragging: () => hold.current?.isDragging === true }
}

function drag(event: PointerEvent, hold: RefObject<Hold | null>, latest: RefObject<BoardPointer>): void {
  const held = hold.current
  const { board, grid, onTake, onDrag } = latest.current
  if (!held || !board || !grid.current) return
  if (!held.isDragging) {
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK_PX) return
    if (held.appointmentId && !onTake(held.appointmentId)) {
      hold.current = null
      return
    }
    held.isDragging = true
    if (!held.appointmentId && held.from) latest.current.onDraw(held.from)
  }
  if (!held.appointmentId) return
  scrollAtEdges(grid.current, event.clientX, event.clientY)
  const spot = spotAt(board, grid.current, event.clientX, event.clientY, held.grabMinutes)
  if (!spot || (held.last?.columnId === spot.columnId && held.last.startsAt === spot.startsAt)) return
  held.last = spot
  onDrag(spot)
}

function columnAt(grid: HTMLElement, x: number): HTMLElement | null {
  const days = [...grid.querySelectorAll<HTMLElement>('[data-column-day]')]
  return days.find((one) => one.getBoundingClientRect().left <= x && x < one.getBoundingClientRect().right) ?? null
}

function minuteAt(board: Board, grid: HTMLElement, x: number, y: number): number {
  const column = columnAt(grid, x)
  if (!column) return board.from
  const box = column.getBoundingClientRect()
  const pad = Number.parseFloat(getComputedStyle(grid).getPropertyValue('--pad')) || 0
  return board.from + ((y - box.top - pad) / (box.height - 2 * pad)) * (board.to - board.from)
}

/** The column and time under the pointer, less what lies between the visit's start and where it was grabbed. */
function spotAt(board: Board, grid: HTMLElement, x: number, y: number, grabMinutes: number): Spot | null {
  const columnId = columnAt(grid, x)?.dataset.columnDay
  return columnId ? { columnId, startsAt: snapped(board, minuteAt(board, grid, x, y) - grabMinutes) } : null
}

function scrollAtEdges(grid: HTMLElement, x: number, y: number): void {
  const box = grid.getBoundingClientRect()
  const by = (at: number, low: number, high: number) => (at < low + EDGE_PX ? -SCROLL_PX : at > high - EDGE_PX ? SCROLL_PX : 0)
  grid.scrollBy(by(x, box.left, box.right), by(y, box.top, box.bottom))
}

/** The click that follows a drag is not one. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50)
}
