import { create } from 'zustand'
import { type Draft, emptyDraft } from './draft.ts'
import type { Tab } from './follow-up-groups.ts'

type CallbacksState = {
  tab: Tab
  selectedId: string | null
  /** On a narrow window the list and the detail share one place; this says which is shown. */
  isOpen: boolean
  /** Which small form of the selected row is open. */
  form: 'later' | 'outcome' | null
  /** Notes begun and not saved, one for each row. */
  notes: Record<string, string>
  isNewOpen: boolean
  draft: Draft
  setTab: (tab: Tab) => void
  select: (selectedId: string) => void
  /** Keeps the row that was chosen by itself when others arrive above it. */
  pin: (selectedId: string) => void
  open: (selectedId: string) => void
  close: () => void
  setForm: (form: CallbacksState['form']) => void
  setNote: (id: string, note: string) => void
  openNew: (isNewOpen: boolean) => void
  changeDraft: (part: Partial<Draft>) => void
  dropDraft: () => void
}

export const useCallbacksStore = create<CallbacksState>()((set) => ({
  tab: 'callbacks',
  selectedId: null,
  isOpen: false,
  form: null,
  notes: {},
  isNewOpen: false,
  draft: emptyDraft,
  setTab: (tab) => set({ tab, selectedId: null, form: null }),
  select: (selectedId) => set({ selectedId, form: null, isNewOpen: false }),
  pin: (selectedId) => set({ selectedId }),
  open: (selectedId) => set({ selectedId, isOpen: true, isNewOpen: false, form: null }),
  close: () => set({ isOpen: false, form: null, isNewOpen: false }),
  setForm: (form) => set({ form }),
  setNote: (id, note) => set(({ notes }) => ({ notes: { ...notes, [id]: note } })),
  openNew: (isNewOpen) => set({ isNewOpen, isOpen: isNewOpen, form: null }),
  changeDraft: (part) => set(({ draft }) => ({ draft: { ...draft, ...part } })),
  dropDraft: () => set({ draft: emptyDraft, isNewOpen: false, isOpen: false }),
}))
