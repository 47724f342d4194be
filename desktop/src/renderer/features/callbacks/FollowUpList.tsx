import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useSession } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
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
    <section className={styles.list} aria-label={here.words}>
      <div className={styles.tools}>
        <fieldset className={styles.tabs}>
          <legend>Which list</legend>
          {TABS.map((one) => (
            <button key={one.tab} type="button" aria-pressed={one.tab === tab} onClick={() => setTab(one.tab)}>
              {one.words} <span>{counts[one.tab]}</span>
            </button>
          ))}
        </fieldset>
        <Button size="small" keys="n" onClick={() => openNew(true)}>
          New callback
        </Button>
      </div>
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
              <h2 className={styles.heading}>
                {item.heading} <span>{item.count}</span>
              </h2>
            )
          }
        </VirtualRows>
      )}
    </section>
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
