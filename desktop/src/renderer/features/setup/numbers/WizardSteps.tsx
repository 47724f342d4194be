import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react'
import { Button } from '../../../ui/Button.tsx'
import wizard from './Wizard.module.css'
import { STEP_TITLES, type StepMark, type WizardStep } from './wizard-steps.ts'

type WizardStepsProps = { marks: StepMark[]; at: WizardStep; onGo: (step: WizardStep) => void; onLeave: () => void }

const SIGNS = { done: IconCheck, past: IconCheck, open: IconCircleDot, closed: IconCircle }
const STATES = { done: 'done', past: 'done', open: '', closed: 'later' }

/** The way through the wizard: what is done, where one is, and what comes. */
export function WizardSteps({ marks, at, onGo, onLeave }: WizardStepsProps) {
  return (
    <nav className={wizard.way} aria-label="Steps to a number">
      <Button size="small" tone="quiet" keys="escape" onClick={onLeave}>
        Numbers
      </Button>
      <ol>
        {marks.map(({ step, state }) => {
          const Sign = SIGNS[state]
          return (
            <li key={step}>
              <button
                type="button"
                aria-current={step === at ? 'step' : undefined}
                disabled={state === 'closed' || state === 'past'}
                data-state={state}
                onClick={() => onGo(step)}
              >
                <Sign size={16} stroke={2} aria-hidden="true" />
                {STEP_TITLES[step]}
                <span data-unseen="">{STATES[state]}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
