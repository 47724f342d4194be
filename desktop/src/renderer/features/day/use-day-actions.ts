import { addDays } from '@dentalanswer/shared/domain/practice-time.ts'
import type { RefObject } from 'react'
import { type Action, useActions } from '../../live/actions.ts'
import { appointmentsInOrder } from '../../ui/board/block-order.ts'
import { useDay } from './day-store.ts'
import { focusBlock } from './focus-block.ts'
import { beginMove } from './use-move.ts'
import type { Scene } from './use-scene.ts'

/** The keys of the Day place. */
export function useDayActions(scene: Scene, grid: RefObject<HTMLDivElement | null>): void {
  const { side, selectedId, move, isWeek } = useDay()
  const { showDay, showWeek, openSide, openDetail, select } = useDay.getState()
  const chosen = scene.view.appointments.find((one) => one.id === selectedId)

  const walk = (by: number) => {
    const ids = appointmentsInOrder(scene.board)
    const now = scene.view.appointments.filter((one) => one.endsAt > scene.now && one.status !== 'cancelled').map((one) => one.id as string)
    const start = ids.findIndex((id) => now.includes(id))
    const at = selectedId ? ids.indexOf(selectedId) : -1
    const id = ids[at === -1 ? Math.max(0, start) : Math.min(Math.max(at + by, 0), ids.length - 1)]
    if (!id) return
    if (side === 'detail') openDetail(id)
    else select(id)
    requestAnimationFrame(() => focusBlock(grid.current, id))
  }
  const close = () => {
    openSide('none')
    focusBlock(grid.current, useDay.getState().selectedId)
  }
  const step = (by: number) => showDay(addDays(scene.day, isWeek ? by * 7 : by), isWeek)

  const group = 'Day'
  useActions([
    { id: 'day-before', title: isWeek ? 'Week before' : 'Day before', keys: move ? ['['] : ['[', 'left'], group, run: () => step(-1) },
    { id: 'day-after', title: isWeek ? 'Week after' : 'Day after', keys: move ? [']'] : [']', 'right'], group, run: () => step(1) },
    { id: 'day-today', title: 'Go to today', keys: ['t'], group, run: () => showDay(null) },
    { id: 'day-print', title: 'Print the day', keys: ['mod+p'], group, whileTyping: true, run: () => window.print() },
    ...(move ? [] : plain()),
  ])

  function plain(): Action[] {
    return [
      { id: 'day-next', title: 'Next visit', keys: ['j'], group, run: () => walk(1), isInFooter: true },
      { id: 'day-previous', title: 'Previous visit', keys: ['k'], group, run: () => walk(-1) },
      { id: 'day-new', title: 'New appointment', keys: ['n'], group, run: () => openSide('book'), isInFooter: true },
      {
        id: 'day-week',
        title: isWeek ? 'Show the day' : 'Show the week',
        keys: ['w'],
        group,
        run: () => showWeek(!isWeek),
        isInFooter: true,
      },
      { id: 'day-block', title: 'Block time or close', group, run: () => openSide('closure') },
      ...(chosen?.status === 'booked'
        ? [{ id: 'day-move', title: 'Move the visit', keys: ['m'], group, run: () => void beginMove(scene, chosen.id), isInFooter: true }]
        : []),
      ...(selectedId ? [{ id: 'day-open', title: 'Open the visit', keys: ['enter'], group, run: () => openDetail(selectedId) }] : []),
      ...(side === 'none'
        ? []
        : [{ id: 'day-close-side', title: 'Put the pane away', keys: ['escape'], group, whileTyping: true, run: close }]),
    ]
  }
}
