import { create } from 'zustand'

export type Saying = { id: number; tone: 'done' | 'waiting' | 'problem'; text: string; action?: { title: string; run: () => void } }
const SHOWN_MS = 6_000

/** One short line at the foot of the window about what a person just did. The newest replaces the one before. */
export const useSaying = create<{ saying: Saying | null }>()(() => ({ saying: null }))
let last = 0

export function tell(saying: Omit<Saying, 'id'>): void {
  const id = ++last
  useSaying.setState({ saying: { ...saying, id } })
  const shownMs = saying.tone === 'problem' || saying.action ? SHOWN_MS * 2 : SHOWN_MS
  setTimeout(() => useSaying.setState((state) => (state.saying?.id === id ? { saying: null } : state)), shownMs)
}
