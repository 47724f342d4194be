import { useNow } from '../../live/clock.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { AskAll } from './AskAll.tsx'
import { BatchPanel } from './BatchPanel.tsx'
import { ConfirmList } from './ConfirmList.tsx'
import styles from './ConfirmPlace.module.css'
import { useConfirm } from './confirm-store.ts'
import { DayProgress } from './DayProgress.tsx'
import { HouseholdPane } from './HouseholdPane.tsx'
import { listItems } from './list-items.ts'
import { useConfirmActions } from './use-confirm-actions.ts'
import { useHere } from './use-here.ts'
import { type Scene, useScene } from './use-scene.ts'

/** Who has not said yet that they are coming, and the best next thing to do about each. */
export function ConfirmPlace() {
  const { scene, live } = useScene()
  if (!scene)
    return live.error ? <Problem text={live.error.message} onAgain={live.again} /> : <Loading rows={8} label="Reading the visits" />
  return <ConfirmScreen scene={scene} />
}

function ConfirmScreen({ scene }: { scene: Scene }) {
  const now = useNow()
  const { unfolded, batch, isDetailOpen } = useConfirm()
  const items = listItems(scene.households, scene.days, unfolded)
  const rows = items.flatMap((one) => (one.kind === 'household' ? [one.household] : []))
  const here = useHere(rows)
  const open = scene.counts.reduce((sum, one) => sum + one.total - one.confirmed, 0)
  useSubtitle(open === 0 ? 'everyone is confirmed' : `${open} unconfirmed`)
  useConfirmActions(scene, rows, here)
  return (
    <div className={styles.place} data-detail={isDetailOpen || undefined}>
      <section className={styles.main} aria-label="Who is coming">
        <header className={styles.days}>
          {scene.counts.map((count, at) => (
            <DayProgress key={count.day} count={count} isNext={at === 1} scene={scene} now={now} />
          ))}
          <AskAll scene={scene} />
        </header>
        {batch ? <BatchPanel scene={scene} batch={batch} /> : null}
        <ConfirmList scene={scene} items={items} here={here} now={now} />
      </section>
      {here ? <HouseholdPane scene={scene} household={here} now={now} /> : null}
    </div>
  )
}
