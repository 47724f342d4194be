import { useEffect, useMemo } from 'react'
import { usePlaces } from '../../live/places.ts'
import { type PracticeNow, usePractice } from '../../live/practice.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { ListDetail } from '../../ui/ListDetail.tsx'
import { Empty, Loading, Problem } from '../../ui/Standing.tsx'
import { CallDetail } from './CallDetail.tsx'
import { CallList } from './CallList.tsx'
import { callRows, countsOf, filterRows } from './call-rows.ts'
import { useCallsStore } from './calls-store.ts'
import { useCalls } from './use-calls.ts'
import { useListActions } from './use-list-actions.ts'

/** Every call: those on the line with what is being said, then the past ones with what came of them. */
export function CallsPlace() {
  const practice = usePractice()
  const calls = useCalls()
  const { place, id, visit } = usePlaces()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking twice for the same call opens it twice.
  useEffect(() => {
    if (place === 'calls' && id) useCallsStore.getState().open(id)
  }, [place, id, visit])
  if (!practice || !calls.view)
    return calls.error ? <Problem text={calls.error.message} onAgain={calls.again} /> : <Loading rows={8} label="Reading the calls" />
  return <CallsScreen practice={practice} {...calls} view={calls.view} />
}

const FEW = 20
const MOST_PAGES = 8

type CallsScreenProps = Omit<ReturnType<typeof useCalls>, 'view'> & {
  practice: PracticeNow
  view: NonNullable<ReturnType<typeof useCalls>['view']>
}

function CallsScreen({ practice, view, readOlder, pages, trouble }: CallsScreenProps) {
  const { selectedId, isOpen, filter, text, select } = useCallsStore()
  const { today } = practice
  // biome-ignore lint/correctness/useExhaustiveDependencies: the practice is a new object with every drawing; its set-up and day are what counts.
  const rows = useMemo(() => callRows(view, practice), [view, practice.setup, today])
  const shown = useMemo(() => filterRows(rows, filter, text), [rows, filter, text])
  const counts = countsOf(rows)
  // A search or filter that finds little looks into older calls by itself, but not for ever.
  const isShort = shown.length < FEW && (text !== '' || filter !== 'all') && pages < MOST_PAGES
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further page is a reason to look again.
  useEffect(() => {
    if (isShort) readOlder()
  }, [isShort, rows])
  const openId = selectedId ?? shown[0]?.call.id ?? null
  useListActions(shown, openId)
  // The call that was chosen by itself stays chosen when a newer one arrives above it.
  useEffect(() => {
    if (openId && !selectedId) select(openId)
  }, [openId, selectedId, select])
  useSubtitle(subtitleOf(counts))
  return (
    <ListDetail
      isOpen={isOpen}
      list={
        <CallList
          practice={practice}
          rows={shown}
          counts={counts}
          selectedId={openId}
          searched={rows.length}
          trouble={trouble ?? (view.isPartial ? 'not on this computer; they come when the connection is back.' : null)}
          onEnd={readOlder}
        />
      }
    >
      {openId ? (
        <CallDetail key={openId} callId={openId as never} practice={practice} />
      ) : (
        <Empty title="No call to show">Calls appear here while they are on the line, with what is being said.</Empty>
      )}
    </ListDetail>
  )
}

function subtitleOf({ live, followUp }: ReturnType<typeof countsOf>): string {
  const parts = [live > 0 ? `${live} on the line` : '', followUp > 0 ? `${followUp} ${followUp === 1 ? 'needs' : 'need'} follow-up` : '']
  return parts.filter(Boolean).join(' · ') || 'No call in progress'
}
