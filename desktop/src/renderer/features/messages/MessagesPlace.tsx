import { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { useEffect, useRef } from 'react'
import { usePlaces } from '../../live/places.ts'
import { usePractice } from '../../live/practice.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { ListDetail } from '../../ui/ListDetail.tsx'
import { Empty, Loading, Problem } from '../../ui/Standing.tsx'
import styles from './MessagesPlace.module.css'
import { useMessages } from './messages-store.ts'
import { NumberPane } from './NumberPane.tsx'
import { ThreadListPane } from './ThreadListPane.tsx'
import { ThreadPane } from './ThreadPane.tsx'
import { useListActions } from './use-list-actions.ts'
import { useThread } from './use-thread.ts'
import { useThreadRows } from './use-thread-rows.ts'

/** Texts by number: who waits for an answer, the thread with what the machine did, and who is on the number. */
export function MessagesPlace() {
  const practice = usePractice()
  const { filter, selected, column } = useMessages()
  const list = useThreadRows(filter)
  const here = selected ?? list.rows[0]?.phoneNumber ?? null
  const thread = useThread(here)
  const composer = useRef<HTMLTextAreaElement>(null)
  useOpenTarget()
  useFirstThread(list.rows[0]?.phoneNumber ?? null)
  useListActions(list.rows, here)
  const count = list.counts?.actionable ?? 0
  useSubtitle(list.counts ? (count === 0 ? 'nobody waits for an answer' : `${count} ${count === 1 ? 'needs' : 'need'} an answer`) : '')
  if (!practice)
    return list.error ? <Problem text={list.error.message} onAgain={list.again} /> : <Loading rows={8} label="Reading the texts" />
  return (
    <ListDetail isOpen={column !== 'list'} list={<ThreadListPane practice={practice} list={list} here={here} />}>
      {thread.view ? (
        <div className={styles.thread} data-side={column === 'side' || undefined}>
          <ThreadPane practice={practice} read={thread} view={thread.view} composer={composer} rows={list.rows} />
          <NumberPane practice={practice} view={thread.view} />
        </div>
      ) : (
        <section aria-label="Thread">
          {thread.error ? <Problem text={thread.error.message} onAgain={thread.again} /> : null}
          {here === null && !list.isLoading ? (
            <Empty title="No thread is open">Choose one from the list, or write a new text.</Empty>
          ) : null}
        </section>
      )}
    </ListDetail>
  )
}

/** The first thread of a list stays open when a newer text moves another one above it. */
function useFirstThread(first: PhoneNumber | null): void {
  const selected = useMessages((state) => state.selected)
  useEffect(() => {
    // Read anew: another place may have asked for a thread in this very moment.
    const { select, column, selected: present } = useMessages.getState()
    if (selected === null && present === null && first) select(first, column)
  }, [selected, first])
}

const REPLY = 'reply:'

/** Shows the thread that another place asked for, also when nothing was ever written in it. */
function useOpenTarget(): void {
  const { id, visit } = usePlaces()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number may be asked for twice; each visit counts.
  useEffect(() => {
    const { select, wantReply } = useMessages.getState()
    const number = PhoneNumber.safeParse(id?.replace(REPLY, '')).data
    if (!number) return
    select(number)
    wantReply(id?.startsWith(REPLY) ? number : null)
  }, [id, visit])
}
