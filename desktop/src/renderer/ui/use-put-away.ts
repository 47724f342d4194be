import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Puts a panel away when a person presses the pointer anywhere else. */
export function usePutAway(panel: RefObject<HTMLElement | null>, putAway: () => void): void {
  const latest = useRef(putAway)
  latest.current = putAway
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) latest.current()
    }
    document.addEventListener('pointerdown', press, true)
    return () => document.removeEventListener('pointerdown', press, true)
  }, [panel])
}

/** Gives the focus back to where it was when the panel appeared, unless it has gone elsewhere meanwhile. */
export function useFocusReturn(panel: RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement)
  useLayoutEffect(
    () => () => {
      const isInPanel = document.activeElement === document.body || panel.current?.contains(document.activeElement)
      if (isInPanel && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
    [before, panel],
  )
}
