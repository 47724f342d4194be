import { useActions } from '../../live/actions.ts'
import { useIsNarrow } from '../../ui/use-is-narrow.ts'
import type { CallRow } from './call-rows.ts'
import { useCallsStore } from './calls-store.ts'

const SEARCH_ID = 'calls-search'

/** The keys that walk the list. */
export function useListActions(rows: CallRow[], selectedId: string | null): void {
  const { select, open, close } = useCallsStore.getState()
  const isOpen = useCallsStore((state) => state.isOpen)
  const isNarrow = useIsNarrow()
  const at = rows.findIndex((one) => one.call.id === selectedId)
  const walk = (step: number) => {
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]
    if (next) select(next.call.id)
  }
  const group = 'Calls'
  useActions([
    { id: 'calls-next', title: 'Next call', keys: ['j', 'down'], group, isInFooter: true, run: () => walk(1) },
    { id: 'calls-previous', title: 'Previous call', keys: ['k', 'up'], group, isInFooter: true, run: () => walk(-1) },
    { id: 'calls-open', title: 'Open the call', keys: ['enter'], group, run: () => selectedId && open(selectedId) },
    ...(isOpen && isNarrow ? [{ id: 'calls-list', title: 'Back to the list', keys: ['escape'], group, run: close }] : []),
    {
      id: 'calls-search',
      title: 'Search calls',
      keys: ['/'],
      group,
      run: () => {
        close()
        requestAnimationFrame(() => document.getElementById(SEARCH_ID)?.focus())
      },
    },
  ])
}

export { SEARCH_ID }
