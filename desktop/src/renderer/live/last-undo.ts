import { create } from 'zustand'

export type Undo = { words: string; run: () => void }

export const useLastUndo = create<{ undo: Undo | null }>()(() => ({ undo: null }))

/** Offers to take something back with `z`: what this desk just did, or the machine's change that is being shown. `words` says what is
 *  taken back: "the move of M. Lee". The newest offer replaces the one before. Returns the way to withdraw it. */
export function offerUndo(undo: Undo): () => void {
  useLastUndo.setState({ undo })
  return () => useLastUndo.setState((state) => (state.undo === undo ? { undo: null } : state))
}

/** Takes back what was offered last; an offer is good for one time. */
export function undoLast(): void {
  const { undo } = useLastUndo.getState()
  if (!undo) return
  useLastUndo.setState({ undo: null })
  undo.run()
}
