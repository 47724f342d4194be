import { useRef } from 'react'
import { useConfirm } from './confirm-store.ts'
import type { Household } from './households-of.ts'

/** The selected household; when it has left the rows, the one that took its place. */
export function useHere(rows: readonly Household[]): Household | null {
  const selected = useConfirm((state) => state.selected)
  const lastAt = useRef(0)
  const found = rows.findIndex((one) => one.key === selected)
  const at = found >= 0 ? found : Math.max(0, Math.min(lastAt.current, rows.length - 1))
  lastAt.current = at
  return rows[at] ?? null
}
