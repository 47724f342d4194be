import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useSetup } from '../setup-store.ts'
import { TypeSwitch } from '../TypeSwitch.tsx'
import { typesAtOnce, warningsOf } from './bookable.ts'
import choose from './Choose.module.css'
import { NOT_OFFLINE } from './do-now.ts'
import styles from './Numbers.module.css'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What callers will be able to book at once, and what is left to staff. */
export function HoursCheck({ practice }: { practice: PracticeNow }) {
  const isLive = useIsLive()
  const { setup } = practice
  const types = typesAtOnce(setup)
  const warnings = warningsOf(setup)
  const days = new Set(setup.hours.flatMap((one) => one.shifts.map((shift) => shift.weekday)))
  const atOnce = types.filter((one) => one.isAtOnce).length
  return (
    <div className={styles.stack}>
      {warnings.map((line) => (
        <p key={line} className={styles.box} data-tone="amber" role="status">
          {line}
        </p>
      ))}
      <p className={styles.meaning}>
        {days.size === 0 ? 'No day has hours.' : `Somebody works on ${WEEKDAYS.filter((_, at) => days.has(at + 1)).join(', ')}.`}
      </p>
      <Panel title="What it may book" aside={`${atOnce} at once, ${types.length - atOnce} left to you`} isFlush>
        <ul className={choose.types}>
          {types.map((one) => (
            <li key={one.type.id}>
              <TypeSwitch type={one.type} lack={one.lack} />
            </li>
          ))}
        </ul>
      </Panel>
      <div className={styles.acts}>
        <Button onClick={() => useSetup.getState().show('hours')}>Change hours</Button>
        <Button onClick={() => useSetup.getState().show('types')}>Change types</Button>
        {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
      </div>
    </div>
  )
}
