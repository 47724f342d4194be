import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useMessages } from './messages-store.ts'
import styles from './ThreadListPane.module.css'
import { ThreadRowItem } from './ThreadRowItem.tsx'
import type { ThreadRows as Rows } from './use-thread-rows.ts'

const ROW_PX = 77
const MORE_WITHIN = 20
const NO_OPENINGS: never[] = []

/** The rows on screen; the rest of the list is only as long as it would be. */
export function ThreadRows({ practice, list, here }: { practice: PracticeNow; list: Rows; here: PhoneNumber | null }) {
  const { rows, readMore, isCut } = list
  const now = useNow()
  const openings = useLive('work.read', {}).value?.openings ?? NO_OPENINGS
  const select = useMessages((state) => state.select)
  const drafts = useMessages((state) => state.drafts)
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 8 })
  const shown = virtual.getVirtualItems()
  const at = rows.findIndex((one) => one.phoneNumber === here)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the person, not the list: rows that move leave the scroll alone.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [here])
  const isNearEnd = (shown.at(-1)?.index ?? 0) > rows.length - MORE_WITHIN
  useEffect(() => {
    if (isNearEnd) readMore?.()
  }, [isNearEnd, readMore])
  const say = { now, times: practice.times, today: practice.today, openings, phone: practice.phone }
  return (
    <div className={styles.scroll} ref={frame}>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label="Threads, newest first">
        {shown.map(({ index, start }) => {
          const row = rows[index]!
          return (
            <li key={row.phoneNumber} style={{ transform: `translateY(${start}px)` }} aria-setsize={rows.length} aria-posinset={index + 1}>
              <ThreadRowItem
                row={row}
                say={say}
                draft={drafts[row.phoneNumber]}
                isHere={row.phoneNumber === here}
                onOpen={() => select(row.phoneNumber)}
              />
            </li>
          )
        })}
      </ul>
      {isCut ? <p className={styles.cut}>Older threads are found by name or number.</p> : null}
    </div>
  )
}
