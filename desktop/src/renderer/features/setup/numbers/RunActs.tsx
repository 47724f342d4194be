import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { useState } from 'react'
import { useActions } from '../../../live/actions.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { doNow, NOT_OFFLINE } from './do-now.ts'
import styles from './Numbers.module.css'
import { isNumberGone, offersOf, takeBackWords } from './run-words.ts'
import { wantedNumber } from './wizard-steps.ts'
import { useNumbers } from './wizard-store.ts'

/** Try again, take back, choose another: what a run lets staff do at the moment. Taking back asks once more. */
export function RunActs({ practice, run }: { practice: PracticeNow; run: OnboardingRun }) {
  const isLive = useIsLive()
  const { draft, another, startAgain, putAway } = useNumbers()
  const canRepeat = !isNumberGone(run) && wantedNumber(draft, practice.setup.practice.country) === run.phoneNumber
  const [isSure, setSure] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const named = practice.phone(run.phoneNumber)
  const offers = offersOf(run)
  const doing = (id: string, work: () => Promise<unknown>) => {
    if (busy || !isLive) return
    setBusy(id)
    void work().finally(() => setBusy(null))
  }
  const retry = () => doing('retry', () => doNow('onboarding.retry', { runId: run.id }, `Try again with ${named}`, 'It goes on.'))
  const undo = () => {
    setSure(false)
    doing('undo', () => doNow('onboarding.undo', { runId: run.id }, `Take back ${named}`, 'It is being taken back.'))
  }
  useActions([
    ...(offers.includes('retry')
      ? [{ id: 'run-retry', title: 'Try again', keys: ['r'], group: 'Numbers', isInFooter: true, run: retry }]
      : []),
    ...(offers.includes('undo')
      ? [{ id: 'run-undo', title: 'Take it back', keys: ['u'], group: 'Numbers', run: () => setSure(true) }]
      : []),
  ])
  if (run.state === 'undone')
    return (
      <div className={styles.acts}>
        {canRepeat ? (
          <Button tone="main" onClick={startAgain}>
            Start again with this number
          </Button>
        ) : null}
        <Button tone={canRepeat ? 'plain' : 'main'} onClick={another}>
          Choose another number
        </Button>
        <Button tone="quiet" onClick={() => putAway(run.id)}>
          Leave it
        </Button>
      </div>
    )
  if (offers.length === 0) return null
  if (isSure)
    return (
      <section className={styles.box} data-tone="amber" aria-label="Take it back">
        <p className={styles.plain}>{takeBackWords(run)}</p>
        <div className={styles.acts}>
          <Button tone="danger" autoFocus disabled={!isLive} onClick={undo}>
            Take it back
          </Button>
          <Button onClick={() => setSure(false)}>Go on</Button>
        </div>
      </section>
    )
  return (
    <div className={styles.acts}>
      {offers.includes('another') && run.state === 'failed' ? (
        <Button tone="main" isBusy={busy === 'undo'} disabled={!isLive} onClick={undo}>
          Take it back and choose another
        </Button>
      ) : null}
      {offers.includes('retry') ? (
        <Button tone="main" keys="r" isBusy={busy === 'retry'} disabled={!isLive} onClick={retry}>
          Try again
        </Button>
      ) : null}
      {offers.includes('undo') && !offers.includes('another') ? (
        <Button keys="u" isBusy={busy === 'undo'} disabled={!isLive} onClick={() => setSure(true)}>
          Take it back
        </Button>
      ) : null}
      {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
    </div>
  )
}
