import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useState } from 'react'
import type { ThreadRow } from '../../../ipc/views.ts'
import type { BridgeError } from '../../bridge.ts'
import { type Live, useLive } from '../../live/live-query.ts'
import type { Filter } from './messages-store.ts'

// The first page is small because every change reads it again.
const PAGES = [100, 400, 500, 500, 500]
type Page = Live<{ rows: ThreadRow[]; counts: Record<Filter, number> }>

export type ThreadRows = {
  rows: ThreadRow[]
  counts: Record<Filter, number> | null
  isLoading: boolean
  error: BridgeError | null
  again: () => void
  /** Null when all are there, or as many as a list can show. */
  readMore: (() => void) | null
  /** There are more than a list shows; the rest is found by name or number. */
  isCut: boolean
}

/** The threads of a filter, newest first, read page by page. */
export function useThreadRows(filter: Filter): ThreadRows {
  const [wanted, setWanted] = useState({ filter, pages: 1 })
  const open = wanted.filter === filter ? wanted.pages : 1
  const first = usePage(filter, 0, null, true)
  const second = usePage(filter, 1, first, open > 1)
  const third = usePage(filter, 2, second, open > 2)
  const fourth = usePage(filter, 3, third, open > 3)
  const fifth = usePage(filter, 4, fourth, open > 4)
  const read = [first, second, third, fourth, fifth].filter((one) => one.value !== undefined)
  const last = read.at(-1)
  const hasMore = last !== undefined && (last.value?.rows.length ?? 0) >= (PAGES[read.length - 1] ?? 0)
  const isAll = read.length === PAGES.length
  return {
    rows: withoutRepeats(read.flatMap((one) => one.value?.rows ?? [])),
    counts: first.value?.counts ?? null,
    isLoading: first.isLoading && first.value === undefined,
    error: first.error,
    again: first.again,
    readMore: hasMore && !isAll && read.length >= open ? () => setWanted({ filter, pages: open + 1 }) : null,
    isCut: hasMore && isAll,
  }
}

function usePage(filter: Filter, at: number, before: Page | null, isWanted: boolean): Page {
  const last = before?.value?.rows.at(-1)
  const isPossible = isWanted && (before === null || last !== undefined)
  const start: Instant | null = last?.newest.createdAt ?? null
  return useLive('threads.read', isPossible ? { filter, before: start, limit: PAGES[at]! } : null)
}

// A thread that moves up while pages are read again is on two of them for a moment.
function withoutRepeats(rows: ThreadRow[]): ThreadRow[] {
  const seen = new Set<string>()
  return rows.filter(({ phoneNumber }) => !seen.has(phoneNumber) && seen.add(phoneNumber))
}
