import { useEffect, useMemo, useState } from 'react'
import type { CallsView } from '../../../ipc/views.ts'
import { callDesk } from '../../bridge.ts'
import { useLive } from '../../live/live-query.ts'
import { wordsOf } from '../../live/run-command.ts'
import { useIsLive } from '../../live/session.ts'
import { useCallsStore } from './calls-store.ts'
import { joinPages, liveOf } from './join-pages.ts'

const PAGE = 100
const OLDER_PAGE = 300

/** The newest calls, and every older page that was scrolled to; whatever changes a call reads them all again. */
export function useCalls() {
  const { value: newest, error, again } = useLive('calls.read', { limit: PAGE })
  const { value: work } = useLive('work.read', {})
  const isConnected = useIsLive()
  const olderPages = useCallsStore((state) => state.olderPages)
  const addPage = useCallsStore((state) => state.addPage)
  const [older, setOlder] = useState<CallsView[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value of the newest page says that something about calls changed; what could not be had offline is asked for again.
  useEffect(() => {
    let isLatest = true
    if (olderPages.length === 0) return
    Promise.all(olderPages.map((before) => callDesk('calls.read', { before, limit: OLDER_PAGE }))).then(
      (pages) => {
        if (!isLatest) return
        setOlder(pages)
        setTrouble(null)
      },
      (failure) => isLatest && setTrouble(wordsOf(failure)),
    )
    return () => {
      isLatest = false
    }
  }, [olderPages, newest, isConnected])
  const live = useMemo(() => (work ? [liveOf(work)] : []), [work])
  const view = useMemo(() => (newest ? joinPages([...live, newest, ...older]) : undefined), [live, newest, older])
  const last = [newest, ...older][olderPages.length]
  const readOlder = () => {
    const oldest = last?.calls.at(-1)
    if (last && oldest && last.calls.length >= (olderPages.length === 0 ? PAGE : OLDER_PAGE)) addPage(oldest.createdAt)
  }
  return { view, error, again, readOlder, pages: olderPages.length, trouble }
}
