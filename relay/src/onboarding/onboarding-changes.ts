import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { OnboardingRunId } from '@dentalanswer/shared/domain/ids.ts'
import type { NumberPort, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { activeRun } from '../store/onboarding-runs.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepGoing } from './keep-going.ts'
import { problemOf } from './onboarding-problems.ts'
import { nextStep, stepsToRetry } from './onboarding-steps.ts'

/** Stores a run as it is now. Call it for every change of a run. */
export function* putRun(tx: Tx, run: OnboardingRun): Work<OnboardingRun> {
  tx.emit('onboarding.changed')
  return yield* tx.update('onboardingRuns', { ...run, updatedAt: tx.now })
}

/** Goes on from the step that stopped, or asks at once where the next try was to come later. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* retryOnboarding(tx: Tx, runId: OnboardingRunId, by: string): Work<OnboardingRun> {
  const run = yield* tx.require('onboardingRuns', runId)
  if (run.state === 'porting') throw new DeskError('NOT_NOW', 'The carriers have not brought the number over yet.')
  if (run.state === 'done' || run.state === 'undone') throw new DeskError('NOT_NOW', 'This is over. Start again with another number.')
  yield* keepGoing(tx, run)
  if (run.state !== 'failed') return run
  yield* audit(tx, 'onboarding.retried', runId, by)
  return yield* putRun(tx, { ...run, state: 'running', steps: stepsToRetry(run), problem: null, retryAt: null })
}

/** Takes back all that was done. Throws `NOT_FOUND`, `NOT_NOW` once the number is in use. */
export function* undoOnboarding(tx: Tx, runId: OnboardingRunId, by: string): Work<OnboardingRun> {
  const run = yield* tx.require('onboardingRuns', runId)
  if (run.state === 'done') throw new DeskError('NOT_NOW', 'The number is in use now. Release it under Numbers instead.')
  if (run.state === 'undone' || run.state === 'undoing') return run
  yield* audit(tx, 'onboarding.undone', runId, by)
  const problem = run.problem ?? problemOf('STOPPED', nextStep(run)?.name ?? 'buy')
  if (run.steps.every((step) => step.startedAt === null))
    return yield* putRun(tx, { ...run, state: 'undone', problem, retryAt: null, endedAt: tx.now })
  yield* keepGoing(tx, run)
  return yield* putRun(tx, { ...run, state: 'undoing', problem, retryAt: null })
}

/** Where bringing a number over stands; once it is completed the work begins. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* changePort(tx: Tx, runId: OnboardingRunId, port: NumberPort, by: string): Work<OnboardingRun> {
  const run = yield* tx.require('onboardingRuns', runId)
  if (run.state !== 'porting') throw new DeskError('NOT_NOW', 'This number is not being brought over any more.')
  yield* audit(tx, 'onboarding.port_changed', runId, by)
  if (port.state !== 'completed') return yield* putRun(tx, { ...run, port })
  // Two at once could each make the practice's one texting service.
  if (yield* activeRun(tx.practiceId))
    throw new DeskError('NOT_NOW', 'Another number is being set up. Finish it or take it back first, then go on with this one.')
  yield* keepGoing(tx, run)
  return yield* putRun(tx, { ...run, port, state: 'running' })
}

function* audit(tx: Tx, action: string, subjectId: string, by: string): Work<void> {
  yield* tx.audit({ action, subjectType: 'onboarding', subjectId, detail: { by } })
}
