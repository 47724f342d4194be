import type { Closure } from '@dentalanswer/shared/domain/practice.ts'
import { useState } from 'react'
import { useNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { useIsLive } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { AffectedVisits } from './AffectedVisits.tsx'
import { ClosureFields } from './ClosureFields.tsx'
import { closureTimes, closureWhom, KIND_WORDS } from './closure-words.ts'
import styles from './SetupPlace.module.css'

/** Time on which nobody works, or that is kept for something. */
export function ClosuresSection({ practice }: { practice: PracticeNow }) {
  const now = useNow()
  const [showsPast, setShowsPast] = useState(false)
  const kept = practice.setup.closures.filter((one) => one.removedAt === null).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const toCome = kept.filter((one) => one.endsAt > now)
  const past = kept.filter((one) => one.endsAt <= now).reverse()
  return (
    <div className={styles.stack}>
      <ClosureFields practice={practice} />
      <AffectedVisits practice={practice} />
      <Panel title="Closures to come" aside={toCome.length > 0 ? `${toCome.length}` : undefined} isFlush>
        {toCome.length === 0 ? (
          <p className={styles.note}>No time is closed or kept. Holidays and meetings belong here, so that nothing is booked on them.</p>
        ) : null}
        <ClosureList practice={practice} closures={toCome} />
      </Panel>
      {past.length > 0 ? (
        <Panel title="Past" isFlush>
          {showsPast ? (
            <ClosureList practice={practice} closures={past} />
          ) : (
            <p className={styles.note}>
              <Button size="small" tone="quiet" onClick={() => setShowsPast(true)}>
                {`Show ${past.length}`}
              </Button>
            </p>
          )}
        </Panel>
      ) : null}
    </div>
  )
}

function ClosureList({ practice, closures }: { practice: PracticeNow; closures: Closure[] }) {
  return (
    <ul className={styles.rows}>
      {closures.map((one) => (
        <ClosureRow key={one.id} practice={practice} closure={one} />
      ))}
    </ul>
  )
}

function ClosureRow({ practice, closure }: { practice: PracticeNow; closure: Closure }) {
  const isLive = useIsLive()
  const [isAsking, setAsking] = useState(false)
  const times = closureTimes(closure, practice)
  const remove = async () => {
    try {
      await runCommand('closure.remove', { closureId: closure.id }, `Open again ${times}`, false)
      tell({ tone: 'done', text: 'Open again. Times there can be booked from now on.' })
    } catch (error) {
      tell({ tone: 'problem', text: wordsOf(error) })
      setAsking(false)
    }
  }
  return (
    <li>
      <div className={styles.words}>
        <p className={styles.line}>
          <strong>{times}</strong>
          <Tag tone={closure.kind === 'emergency_block' ? 'amber' : 'grey'}>{KIND_WORDS[closure.kind]}</Tag>
        </p>
        <p className={styles.second}>
          {closureWhom(closure, practice)}
          {closure.reason ? ` · ${closure.reason}` : ''}
          {closure.releasedAt ? ` · open to all from ${practice.times.time(closure.releasedAt)}` : ''}
        </p>
      </div>
      {isAsking ? (
        <span className={styles.line}>
          <span className={styles.second}>Open this time again?</span>
          <Button size="small" tone="main" disabled={!isLive} onClick={() => void remove()}>
            Open it
          </Button>
          <Button size="small" autoFocus onClick={() => setAsking(false)}>
            Keep closed
          </Button>
        </span>
      ) : (
        <Button size="small" tone="quiet" disabled={!isLive} aria-label={`Remove: ${times}`} onClick={() => setAsking(true)}>
          Remove…
        </Button>
      )}
    </li>
  )
}
