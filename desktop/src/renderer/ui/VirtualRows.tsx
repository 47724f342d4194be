import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './VirtualRows.module.css'

const END_WITHIN = 20

type VirtualRowsProps<T extends { key: string }> = {
  items: T[]
  label: string
  /** About how high a row is, in pixels, before it is measured. */
  estimate: number
  /** Scrolled into view when it changes. */
  selectedKey: string | null
  children: (item: T) => ReactNode
  /** The last rows have come into view. */
  onEnd?: () => void
}

/** A list of any length that scrolls by itself; only the rows in view are drawn. */
export function VirtualRows<T extends { key: string }>({ items, label, estimate, selectedKey, children, onEnd }: VirtualRowsProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
  })
  const at = selectedKey === null ? -1 : items.findIndex((one) => one.key === selectedKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection scrolls; rows that arrive around it must not.
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [selectedKey])
  const drawn = rows.getVirtualItems()
  // Asked for a little early, so that more is there when the end is reached.
  const isAtEnd = (drawn.at(-1)?.index ?? -1) >= items.length - END_WITHIN
  const end = useRef(onEnd)
  end.current = onEnd
  // biome-ignore lint/correctness/useExhaustiveDependencies: after more rows came, the new end is an end again.
  useEffect(() => {
    if (isAtEnd) end.current?.()
  }, [isAtEnd, items.length, onEnd !== undefined])
  return (
    <div className={styles.scroller} ref={scroller}>
      <ul className={styles.rows} aria-label={label} style={{ height: rows.getTotalSize() }}>
        {drawn.map((one) => {
          const item = items[one.index]
          if (!item) return null
          return (
            <li
              key={one.key}
              ref={rows.measureElement}
              data-index={one.index}
              aria-posinset={one.index + 1}
              aria-setsize={items.length}
              style={{ transform: `translateY(${one.start}px)` }}
            >
              {children(item)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
