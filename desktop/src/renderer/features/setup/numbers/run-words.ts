import type { OnboardingProblemCode, OnboardingRun, OnboardingStep, StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import { epochMs, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'

/** What each step does for the practice, in plain words. */
export const STEPS: Record<StepName, { title: string; why: string }> = {
  buy: { title: 'Get the number', why: 'from the carrier service' },
  service: { title: 'Let texts come in', why: 'so that replies reach the right practice' },
  import: { title: 'Give the number to the voice service', why: 'so that calls can be answered' },
  assistant: { title: 'Make the assistant', why: 'from the hours, types, staff and answers of the practice' },
  link: { title: 'Put the assistant on the number', why: 'from here on calls are answered' },
  addresses: { title: 'Say where texts and reports go', why: 'and where calls go when something fails' },
  verify: { title: 'Check everything', why: 'by reading it back from both services' },
  save: { title: 'Add it to the practice', why: 'and show it on every desk' },
}

const STEP_STATES: Record<OnboardingStep['state'], string> = {
  pending: 'To do',
  running: 'At work',
  done: 'Done',
  failed: 'Stopped',
  undoing: 'Being taken back',
  undone: 'Taken back',
}

type StepsOf = Pick<OnboardingRun, 'retryAt' | 'state' | 'steps'>

/** The first one of a moving run that is not done: also between two tries, when nobody works on it for the moment. */
export const isAtWork = (step: OnboardingStep, run: StepsOf): boolean =>
  run.state === 'running' && run.steps.find((one) => one.state !== 'done')?.name === step.name

/** A step that found its thing there already says so, and that taking back leaves it. */
export function stepState(step: OnboardingStep, run: StepsOf): string {
  if (isAtWork(step, run)) return run.retryAt ? 'Waits, then tries again' : step.attempts > 1 ? `At work, try ${step.attempts}` : 'At work'
  if (step.state === 'done' && step.made && !step.isOurs) return 'Done: was there already'
  return STEP_STATES[step.state]
}

/** "0.8 s", "12 s", "3 min". Empty until it began. */
export function elapsed(step: Pick<OnboardingStep, 'startedAt' | 'doneAt' | 'state'>, now: Instant): string {
  if (!step.startedAt) return ''
  const isOver = step.state !== 'running' && step.state !== 'undoing'
  if (isOver && !step.doneAt) return ''
  const ms = Math.max(0, epochMs(isOver ? (step.doneAt ?? now) : now) - epochMs(step.startedAt))
  if (isOver && ms < 100) return 'at once'
  if (isOver && ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`
  return ms < 120_000 ? `${Math.floor(ms / 1_000)} s` : `${Math.floor(ms / 60_000)} min`
}

export type RunWords = { title: string; text: string; tone: 'green' | 'amber' | 'grey' }

/** Where a run stands, for its head and for the list. `when` says an instant as "at 4:05 PM". */
export function runWords(run: OnboardingRun, when: (at: Instant) => string): RunWords {
  const done = run.steps.filter((one) => one.state === 'done').length
  switch (run.state) {
    case 'porting':
      return { title: 'Waits for the carriers', text: 'The number comes over when both carriers are ready.', tone: 'amber' }
    case 'running':
      return run.retryAt
        ? { title: 'Waits', text: `A service could not be reached. It is asked again ${when(run.retryAt)}.`, tone: 'amber' }
        : { title: 'Being set up', text: `${done} of ${run.steps.length} steps done.`, tone: 'grey' }
    case 'failed':
      return {
        title: 'Stopped',
        text: `A step could not be done. Nothing was taken back yet${isBought(run) ? ', and the number costs its rent' : ''}.`,
        tone: 'amber',
      }
    case 'undoing':
      return run.retryAt
        ? { title: 'Being taken back', text: `A service could not be reached. It is asked again ${when(run.retryAt)}.`, tone: 'amber' }
        : { title: 'Being taken back', text: 'What was made is removed again, the last first.', tone: 'grey' }
    case 'undone':
      if (run.problem && run.problem.code !== 'STOPPED')
        return { title: 'Not set up', text: 'What was made was taken back. It costs nothing more.', tone: 'amber' }
      return { title: 'Taken back', text: 'Nothing of it is left, and it costs nothing more.', tone: 'grey' }
    case 'done':
      return { title: 'Set up', text: 'The number answers calls.', tone: 'green' }
  }
}

/** When something is tried again: "in a moment", "at 4:05 PM". */
export const againWords = (at: Instant, now: Instant, time: (at: Instant) => string): string =>
  epochMs(at) - epochMs(now) < 60_000 ? 'in a moment' : `at ${time(at)}`

const isBought = ({ steps }: Pick<OnboardingRun, 'steps'>): boolean =>
  steps.some((one) => one.name === 'buy' && one.state === 'done' && one.isOurs)

/** What taking a run back does and what it does not. */
export function takeBackWords(run: Pick<OnboardingRun, 'state' | 'steps'>): string {
  if (run.state === 'porting')
    return 'Nothing was made here yet. What the carriers were asked for goes on: the operator has to stop it with them.'
  return isBought(run)
    ? 'Everything made so far is removed, the number among it. This month’s rent is not paid back.'
    : 'Everything made so far is removed.'
}

/** What to do about what stopped a run. What was taken back cannot be tried again, only begun anew. */
export function actionWords({ state, problem }: Pick<OnboardingRun, 'state' | 'problem'>): string {
  const words = problem?.action ?? ''
  if (state !== 'undone') return words
  return words.replace('Press Try again', 'Add the number again').replace('press Try again', 'add the number again')
}

const GONE: (OnboardingProblemCode | undefined)[] = ['NUMBER_GONE', 'NUMBER_ELSEWHERE']
/** Asking for the same number again would be of no use. */
export const isNumberGone = ({ problem }: OnboardingRun): boolean => GONE.includes(problem?.code)

type Offer = 'retry' | 'undo' | 'another'

/** What staff can do about a stopped run, the most useful first. A number that is gone is not asked for again. */
export function offersOf(run: OnboardingRun): Offer[] {
  if (run.state === 'porting') return ['undo']
  if (run.state === 'running') return ['undo']
  if (run.state !== 'failed') return []
  return isNumberGone(run) ? ['another', 'undo'] : ['retry', 'undo']
}
