import { useEffect, useRef, useState } from 'react'
import styles from './Callouts.module.css'
import { clearSpot, type Spot } from './clear-spot.ts'
import { NoticeToast } from './NoticeToast.tsx'
import { ScreenPop } from './ScreenPop.tsx'

/** What comes up by itself: the call that rings and the one notice. Beside the work, never over the field in use, never with the focus. */
export function Callouts() {
  const panel = useRef<HTMLDivElement>(null)
  const spot = useClearSpot(panel)
  return (
    <div ref={panel} className={styles.callouts} data-spot={spot}>
      <NoticeToast />
      <ScreenPop />
    </div>
  )
}

function useClearSpot(panel: React.RefObject<HTMLDivElement | null>): Spot {
  const [spot, setSpot] = useState<Spot>('top')
  useEffect(() => {
    const element = panel.current
    if (!element) return
    const look = () => setSpot((before) => spotFor(element) ?? before)
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    for (const name of ['focusin', 'focusout'] as const) document.addEventListener(name, look)
    window.addEventListener('resize', look)
    return () => {
      sizes.disconnect()
      for (const name of ['focusin', 'focusout'] as const) document.removeEventListener(name, look)
      window.removeEventListener('resize', look)
    }
  }, [panel])
  return spot
}

/** Null while somebody is in the callouts themselves: they must not run away. */
function spotFor(element: HTMLElement): Spot | null {
  const focused = document.activeElement
  if (element.contains(focused)) return null
  const { width, height } = element.getBoundingClientRect()
  const frame = document.querySelector('main')?.getBoundingClientRect()
  if (!frame) return 'top'
  const area = { left: frame.left, top: frame.top + 8, right: frame.right - 16, bottom: frame.bottom - 8 }
  const isPlain = !focused || focused === document.body || focused.tagName === 'MAIN'
  return clearSpot({ width, height }, area, isPlain ? null : focused.getBoundingClientRect())
}
