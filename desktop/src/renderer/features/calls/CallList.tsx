import { CloseButton, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterTabs } from '../../ui/FilterTabs.tsx'
import { ListHeading, ListPane } from '../../ui/ListDetail.tsx'
import { Empty } from '../../ui/Standing.tsx'
import { VirtualRows } from '../../ui/VirtualRows.tsx'
import styles from './CallList.module.css'
import { CallRowButton } from './CallRowButton.tsx'
import { type CallFilter, type CallRow, withHeadings } from './call-rows.ts'
import { useCallsStore } from './calls-store.ts'
import { SEARCH_ID } from './use-list-actions.ts'

const FILTERS: { filter: CallFilter; words: string; title: string; none: string }[] = [
  { filter: 'all', words: 'All', title: 'Every call', none: 'No calls yet' },
  { filter: 'live', words: 'Live', title: 'On the line now', none: 'No call in progress' },
  { filter: 'followUp', words: 'Follow-up', title: 'Needs follow-up', none: 'No call needs follow-up' },
  { filter: 'missed', words: 'Missed', title: 'Missed or hung up', none: 'Nobody was missed' },
]

type CallListProps = {
  practice: PracticeNow
  rows: CallRow[]
  counts: Record<CallFilter, number>
  selectedId: string | null
  /** How many calls the filter and the search looked at. */
  searched: number
  trouble: string | null
  onEnd: () => void
}

/** The calls under their days, with filters and a search over names and numbers. */
export function CallList({ practice, rows, counts, selectedId, searched, trouble, onEnd }: CallListProps) {
  const now = useNow()
  const { filter, text } = useCallsStore()
  const { open, setFilter, setText } = useCallsStore.getState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the practice only its day and its way to write times matter here.
  const items = useMemo(() => withHeadings(rows, practice), [rows, practice.today, practice.times])
  return (
    <ListPane
      label="Calls"
      tools={
        <>
          <FilterTabs
            legend="Which calls"
            tabs={FILTERS.map(({ filter: id, words, title }) => ({
              id,
              words,
              title,
              ...(id !== 'all' && counts[id] > 0 && { count: counts[id] }),
            }))}
            chosen={filter}
            onChoose={setFilter}
          />
          <TextInput
            id={SEARCH_ID}
            className={styles.search}
            size="xs"
            aria-label="Search calls by name or number"
            placeholder="Name or number"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              setText('')
              event.currentTarget.blur()
            }}
            rightSection={text ? <CloseButton size="xs" aria-label="Clear the search" onClick={() => setText('')} /> : null}
          />
        </>
      }
    >
      {trouble ? <p className={styles.trouble}>Older calls: {trouble}</p> : null}
      {rows.length === 0 ? (
        <NoCalls searched={searched} />
      ) : (
        <VirtualRows items={items} label="Calls" estimate={66} selectedKey={selectedId} onEnd={onEnd}>
          {(item) =>
            'row' in item ? (
              <CallRowButton
                row={item.row}
                now={now}
                practice={practice}
                isSelected={item.key === selectedId}
                onOpen={() => open(item.row.call.id)}
              />
            ) : (
              <ListHeading words={item.heading} />
            )
          }
        </VirtualRows>
      )}
    </ListPane>
  )
}

function NoCalls({ searched }: { searched: number }) {
  const { filter, text } = useCallsStore()
  const { setFilter, setText } = useCallsStore.getState()
  if (text)
    return (
      <Empty title="No call fits the search" action={<Button onClick={() => setText('')}>Clear the search</Button>}>
        {`Looked at the names on the number and the number itself, in the newest ${searched} calls.`}
      </Empty>
    )
  if (searched > 0) {
    const none = FILTERS.find((one) => one.filter === filter)?.none ?? ''
    return <Empty title={none} action={<Button onClick={() => setFilter('all')}>Show all calls</Button>} />
  }
  return (
    <Empty title="No calls yet">When somebody calls the AI line, the call is here while it is being spoken, and stays afterwards.</Empty>
  )
}
