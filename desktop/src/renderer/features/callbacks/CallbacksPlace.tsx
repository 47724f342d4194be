import { useEffect, useMemo, useRef } from 'react'
import type { WorkView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { usePlaces } from '../../live/places.ts'
import { type PracticeNow, usePractice } from '../../live/practice.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { ListDetail } from '../../ui/ListDetail.tsx'
import { Empty, Loading, Problem } from '../../ui/Standing.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import { FollowUpDetail } from './FollowUpDetail.tsx'
import { FollowUpList } from './FollowUpList.tsx'
import { type FollowUp, followUpsOf } from './follow-up.ts'
import { countTabs, groupsOf, tabOf } from './follow-up-groups.ts'
import { NewCallback } from './NewCallback.tsx'
import { useFollowUpActions } from './use-follow-up-actions.ts'

/** What was promised and what must be followed up, until somebody has done it. */
export function CallbacksPlace() {
  const practice = usePractice()
  const { value: work, error, again } = useLive('work.read', {})
  if (!practice || !work)
    return error ? <Problem text={error.message} onAgain={again} /> : <Loading rows={8} label="Reading the callbacks" />
  return <CallbacksScreen work={work} practice={practice} />
}

function CallbacksScreen({ work, practice }: { work: WorkView; practice: PracticeNow }) {
  const { tab, selectedId, isOpen, isNewOpen, pin } = useCallbacksStore()
  const { today, setup } = practice
  const lastIndex = useRef(0)
  const minute = `${useNow().slice(0, 16)}:00.000Z` as FollowUp['createdAt']
  // biome-ignore lint/correctness/useExhaustiveDependencies: the practice is a new object with every drawing; its set-up and day are what counts.
  const all = useMemo(() => followUpsOf(work, practice), [work, setup, today])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const items = useMemo(() => groupsOf(all, tab, minute, practice), [all, tab, minute, setup, today])
  const rows = items.flatMap((item) => ('one' in item ? [item.one] : []))
  const found = rows.findIndex((one) => one.id === selectedId)
  // When the selected one is done or goes to another list, the row that took its place is next.
  const at = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1)
  lastIndex.current = Math.max(0, at)
  const selected = rows[at] ?? null
  const counts = countTabs(all)
  const chosenId = selected?.id
  useEffect(() => {
    if (chosenId && chosenId !== selectedId) pin(chosenId)
  }, [chosenId, selectedId, pin])
  useOpenTarget(all)
  useFollowUpActions(rows, at)
  const overdue = all.filter((one) => tabOf(one) === 'callbacks' && one.dueAt !== null && one.dueAt <= minute).length
  useSubtitle(subtitleOf(counts, overdue))
  return (
    <ListDetail
      isOpen={isOpen}
      list={
        <FollowUpList
          items={items}
          counts={counts}
          now={minute}
          practice={practice}
          selectedId={isNewOpen ? null : (selected?.id ?? null)}
        />
      }
    >
      {isNewOpen ? (
        <NewCallback practice={practice} />
      ) : selected ? (
        <FollowUpDetail key={selected.id} one={selected} all={work} now={minute} practice={practice} />
      ) : (
        <Empty title="Nothing is selected">Press N to write down a callback.</Empty>
      )}
    </ListDetail>
  )
}

/** Shows the callback or lead another place asked for, in the list it is in. */
function useOpenTarget(all: FollowUp[]): void {
  const { place, id, visit } = usePlaces()
  const target = place === 'callbacks' && id ? all.find((one) => one.id === id) : undefined
  const isKnown = target !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked for, as soon as it is known.
  useEffect(() => {
    if (!target) return
    useCallbacksStore.getState().setTab(tabOf(target))
    useCallbacksStore.getState().open(target.id)
  }, [id, visit, isKnown])
}

function subtitleOf({ callbacks, leads }: ReturnType<typeof countTabs>, overdue: number): string {
  if (callbacks + leads === 0) return 'Nothing to follow up'
  const parts = [
    `${callbacks} to phone back`,
    overdue > 0 ? `${overdue} overdue` : '',
    leads > 0 ? `${leads} ${leads === 1 ? 'follow-up' : 'follow-ups'}` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
