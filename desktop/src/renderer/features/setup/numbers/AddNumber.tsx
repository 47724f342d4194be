import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { useActions } from '../../../live/actions.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { Button } from '../../../ui/Button.tsx'
import { AssistantForm } from '../assistant/AssistantForm.tsx'
import { RegistrationForm } from '../registration/RegistrationForm.tsx'
import { ChooseNumber } from './ChooseNumber.tsx'
import { ChooseWay } from './ChooseWay.tsx'
import { GoLive, TryStep } from './GoLive.tsx'
import { HoursCheck } from './HoursCheck.tsx'
import styles from './Numbers.module.css'
import { openRun } from './number-state.ts'
import { PracticeCheck } from './PracticeCheck.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RunProgress } from './RunProgress.tsx'
import { textsWords } from './texts-words.ts'
import wizard from './Wizard.module.css'
import { WizardSteps } from './WizardSteps.tsx'
import { lacks, neighbour, STEP_TITLES, stepMarks, type WizardStep, wantedNumber } from './wizard-steps.ts'
import { useNumbers } from './wizard-store.ts'

/** A page that leads from "we want a number" to one that answers. What is typed stays when it is left; a run goes on by itself. */
export function AddNumber({ practice, at }: { practice: PracticeNow; at: WizardStep }) {
  const { draft, runId, go, leave } = useNumbers()
  const heading = useStepStart(at)
  const run = runOf(practice, runId)
  const ours = practice.setup.phoneNumbers.filter((one) => one.status !== 'released').map((one) => one.phoneNumber)
  const ground = { country: practice.setup.practice.country, run, ours }
  const marks = stepMarks(draft, ground)
  const lack = lacks(at, draft, ground)
  const next = lack ? null : neighbour(at, 1, marks)
  const back = neighbour(at, -1, marks)
  const isForm = at === 'assistant' || at === 'texts'
  useActions([
    {
      ...{ id: 'wizard-next', title: 'Next step', group: 'Add a number', isInFooter: true, isHidden: !next },
      keys: !next ? [] : isForm ? ['n'] : ['mod+enter', 'n'],
      whileTyping: true,
      run: () => next && go(next),
    },
    {
      id: 'wizard-back',
      title: 'Step before',
      keys: ['b'],
      group: 'Add a number',
      isInFooter: true,
      isHidden: !back,
      run: () => back && go(back),
    },
    { id: 'wizard-leave', title: 'Back to the numbers', keys: ['escape'], group: 'Add a number', run: leave },
  ])
  return (
    <div className={wizard.wizard}>
      <WizardSteps marks={marks} at={at} onGo={go} onLeave={leave} />
      <section className={wizard.page} aria-label={STEP_TITLES[at]}>
        <h2 ref={heading} tabIndex={-1}>
          {at === 'assistant' ? 'What it says and does' : STEP_TITLES[at]}
        </h2>
        <StepPage practice={practice} run={run} at={at} />
        <footer className={wizard.foot}>
          <Button keys="b" disabled={!back} onClick={() => back && go(back)}>
            Back
          </Button>
          {at === 'review' || at === 'live' ? null : (
            <Button
              tone={at === 'progress' && !next ? 'plain' : 'main'}
              keys={isForm ? 'n' : 'mod+enter'}
              disabled={!next}
              onClick={() => next && go(next)}
            >
              {at === 'texts' ? 'Next, or later' : 'Next'}
            </Button>
          )}
          {lack && at !== 'review' ? <span className={styles.second}>{lack}</span> : null}
        </footer>
      </section>
    </div>
  )
}

/** A new step is read from its beginning: its heading is scrolled to and has the focus. Coming back to the place leaves both alone. */
function useStepStart(at: WizardStep) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'end' })
  }, [at])
  return heading
}

/** The run the wizard follows: the one it began, or the one under way when it was opened. */
function runOf({ setup }: PracticeNow, runId: string | null): OnboardingRun | null {
  return setup.onboardingRuns.find((one) => one.id === runId) ?? openRun(setup.onboardingRuns)
}

const numberOf = ({ setup }: PracticeNow, run: OnboardingRun | null) =>
  run?.phoneNumber ?? wantedNumber(useNumbers.getState().draft, setup.practice.country)

function StepPage({ practice, run, at }: { practice: PracticeNow; run: OnboardingRun | null; at: WizardStep }): ReactNode {
  switch (at) {
    case 'practice':
      return <PracticeCheck practice={practice} />
    case 'hours':
      return <HoursCheck practice={practice} />
    case 'way':
      return <ChooseWay practice={practice} />
    case 'number':
      return <ChooseNumber practice={practice} />
    case 'assistant':
      return <AssistantForm practice={practice} />
    case 'texts':
      return (
        <div className={styles.stack}>
          <p className={styles.meaning}>{textsWords(practice.setup.textRegistrations, numberOf(practice, run))}</p>
          <RegistrationForm practice={practice} />
        </div>
      )
    case 'review':
      return <ReviewStep practice={practice} />
    case 'progress':
      return run ? <RunProgress practice={practice} run={run} /> : <p className={styles.meaning}>Nothing is being set up.</p>
    case 'try':
      return run ? <TryStep practice={practice} run={run} /> : null
    case 'live':
      return run ? <GoLive practice={practice} run={run} /> : null
  }
}
