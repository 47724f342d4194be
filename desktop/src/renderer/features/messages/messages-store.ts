import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { create } from 'zustand'

export type Filter = 'actionable' | 'waiting' | 'all'
/** What is open above the composer. */
type ComposerTool = 'templates' | 'times' | null

type MessagesState = {
  filter: Filter
  /** The thread in the middle; null shows the first of the list. */
  selected: PhoneNumber | null
  /** What is being written, by number. Live data never touches it. */
  drafts: Record<string, string>
  /** The strip whose reason is shown at the side. */
  strip: string | null
  /** Whose field takes the focus as soon as their thread shows. */
  replyTo: PhoneNumber | null
  isWritingNew: boolean
  newText: string
  tool: ComposerTool
  /** At narrow sizes one column is shown: the list, the thread, or who is on the number. */
  column: 'list' | 'thread' | 'side'
  showFilter: (filter: Filter) => void
  select: (phoneNumber: PhoneNumber | null, column?: MessagesState['column']) => void
  wantReply: (replyTo: PhoneNumber | null) => void
  write: (phoneNumber: PhoneNumber, text: string) => void
  showWhy: (strip: string | null) => void
  writeNew: (isWritingNew: boolean) => void
  typeNew: (newText: string) => void
  openTool: (tool: ComposerTool) => void
  showColumn: (column: MessagesState['column']) => void
}

/** What the Messages place shows and what is being written there. */
export const useMessages = create<MessagesState>()((set) => ({
  filter: 'actionable',
  selected: null,
  drafts: {},
  strip: null,
  replyTo: null,
  isWritingNew: false,
  newText: '',
  tool: null,
  column: 'list',
  showFilter: (filter) => set({ filter, selected: null }),
  select: (selected, column = 'thread') =>
    set((state) => (state.selected === selected ? { column } : { selected, strip: null, tool: null, column })),
  wantReply: (replyTo) => set({ replyTo }),
  write: (phoneNumber, text) =>
    set(({ drafts }) => {
      const { [phoneNumber]: _, ...others } = drafts
      return { drafts: text === '' ? others : { ...others, [phoneNumber]: text } }
    }),
  showWhy: (strip) => set((state) => ({ strip: state.strip === strip ? null : strip })),
  writeNew: (isWritingNew) => set({ isWritingNew, ...(isWritingNew ? { column: 'list' as const } : { newText: '' }) }),
  typeNew: (newText) => set({ newText }),
  openTool: (tool) => set((state) => ({ tool: state.tool === tool ? null : tool })),
  showColumn: (column) => set({ column }),
}))
