import { Switch } from '@mantine/core'
import type { PracticeNow } from '../../../live/practice.ts'
import { runCommand, wordsOf } from '../../../live/run-command.ts'
import { useIsLive } from '../../../live/session.ts'
import { tell } from '../../../live/tell.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useSetup } from '../setup-store.ts'
import { type TypeAtOnce, typesAtOnce, warningsOf } from './bookable.ts'
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
      <Panel title="What it may book" aside={`${atOnce} at once, ${types.length - atOnce} by staff`} isFlush>
        <ul className={choose.types}>
          {types.map((one) => (
            <TypeRow key={one.type.id} one={one} isLive={isLive} />
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

function TypeRow({ one: { type, isAtOnce, lack }, isLive }: { one: TypeAtOnce; isLive: boolean }) {
  const change = async (bookableByVoice: boolean) => {
    try {
      await runCommand('appointmentType.put', { ...type, bookableByVoice, expected: type }, `${type.name}: who books it`, false)
    } catch (error) {
      tell({ tone: 'problem', text: `${type.name}: ${wordsOf(error)}` })
    }
  }
  return (
    <li>
      <Switch
        label={type.name}
        description={lack ? `${lack}.` : isAtOnce ? `Booked at once, ${type.durationMinutes} min` : 'A callback for staff is written down'}
        checked={isAtOnce}
        disabled={!isLive}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
    </li>
  )
}
