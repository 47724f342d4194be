import type { Board, BoardBlock } from './board.ts'

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
export const isArrow = (key: string): boolean => ARROWS.includes(key)

type Stop = { key: string; from: number; to: number; lane: number }

const stopsIn = (column: Board['columns'][number]): Stop[] =>
  [...column.blocks, ...column.openings.map((one) => ({ key: one.openingId as string, from: one.from, to: one.to, lane: 0 }))].toSorted(
    (a, b) => a.from - b.from || a.lane - b.lane,
  )

/** The block or opening an arrow key leads to, or null at the edge. Left and right find the nearest in time, past empty columns. */
export function besideBlock(board: Board, key: string, arrow: string): string | null {
  const columns = board.columns.map(stopsIn)
  const column = columns.findIndex((stops) => stops.some((one) => one.key === key))
  const stops = columns[column]
  const position = stops?.findIndex((one) => one.key === key) ?? -1
  const here = stops?.[position]
  if (!stops || !here) return null
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return stops[position + (arrow === 'ArrowUp' ? -1 : 1)]?.key ?? null
  const step = arrow === 'ArrowLeft' ? -1 : 1
  for (let at = column + step; at >= 0 && at < columns.length; at += step) {
    const nearest = columns[at]?.toSorted((a, b) => Math.abs(a.from - here.from) - Math.abs(b.from - here.from))[0]
    if (nearest) return nearest.key
  }
  return null
}

/** Where Tab enters the board: the first visit that is not over, or the first of all. */
export function firstToCome(board: Board): string | null {
  const blocks = board.columns.flatMap((column) => column.blocks)
  const first = (ones: BoardBlock[]) => ones.reduce<BoardBlock | null>((best, one) => (!best || one.from < best.from ? one : best), null)
  return (first(blocks.filter((one) => !one.isOver)) ?? first(blocks))?.key ?? null
}

/** Every visit of the board by time, then column: what `j` and `k` walk through. */
export function appointmentsInOrder(board: Board): string[] {
  const all = board.columns.flatMap((column, at) => column.blocks.map((block) => ({ block, at })))
  const ordered = all.toSorted((a, b) => a.block.from - b.block.from || a.at - b.at || a.block.lane - b.block.lane)
  return [...new Set(ordered.flatMap(({ block }) => block.appointmentId ?? []))]
}
