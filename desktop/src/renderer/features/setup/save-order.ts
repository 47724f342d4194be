import { wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { moveInOrder } from './move-in-order.ts'

/** Moves one row up or down and sends each row whose place changed with what it was before. */
export async function saveOrder<Row extends { id: string; position: number }>(
  rows: Row[],
  id: string,
  step: -1 | 1,
  send: (row: Row, before: Row | undefined) => Promise<unknown>,
): Promise<void> {
  try {
    for (const row of moveInOrder(rows, id, step))
      await send(
        row,
        rows.find((one) => one.id === row.id),
      )
  } catch (error) {
    tell({ tone: 'problem', text: wordsOf(error) })
  }
}
