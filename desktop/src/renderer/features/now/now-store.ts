import { create } from 'zustand'

type NowState = { selectedKey: string | null; select: (key: string | null) => void }

/** Which row of Now is selected; it stays selected when the list changes around it. */
export const useNowStore = create<NowState>()((set) => ({ selectedKey: null, select: (selectedKey) => set({ selectedKey }) }))

/** The selected row's place in a list, or the first. When the selected one is gone, the one that took its place. */
export function selectedIndex(keys: string[], selectedKey: string | null, lastIndex: number): number {
  const at = selectedKey === null ? -1 : keys.indexOf(selectedKey)
  if (at >= 0) return at
  return Math.max(0, Math.min(lastIndex, keys.length - 1))
}
