import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { create } from 'zustand'
import type { CallFilter } from './call-rows.ts'

type CallsState = {
  selectedId: string | null
  /** On a narrow window the list and the call share one place; this says which is shown. */
  isOpen: boolean
  filter: CallFilter
  text: string
  /** Where each older page that was scrolled to begins, newest first. */
  olderPages: Instant[]
  select: (selectedId: string) => void
  open: (selectedId: string) => void
  close: () => void
  setFilter: (filter: CallFilter) => void
  setText: (text: string) => void
  addPage: (before: Instant) => void
}

export const useCallsStore = create<CallsState>()((set) => ({
  selectedId: null,
  isOpen: false,
  filter: 'all',
  text: '',
  olderPages: [],
  select: (selectedId) => set({ selectedId }),
  open: (selectedId) => set({ selectedId, isOpen: true }),
  close: () => set({ isOpen: false }),
  setFilter: (filter) => set({ filter }),
  setText: (text) => set({ text }),
  addPage: (before) => set(({ olderPages }) => (olderPages.includes(before) ? {} : { olderPages: [...olderPages, before] })),
}))
