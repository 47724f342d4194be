import type { NumberProblem } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { useState } from 'react'
import { useActions } from '../../../live/actions.ts'
import { useNow } from '../../../live/clock.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { ago, inSentence } from '../../../ui/times.ts'
import { doNow } from './do-now.ts'
import { REPAIRED, repairWords } from './health-words.ts'
import styles from './Numbers.module.css'

/** What was found when the number was looked at: what is wrong, what it means, and whose turn it is. */
export function HealthPanel({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const now = useNow()
  const [isBusy, setBusy] = useState(false)
  const { health } = phone
  const { times, today } = practice
  const canRepair = health.problems.some((one) => one.repair === 'button')
  const repair = () => {
    if (isBusy || !isLive) return
    setBusy(true)
    const named = practice.phone(phone.phoneNumber)
    void doNow('number.repair', { phoneNumberId: phone.id }, `Put ${named} right`, `${named} is being put right.`).finally(() =>
      setBusy(false),
    )
  }
  useActions(canRepair ? [{ id: 'number-repair', title: 'Put the number right', keys: ['w'], group: 'Numbers', run: repair }] : [])
  const checked = health.checkedAt ? `Looked at ${inSentence(times.dayAndTime(health.checkedAt, today))}` : 'Not looked at yet'
  return (
    <Panel title="Health" aside={checked}>
      {health.problems.length === 0 ? (
        <p className={styles.plain}>
          {health.checkedAt ? 'Nothing wrong: number, texts and assistant are as they should be.' : 'It is looked at every few minutes.'}
        </p>
      ) : (
        <ul className={styles.problems}>
          {health.problems.map((one) => (
            <ProblemRow key={one.code} problem={one} since={ago(one.since, now)} />
          ))}
        </ul>
      )}
      {canRepair ? (
        <div className={styles.acts}>
          <Button tone="main" keys="w" isBusy={isBusy} disabled={!isLive} onClick={repair}>
            Put it right
          </Button>
          <span className={styles.second}>What the practice decided is put in place again.</span>
        </div>
      ) : null}
      {health.repaired.length > 0 ? (
        <ul className={styles.repaired} aria-label="Put right">
          {health.repaired.map((one) => (
            <li key={`${one.code} ${one.at}`}>
              {REPAIRED[one.code]} · put right {inSentence(times.dayAndTime(one.at, today))}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  )
}

function ProblemRow({ problem, since }: { problem: NumberProblem; since: string }) {
  const { words, tone } = repairWords(problem.repair)
  return (
    <li>
      <p>{problem.message}</p>
      <p className={styles.line}>
        <Tag tone={tone}>{words}</Tag>
        <span className={styles.second}>found {since}</span>
      </p>
    </li>
  )
}
