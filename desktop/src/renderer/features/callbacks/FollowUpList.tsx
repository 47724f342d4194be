import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useSession } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterTabs } from '../../ui/FilterTabs.tsx'
import { ListHeading, ListPane } from '../../ui/ListDetail.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Empty } from '../../ui/Standing.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { VirtualRows } from '../../ui/VirtualRows.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import styles from './FollowUpList.module.css'
import { FollowUpRow } from './FollowUpRow.tsx'
import type { FollowUpItem, Tab } from './follow-up-groups.ts'

const TABS: { tab: Tab; words: string; none: string; hint: string }[] = [
  {
    tab: 'callbacks',
    words: 'Callbacks',
    none: 'Nobody waits to be phoned',
    hint: 'When the AI or a text promises a call back, it is here with the time it is due.',
  },
  {
    tab: 'leads',
    words: 'Follow-ups',
    none: 'Nothing to follow up',
    hint: 'Cancelled visits to rebook, and whatever else a call or a text left open, come here.',
  },
  { tab: 'done', words: 'Done', none: 'Nothing was done in the last 7 days', hint: 'What is done stays here for 7 days.' },
]

type FollowUpListProps = {
  items: FollowUpItem[]
  counts: Record<Tab, number>
  now: Instant
  practice: PracticeNow
  selectedId: string | null
}

/** The three lists, one at a time, each row under what it waits for. */
export function FollowUpList({ items, counts, now, practice, selectedId }: FollowUpListProps) {
  const { tab } = useCallbacksStore()
  const { setTab, open, openNew } = useCallbacksStore.getState()
  const here = TABS.find((one) => one.tab === tab) ?? TABS[0]!
  return (
    <ListPane
      label={here.words}
      tools={
        <>
          <FilterTabs
            legend="Which list"
            tabs={TABS.map(({ tab: id, words }) => ({ id, words, count: counts[id] }))}
            chosen={tab}
            onChoose={setTab}
          />
          <Button size="small" keys="n" aria-label="New callback" onClick={() => openNew(true)}>
            New
          </Button>
        </>
      }
    >
      <WaitingNew />
      {items.length === 0 ? (
        <Empty title={here.none}>{here.hint}</Empty>
      ) : (
        <VirtualRows items={items} label={here.words} estimate={82} selectedKey={selectedId}>
          {(item) =>
            'one' in item ? (
              <FollowUpRow
                one={item.one}
                now={now}
                practice={practice}
                isSelected={item.key === selectedId}
                onOpen={() => open(item.one.id)}
              />
            ) : (
              <ListHeading words={item.heading} count={item.count} />
            )
          }
        </VirtualRows>
      )}
    </ListPane>
  )
}

/** New callbacks that the relay has not taken yet: never shown as written down. */
function WaitingNew() {
  const queue = useSession((state) => state.queue) ?? []
  const waiting = queue.filter((one) => one.name === 'callback.create' && one.state !== 'refused')
  if (waiting.length === 0) return null
  return (
    <ul className={styles.waiting} aria-label="New callbacks that wait for the connection">
      {waiting.map((one) => (
        <li key={one.id}>
          <PersonText>{one.label}</PersonText> <Tag tone="amber">Waits for the connection</Tag>
        </li>
      ))}
    </ul>
  )
}
