import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useActions } from '../../live/actions.ts'
import type { Board } from '../../ui/board/board.ts'
import { useDay } from './day-store.ts'
import { columnBeside, type MoveDraft, stepped } from './move-draft.ts'

/** The arrow keys while a visit is in hand. */
export function useMoveKeys(board: Board, move: MoveDraft, columnId: string, onPlace: (columnId: string, startsAt: Instant) => void): void {
  const group = 'Moving'
  const step = (by: number) => onPlace(columnId, stepped(board, move.startsAt, by))
  const beside = (by: number) => onPlace(columnBeside(board, columnId, by), move.startsAt)
  useActions([
    { id: 'move-up', title: 'Earlier', keys: ['up'], group, run: () => step(-1), isInFooter: true },
    { id: 'move-down', title: 'Later', keys: ['down'], group, run: () => step(1), isInFooter: true },
    { id: 'move-left', title: 'To the column on the left', keys: ['left'], group, run: () => beside(-1) },
    { id: 'move-right', title: 'To the column on the right', keys: ['right'], group, run: () => beside(1) },
    {
      id: 'move-end',
      title: 'Give up moving',
      keys: ['escape'],
      group,
      whileTyping: true,
      run: useDay.getState().endMove,
      isInFooter: true,
    },
  ])
}
