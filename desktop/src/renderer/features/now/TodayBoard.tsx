import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Problem } from '../../ui/Standing.tsx'
import styles from './TodayBoard.module.css'

/** Today's chairs, small: who sits where, what is open, and the now-line. */
export function TodayBoard({ practice }: { practice: PracticeNow }) {
  const { value: view, error, again } = useLive('days.read', { from: practice.today, to: practice.today })
  const booked = (view?.appointments ?? []).filter((one) => one.status !== 'cancelled').length
  const open = (view?.openings ?? []).filter((one) => one.status === 'open').length
  return (
    <Panel className={styles.today} title="Today" aside={`${booked} booked · ${open} ${open === 1 ? 'opening' : 'openings'}`} isFlush>
      {error && !view ? <Problem text={error.message} onAgain={again} /> : null}
    </Panel>
  )
}
