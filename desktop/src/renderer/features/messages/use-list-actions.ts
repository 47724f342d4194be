import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { useRef } from 'react'
import type { ThreadRow } from '../../../ipc/views.ts'
import { useActions } from '../../live/actions.ts'
import { type Filter, useMessages } from './messages-store.ts'

const FILTERS: { filter: Filter; title: string }[] = [
  { filter: 'actionable', title: 'Show what needs an answer' },
  { filter: 'waiting', title: 'Show who we wait for' },
  { filter: 'all', title: 'Show all threads' },
]

/** The keys that walk the list and choose what it shows. */
export function useListActions(rows: readonly ThreadRow[], here: PhoneNumber | null): void {
  const lastAt = useRef(0)
  const at = rows.findIndex((one) => one.phoneNumber === here)
  if (at >= 0) lastAt.current = at
  const { select, showFilter, writeNew } = useMessages.getState()
  const walk = (step: number) => {
    // A thread that has left the list meanwhile: the one in its place is next.
    const to = at >= 0 ? at + step : step > 0 ? lastAt.current : lastAt.current - 1
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row) select(row.phoneNumber)
  }
  const group = 'Messages'
  useActions([
    { id: 'messages-next', title: 'Next thread', keys: ['j', 'down'], group, isInFooter: true, run: () => walk(1) },
    { id: 'messages-previous', title: 'Previous', keys: ['k', 'up'], group, isInFooter: true, run: () => walk(-1) },
    { id: 'messages-new', title: 'New text', keys: ['n'], group, run: () => writeNew(true) },
    ...FILTERS.map(({ filter, title }) => ({ id: `messages-${filter}`, title, group, run: () => showFilter(filter) })),
  ])
}

/** The thread to go to when one leaves the list. */
export function neighbourOf(rows: readonly ThreadRow[], phoneNumber: PhoneNumber): PhoneNumber | null {
  const at = rows.findIndex((one) => one.phoneNumber === phoneNumber)
  return at < 0 ? null : ((rows[at + 1] ?? rows[at - 1])?.phoneNumber ?? null)
}
