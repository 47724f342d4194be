type Box = { left: number; top: number; right: number; bottom: number }
export type Spot = 'top' | 'bottom'

const GAP = 8
const overlaps = (a: Box, b: Box) => a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP

/** Where callouts of that size stand at the right edge so that they never cover what has the focus: at the top unless that covers it and
 *  the bottom does not. `area` is the window without header and footer. */
export function clearSpot(size: { width: number; height: number }, area: Box, focused: Box | null): Spot {
  if (!focused) return 'top'
  const left = area.right - size.width
  const top = { left, right: area.right, top: area.top, bottom: area.top + size.height }
  const bottom = { left, right: area.right, top: area.bottom - size.height, bottom: area.bottom }
  return overlaps(top, focused) && !overlaps(bottom, focused) ? 'bottom' : 'top'
}
