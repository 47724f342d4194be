import type { PersonView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { auditEntries } from './audit-words.ts'
import styles from './PersonPage.module.css'

/** Who looked at this person and what was changed. Only the relay knows it. */
export function AuditPanel({ practice, person }: { practice: PracticeNow; person: PersonView }) {
  const entries = auditEntries(person.audit).slice(0, 20)
  return (
    <Panel title="Who looked and what changed" isFlush>
      {person.isComplete && entries.length === 0 ? <p className={styles.empty}>Nothing yet.</p> : null}
      {person.isComplete ? null : <p className={styles.empty}>Shown while the relay can be reached.</p>}
      <ul className={styles.rows}>
        {entries.map((one) => (
          <li key={one.key}>
            <span className={styles.words}>
              {one.who} {one.what}
              {one.detail ? <span className={styles.second}>: {one.detail}</span> : null}
            </span>
            <span className={styles.second}>{practice.times.dayAndTime(one.at, practice.today)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
