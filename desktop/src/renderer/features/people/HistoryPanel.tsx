import type { PersonView } from '../../../ipc/views.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { historyOf } from './history-of.ts'
import styles from './PersonPage.module.css'

/** The latest texts and calls on this person's numbers; a shared number shows the household's. */
export function HistoryPanel({ practice, person }: { practice: PracticeNow; person: PersonView }) {
  const rows = historyOf(person)
  return (
    <Panel title="Texts and calls" aside={person.household.length > 0 ? 'of the whole number' : undefined} isFlush>
      {rows.length === 0 ? <p className={styles.empty}>No texts or calls are kept here.</p> : null}
      <ul className={styles.rows}>
        {rows.map((one) => (
          <li key={one.key}>
            <button type="button" className={styles.link} onClick={() => openPlace(one.place, one.id)}>
              <span>
                {one.what}
                <span className={`${styles.second} ${styles.clamp}`}>
                  <PersonText>{one.words}</PersonText>
                </span>
              </span>
              <span className={styles.second}>{practice.times.dayAndTime(one.at, practice.today)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
