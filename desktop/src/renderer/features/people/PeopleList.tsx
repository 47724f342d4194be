import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { PracticeNow } from '../../live/practice.ts'
import { PersonRow } from './PersonRow.tsx'
import styles from './SearchPane.module.css'

const ROW_HEIGHT = 64

type PeopleListProps = {
  practice: PracticeNow
  people: Patient[]
  selectedId: string | null
  openId: string | null
  onOpen: (id: string) => void
}

/** However many were found, only the rows in sight are drawn. */
export function PeopleList({ practice, people, selectedId, openId, onOpen }: PeopleListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => people[index]!.id,
    overscan: 6,
  })
  const at = people.findIndex((one) => one.id === selectedId)
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  return (
    <div className={styles.scroller} ref={scroller} hidden={people.length === 0}>
      <ul className={styles.list} aria-label="People" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const patient = people[row.index]!
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-posinset={row.index + 1}
              aria-setsize={people.length}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <PersonRow
                practice={practice}
                patient={patient}
                isSelected={patient.id === selectedId}
                isOpen={patient.id === openId}
                onOpen={() => onOpen(patient.id)}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
