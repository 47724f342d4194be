import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterTabs } from '../../ui/FilterTabs.tsx'
import { ListPane } from '../../ui/ListDetail.tsx'
import { Empty, Loading, Problem } from '../../ui/Standing.tsx'
import { type Filter, useMessages } from './messages-store.ts'
import { NewMessage } from './NewMessage.tsx'
import { ThreadRows } from './ThreadRows.tsx'
import type { ThreadRows as Rows } from './use-thread-rows.ts'

const TABS: { filter: Filter; title: string; hasCount: boolean }[] = [
  { filter: 'actionable', title: 'Actionable', hasCount: true },
  { filter: 'waiting', title: 'Waiting on patient', hasCount: true },
  { filter: 'all', title: 'All', hasCount: false },
]

type ThreadListPaneProps = { practice: PracticeNow; list: Rows; here: PhoneNumber | null }

/** Which threads there are, the newest first. */
export function ThreadListPane({ practice, list, here }: ThreadListPaneProps) {
  const { filter, isWritingNew } = useMessages()
  const { showFilter, writeNew } = useMessages.getState()
  return (
    <ListPane
      label="Threads"
      tools={
        <>
          <FilterTabs
            legend="Which threads"
            tabs={TABS.map(({ filter: id, title, hasCount }) => ({
              id,
              words: title,
              ...(hasCount && list.counts && { count: list.counts[id] }),
            }))}
            chosen={filter}
            onChoose={showFilter}
          />
          <Button size="small" keys="n" aria-pressed={isWritingNew} onClick={() => writeNew(!isWritingNew)}>
            New
          </Button>
        </>
      }
    >
      {isWritingNew ? <NewMessage practice={practice} /> : null}
      <ListBody practice={practice} list={list} here={here} filter={filter} />
    </ListPane>
  )
}

function ListBody({ practice, list, here, filter }: ThreadListPaneProps & { filter: Filter }) {
  if (list.rows.length > 0) return <ThreadRows practice={practice} list={list} here={here} />
  if (list.error) return <Problem text={list.error.message} onAgain={list.again} />
  if (list.isLoading) return <Loading rows={6} label="Reading the threads" />
  const waiting = list.counts?.waiting ?? 0
  if (filter === 'actionable')
    return (
      <Empty title="Nobody waits for an answer.">
        {waiting > 0 ? `We wait for ${waiting} ${waiting === 1 ? 'answer' : 'answers'}.` : 'New texts that need a person show here.'}
      </Empty>
    )
  if (filter === 'waiting') return <Empty title="We wait for nobody.">Every text of ours has been answered.</Empty>
  return <Empty title="No texts yet.">Texts from and to patients show here. Press N to write the first one.</Empty>
}
