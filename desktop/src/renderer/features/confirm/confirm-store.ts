import { create } from 'zustand'

export type AskResult = { tone: 'done' | 'waiting' | 'problem' | 'sending'; words: string }
/** Asking several households at once: the visits as they were listed, and how each went. */
export type Batch = { visitIds: string[]; results: Record<string, AskResult>; isSending: boolean }
export type Form = { kind: 'cancel'; visitId: string; reason: string; sendText: boolean } | { kind: 'call'; visitId: string }

type ConfirmState = {
  selected: string | null
  /** Days whose confirmed visits are shown too. */
  unfolded: string[]
  batch: Batch | null
  form: Form | null
  isDetailOpen: boolean
  select: (key: string | null) => void
  unfold: (day: string) => void
  openBatch: (visitIds: string[] | null) => void
  note: (visitId: string, result: AskResult) => void
  setSending: (isSending: boolean) => void
  openForm: (form: Form | null) => void
  showDetail: (isDetailOpen: boolean) => void
}

/** What the Confirm place shows and what is being filled in there. */
export const useConfirm = create<ConfirmState>()((set) => ({
  selected: null,
  unfolded: [],
  batch: null,
  form: null,
  isDetailOpen: false,
  select: (selected) => set((state) => (state.selected === selected ? state : { selected, form: null })),
  unfold: (day) =>
    set(({ unfolded }) => ({ unfolded: unfolded.includes(day) ? unfolded.filter((one) => one !== day) : [...unfolded, day] })),
  openBatch: (visitIds) => set({ batch: visitIds ? { visitIds, results: {}, isSending: false } : null }),
  note: (visitId, result) => set(({ batch }) => (batch ? { batch: { ...batch, results: { ...batch.results, [visitId]: result } } } : {})),
  setSending: (isSending) => set(({ batch }) => (batch ? { batch: { ...batch, isSending } } : {})),
  openForm: (form) => set({ form, ...(form ? { isDetailOpen: true } : {}) }),
  showDetail: (isDetailOpen) => set({ isDetailOpen }),
}))
