import { type OnboardingRun, type OnboardingStep, StepName } from '@dentalanswer/shared/domain/onboarding.ts'

const PENDING = { state: 'pending', attempts: 0, startedAt: null, doneAt: null, made: null, isOurs: false } as const

/** The steps of a run that has not begun. */
export const firstSteps = (): OnboardingStep[] => StepName.options.map((name) => ({ name, ...PENDING }))

export function stepOf(run: OnboardingRun, name: StepName): OnboardingStep {
  const step = run.steps.find((one) => one.name === name)
  if (!step) throw new Error(`a run without the step ${name}`)
  return step
}

/** What an earlier step made, which a later one builds on. */
export function madeBy(run: OnboardingRun, name: StepName): string {
  const { made } = stepOf(run, name)
  if (made === null) throw new Error(`the step ${name} has made nothing yet`)
  return made
}

export function withStep(run: OnboardingRun, name: StepName, change: Partial<OnboardingStep>): OnboardingRun {
  return { ...run, steps: run.steps.map((one) => (one.name === name ? { ...one, ...change } : one)) }
}

/** The first step that is not done. */
export const nextStep = (run: OnboardingRun): OnboardingStep | null => run.steps.find((one) => one.state !== 'done') ?? null

/** The last step that was ever begun, and so may have left something at a vendor, and is not taken back yet. */
export const nextUndo = (run: OnboardingRun): OnboardingStep | null =>
  run.steps.findLast((one) => one.startedAt !== null && one.state !== 'undone') ?? null

/** Going on after a stop: what has already been bought stays, and everything after it is looked at again, in case it is gone. */
export function stepsToRetry(run: OnboardingRun): OnboardingStep[] {
  return run.steps.map((one) => {
    if (one.state === 'done' && (one.name === 'buy' || run.problem?.code !== 'NOT_VERIFIED')) return one
    // In doubt it stays so: what was asked for may still come.
    if (one.state === 'running') return { ...one, attempts: 0 }
    return { ...one, state: 'pending', attempts: 0, doneAt: null }
  })
}
