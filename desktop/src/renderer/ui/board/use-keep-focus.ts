import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Board } from './board.ts'

type Held = { key: string; appointmentId: string | null }

/** Keeps the keyboard on the visit it was on when a change takes its block away: it goes to where the visit stands now. */
export function useKeepFocus(grid: RefObject<HTMLElement | null>, board: Board): void {
  const held = useRef<Held | null>(null)
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const take = (event: FocusEvent) => {
      const block = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')
      held.current = block ? { key: block.dataset.key ?? '', appointmentId: block.dataset.appointment ?? null } : null
    }
    // A block that is taken away loses the keyboard to nothing; a person who leaves takes it somewhere.
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget) held.current = null
    }
    element.addEventListener('focusin', take)
    element.addEventListener('focusout', leave)
    return () => {
      element.removeEventListener('focusin', take)
      element.removeEventListener('focusout', leave)
    }
  }, [grid])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each change of the board.
  useLayoutEffect(() => {
    const { current } = held
    if (!current || document.activeElement !== document.body) return
    const find = (name: string, value: string | null) =>
      value && grid.current?.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`)
    const block = find('key', current.key) || find('appointment', current.appointmentId)
    if (block) block.focus({ preventScroll: true })
  }, [board, grid])
}
