import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { VirtualRows } from '../../ui/VirtualRows.tsx'
import { useMessages } from './messages-store.ts'
import { ThreadRowItem } from './ThreadRowItem.tsx'
import styles from './ThreadRows.module.css'
import type { ThreadRows as Rows } from './use-thread-rows.ts'

const ROW_PX = 78
const NO_OPENINGS: never[] = []
const CUT = { key: 'cut', row: null }

/** The threads, each with what it is about; more are read when the end is near. */
export function ThreadRows({ practice, list, here }: { practice: PracticeNow; list: Rows; here: PhoneNumber | null }) {
  const { rows, readMore, isCut } = list
  const now = useNow()
  const openings = useLive('work.read', {}).value?.openings ?? NO_OPENINGS
  const select = useMessages((state) => state.select)
  const drafts = useMessages((state) => state.drafts)
  const say = { now, times: practice.times, today: practice.today, openings, phone: practice.phone }
  const items = [...rows.map((row) => ({ key: row.phoneNumber as string, row })), ...(isCut ? [CUT] : [])]
  return (
    <VirtualRows items={items} label="Threads, newest first" estimate={ROW_PX} selectedKey={here} onEnd={readMore ?? undefined}>
      {({ row }) =>
        row ? (
          <ThreadRowItem
            row={row}
            say={say}
            draft={drafts[row.phoneNumber]}
            isHere={row.phoneNumber === here}
            onOpen={() => select(row.phoneNumber)}
          />
        ) : (
          <p className={styles.cut}>Older threads are found by name or number.</p>
        )
      }
    </VirtualRows>
  )
}
