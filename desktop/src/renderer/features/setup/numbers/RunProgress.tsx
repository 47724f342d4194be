import type { OnboardingRun, OnboardingStep } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { IconCheck, IconCircle, IconLoader2, IconPlayerPause, IconX } from '@tabler/icons-react'
import type { PracticeNow } from '../../../live/practice.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './Numbers.module.css'
import { PortPanel } from './PortPanel.tsx'
import rows from './Run.module.css'
import { RunActs } from './RunActs.tsx'
import { actionWords, againWords, elapsed, isAtWork, runWords, STEPS, stepState } from './run-words.ts'
import { useSeconds } from './use-seconds.ts'

/** A run as it happens: each step, what it waits for, and what to do when it stops. */
export function RunProgress({ practice, run }: { practice: PracticeNow; run: OnboardingRun }) {
  const isMoving = run.state === 'running' || run.state === 'undoing'
  const now = useSeconds(isMoving)
  const words = runWords(run, (at) => againWords(at, now, practice.times.time))
  return (
    <div className={styles.stack}>
      <header className={styles.head}>
        <h3>{practice.phone(run.phoneNumber)}</h3>
        <span role="status">
          <Tag tone={words.tone}>{words.title}</Tag>
        </span>
        <p className={styles.meaning}>{words.text}</p>
      </header>
      {run.problem && run.problem.code !== 'STOPPED' && (run.state === 'failed' || run.state === 'undone') ? (
        <div className={styles.box} data-tone="amber" role="alert">
          <p className={styles.plain}>
            <strong>{STEPS[run.problem.step].title}: stopped.</strong> {run.problem.message}
          </p>
          <p className={styles.plain}>{actionWords(run)}</p>
          <p className={styles.second}>
            {run.problem.who === 'operator' ? 'The operator has to act first.' : 'You can do this here.'}
            {run.problem.vendorCode ? ` For the operator: ${run.problem.vendorCode}.` : ''}
          </p>
        </div>
      ) : null}
      {run.state === 'porting' ? <PortPanel practice={practice} run={run} /> : null}
      {run.state === 'porting' || run.state === 'undone' ? null : (
        <Panel title="Steps" aside={`${run.steps.filter((one) => one.state === 'done').length} of ${run.steps.length} done`} isFlush>
          <ol className={rows.steps}>
            {run.steps.map((step) => (
              <StepRow key={step.name} step={step} run={run} now={now} />
            ))}
          </ol>
        </Panel>
      )}
      <RunActs practice={practice} run={run} />
      {isMoving ? (
        <p className={styles.second}>You can leave this page: the work goes on by itself, and every desk sees where it stands.</p>
      ) : null}
    </div>
  )
}

function StepRow({ step, run, now }: { step: OnboardingStep; run: OnboardingRun; now: Instant }) {
  const isWaiting = isAtWork(step, run) && run.retryAt !== null
  const isFound = step.made !== null && !step.isOurs
  return (
    <li data-state={step.state}>
      <StepSign state={isAtWork(step, run) ? 'running' : step.state} isWaiting={isWaiting} />
      <span className={rows.stepWords}>
        <strong>{STEPS[step.name].title}</strong> <span className={styles.second}>{STEPS[step.name].why}</span>
      </span>
      <span className={rows.stepState}>
        {stepState(step, run)} {isWaiting || isFound ? null : <span className={styles.second}>{elapsed(step, now)}</span>}
      </span>
    </li>
  )
}

function StepSign({ state, isWaiting }: { state: OnboardingStep['state']; isWaiting: boolean }) {
  const look = { size: 17, stroke: 2, 'aria-hidden': true } as const
  if (isWaiting) return <IconPlayerPause {...look} />
  if (state === 'done') return <IconCheck {...look} />
  if (state === 'failed') return <IconX {...look} />
  if (state === 'running' || state === 'undoing') return <IconLoader2 {...look} className={rows.turning} />
  return <IconCircle {...look} />
}
