import { expect } from 'vitest'
import type { DaysView } from '../ipc/views.ts'
import type { BoardBlock } from '../renderer/ui/board/board.ts'
import { type BoardInput, boardOf } from '../renderer/ui/board/board-of.ts'
import { NOW, sampleSetup, sampleView, TUESDAY } from './sample-day.ts'

/** The board of the sample Tuesday. */
export const boardWith = (view: Partial<DaysView>, change: Partial<BoardInput> = {}) =>
  boardOf({ view: sampleView(view), setup: sampleSetup(), day: TUESDAY, columns: 'operatories', now: NOW, ...change })
/** All its blocks, each with its column. */
export const blocksOf = (view: Partial<DaysView>, change: Partial<BoardInput> = {}) =>
  boardWith(view, change).columns.flatMap((column) => column.blocks.map((block) => ({ column: column.id, ...block })))
/** The one block there is. */
export const only = (blocks: (BoardBlock & { column: string })[]) => {
  expect(blocks).toHaveLength(1)
  return blocks[0]!
}
