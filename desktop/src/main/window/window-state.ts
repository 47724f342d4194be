import { z } from 'zod'

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(200).max(20_000), height: z.int().min(200).max(20_000) })
type Bounds = z.infer<typeof Bounds>

/** Where the window was, in the screen's own points. */
export const WindowState = z.object({ bounds: Bounds, isMaximized: z.boolean() })
export type WindowState = z.infer<typeof WindowState>

export const SMALLEST = { width: 480, height: 400 }
const FIRST = { width: 1440, height: 900 }
const GRASP = { width: 120, height: 40 }

/** Where the window opens: where it was when enough of its title bar would be on some display, else in the middle of the first one. */
export function placeWindow(state: WindowState | null, workAreas: Bounds[]): WindowState {
  const first = workAreas[0] ?? { x: 0, y: 0, ...FIRST }
  if (state && workAreas.some((area) => canGrasp(state.bounds, area))) return { ...state, bounds: noLargerThan(state.bounds, workAreas) }
  const width = Math.min(state?.bounds.width ?? FIRST.width, first.width)
  const height = Math.min(state?.bounds.height ?? FIRST.height, first.height)
  const x = first.x + Math.round((first.width - width) / 2)
  const y = first.y + Math.round((first.height - height) / 2)
  return { bounds: { x, y, width, height }, isMaximized: state?.isMaximized ?? false }
}

/** The title bar is what a person drags a window back by. */
function canGrasp(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const isTopInside = window.y >= area.y - 1 && window.y + GRASP.height <= area.y + area.height
  return across >= GRASP.width && isTopInside
}

function noLargerThan(window: Bounds, areas: Bounds[]): Bounds {
  const area = areas.find((one) => canGrasp(window, one)) ?? window
  return {
    ...window,
    width: Math.max(SMALLEST.width, Math.min(window.width, area.width)),
    height: Math.max(SMALLEST.height, Math.min(window.height, area.height)),
  }
}
