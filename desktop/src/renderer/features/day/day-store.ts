import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { create } from 'zustand'
import type { PendingChange } from '../../ui/board/pending.ts'
import { type BookDraft, emptyDraft } from './book-draft.ts'
import { type ClosureDraft, emptyClosure } from './closure-draft.ts'
import type { MoveDraft } from './move-draft.ts'

/** What stands beside the board. `lists`: openings, closures and cancelled visits of the day; `none` shows them where there is room. */
type Side = 'none' | 'lists' | 'detail' | 'book' | 'closure'

type DayState = {
  /** Null follows the present day. */
  day: LocalDate | null
  isWeek: boolean
  side: Side
  /** The appointment that is open or highlighted. */
  selectedId: string | null
  /** Kept while people leave the place and while live changes come in. */
  draft: BookDraft
  closure: ClosureDraft
  move: MoveDraft | null
  cancellingId: string | null
  /** Notes being written, by appointment. */
  notes: Record<string, string>
  /** Moves and cancellations on their way to the relay. */
  sending: PendingChange[]

  /** Also leaves the week, unless it is to stay. */
  showDay: (day: LocalDate | null, isWeek?: boolean) => void
  showWeek: (isWeek: boolean) => void
  select: (id: string | null) => void
  openDetail: (id: string) => void
  openSide: (side: Side) => void
  changeDraft: (part: Partial<BookDraft>) => void
  dropDraft: () => void
  changeClosure: (part: Partial<ClosureDraft>) => void
  dropClosure: () => void
  startMove: (move: MoveDraft) => void
  changeMove: (part: Partial<MoveDraft>) => void
  endMove: () => void
  startCancel: (id: string | null) => void
  /** Null drops what was written. */
  writeNote: (id: string, note: string | null) => void
  addSending: (change: PendingChange) => void
  removeSending: (key: string) => void
}

/** What the Day place shows and what is being written there. */
export const useDay = create<DayState>()((set) => ({
  day: null,
  isWeek: false,
  side: 'none',
  selectedId: null,
  draft: emptyDraft,
  closure: emptyClosure,
  move: null,
  cancellingId: null,
  notes: {},
  sending: [],

  showDay: (day, isWeek = false) => set({ day, isWeek }),
  showWeek: (isWeek) => set({ isWeek }),
  select: (selectedId) => set({ selectedId }),
  openDetail: (selectedId) =>
    set((state) => ({ selectedId, side: 'detail', cancellingId: state.selectedId === selectedId ? state.cancellingId : null })),
  openSide: (side) => set({ side }),
  changeDraft: (part) => set((state) => ({ draft: { ...state.draft, ...part } })),
  dropDraft: () => set({ draft: emptyDraft }),
  changeClosure: (part) => set((state) => ({ closure: { ...state.closure, ...part } })),
  dropClosure: () => set({ closure: emptyClosure }),
  startMove: (move) => set({ move, isWeek: false, cancellingId: null }),
  changeMove: (part) => set((state) => ({ move: state.move ? { ...state.move, ...part } : null })),
  endMove: () => set({ move: null }),
  startCancel: (cancellingId) => set({ cancellingId }),
  writeNote: (id, note) => set(({ notes: { [id]: _, ...others } }) => ({ notes: note === null ? others : { ...others, [id]: note } })),
  addSending: (change) => set((state) => ({ sending: [...state.sending, change] })),
  removeSending: (key) => set((state) => ({ sending: state.sending.filter((one) => one.key !== key) })),
}))
