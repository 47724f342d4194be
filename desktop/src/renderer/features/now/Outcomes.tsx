import type { WorkView } from '../../../ipc/views.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './Outcomes.module.css'
import { outcomesOf } from './outcomes-of.ts'

/** The last five things the machine did; each opens what it was about. */
export function Outcomes({ work, practice }: { work: WorkView; practice: PracticeNow }) {
  const outcomes = outcomesOf(work, practice)
  return (
    <Panel title="Last outcomes">
      {outcomes.length === 0 ? <p className={styles.none}>Nothing yet. What calls and texts lead to appears here.</p> : null}
      <ol className={styles.list}>
        {outcomes.map((one) => (
          <li key={one.key}>
            <button type="button" onClick={() => openPlace(one.target.place, one.target.id)}>
              <span className={styles.time}>{practice.times.clock(one.at)}</span>
              <span className={styles.words}>
                <PersonText>{one.who}</PersonText> {one.words}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
