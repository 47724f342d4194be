import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Empty } from '../../ui/Standing.tsx'
import styles from './ConfirmList.module.css'
import { useConfirm } from './confirm-store.ts'
import { HouseholdRow } from './HouseholdRow.tsx'
import type { Household } from './households-of.ts'
import type { ListItem } from './list-items.ts'
import type { Scene } from './use-scene.ts'

const ESTIMATE = { day: 34, household: 74, fold: 38 }
const ALL_SHOWN = 150
const AROUND = 12

type ConfirmListProps = { scene: Scene; items: ListItem[]; here: Household | null; now: Instant }

/** The households under their days. Long lists draw only what is on screen. */
export function ConfirmList({ scene, items, here, now }: ConfirmListProps) {
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: (at) => ESTIMATE[items[at]?.kind ?? 'household'],
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: items.length <= ALL_SHOWN ? ALL_SHOWN : AROUND,
  })
  const selected = useConfirm((state) => state.selected)
  const at = items.findIndex((one) => one.key === selected)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the person, not the list.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [selected])
  if (items.every((one) => one.kind === 'day' && one.isEmpty))
    return <Empty title="Nothing is booked for the rest of today and the next two business days." />
  return (
    <div className={styles.scroll} ref={frame}>
      <div className={styles.columns} aria-hidden="true">
        <span>Who</span>
        <span>Appointments</span>
        <span>Asked and answered</span>
        <span>Next</span>
      </div>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label="Households, what is at risk first">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index]!
          return (
            <li key={item.key} data-index={index} ref={virtual.measureElement} style={{ transform: `translateY(${start}px)` }}>
              <ListLine item={item} scene={scene} here={here} now={now} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function ListLine({ item, scene, here, now }: { item: ListItem; scene: Scene; here: Household | null; now: Instant }) {
  const unfold = useConfirm((state) => state.unfold)
  const { times, today } = scene.practice
  if (item.kind === 'household')
    return <HouseholdRow scene={scene} household={item.household} isHere={item.household.key === here?.key} now={now} />
  const name = item.day === today ? 'today' : times.relativeDay(item.day, today)
  if (item.kind === 'day')
    return (
      <h3 className={styles.day}>
        {item.day === today ? 'Rest of today' : times.longDay(item.day)}
        {item.isAllConfirmed ? <span> Everyone is confirmed for {name === 'Tomorrow' ? 'tomorrow' : name}.</span> : null}
        {item.isEmpty ? <span> Nothing booked.</span> : null}
      </h3>
    )
  return (
    <button type="button" className={styles.fold} aria-expanded={item.isUnfolded} onClick={() => unfold(item.day)}>
      {item.isUnfolded ? 'Hide' : 'Show'} {item.count} confirmed
    </button>
  )
}
