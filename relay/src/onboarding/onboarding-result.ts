import type { OnboardingProblem, OnboardingRun, StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { JobWork } from '../outbox/repeatable-job.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type Begun, endJob, stopRun } from './onboarding-begin.ts'
import { putRun } from './onboarding-changes.ts'
import { isKeptOn, problemOf } from './onboarding-problems.ts'
import { stepOf, withStep } from './onboarding-steps.ts'
import { DOUBT_MS, MOST_TRIES, TRIES_BEFORE_TELLING, waitMs } from './onboarding-waits.ts'
import { saveNumber } from './save-number.ts'
import { isServiceOurs } from './service-owner.ts'
import type { StepResult, StepWork } from './step-result.ts'

const SOON_MS = 2_000
const GOES_ON = 'It is asked again by itself until nothing is left over.'

/** Stores what came of a step and settles the job, in one. The run may have been told to undo meanwhile; what was made counts anyway. */
export function* storeStep(tx: Tx, job: JobWork, work: StepWork, name: StepName, result: StepResult): Work<void> {
  const run = yield* tx.require('onboardingRuns', work.run.id)
  if (result.kind === 'done') {
    const isOurs = name === 'service' ? yield* isServiceOurs(tx, result.made) : result.isOurs
    return yield* goOn(tx, job, withStep(run, name, { state: 'done', doneAt: tx.now, made: result.made, isOurs }))
  }
  if (result.kind === 'verified') return yield* save(tx, job, work, run, result)
  if (result.kind === 'wait') return yield* wait(tx, job, run, name, result)
  return yield* stop(tx, job, run, problemOf(result.code, name, result.vendorCode, result.differs))
}

function* goOn(tx: Tx, job: JobWork, run: OnboardingRun): Work<void> {
  yield* putRun(tx, { ...run, retryAt: null })
  yield* endJob(tx, job, { kind: 'again', afterMs: 0 })
}

function* save(tx: Tx, job: JobWork, work: StepWork, run: OnboardingRun, { seen }: Extract<StepResult, { kind: 'verified' }>): Work<void> {
  const verified = withStep(run, 'verify', { state: 'done', doneAt: tx.now })
  if (run.state === 'undoing') return yield* goOn(tx, job, verified)
  const saved = yield* saveNumber(tx, run, seen, work)
  if (saved === 'assistant-is-older') return yield* goOn(tx, job, withStep(run, 'verify', { state: 'pending' }))
  if (saved === 'number-is-taken') return yield* stop(tx, job, run, problemOf('NUMBER_ELSEWHERE', 'save'))
  const whole = withStep(verified, 'save', { state: 'done', attempts: 1, startedAt: tx.now, doneAt: tx.now })
  yield* putRun(tx, { ...whole, state: 'done', problem: null, retryAt: null, endedAt: tx.now })
  yield* endJob(tx, job, { kind: 'done' })
}

function* wait(tx: Tx, job: JobWork, run: OnboardingRun, name: StepName, result: Extract<StepResult, { kind: 'wait' }>): Work<void> {
  const step = stepOf(run, name)
  const waiting = withStep(run, name, { state: result.inDoubt ? 'running' : 'pending' })
  if (run.state === 'undoing') return yield* goOn(tx, job, waiting)
  if (step.attempts >= MOST_TRIES) {
    // In doubt it is left as begun, so that nothing is created a second time soon after.
    const stopped = result.inDoubt ? waiting : withStep(run, name, { state: 'failed' })
    return yield* stopRun(tx, job, stopped, problemOf('VENDOR_DOWN', name, result.vendorCode || null))
  }
  yield* waitFor(tx, job, waiting, nextTryMs(tx, step.attempts, step.startedAt, result))
}

/** Looking again does no harm, so while something is in doubt it is looked for soon, and asked for only when the doubt is over. */
function nextTryMs(tx: Tx, attempts: number, startedAt: string | null, result: Extract<StepResult, { kind: 'wait' }>): number {
  const tryMs = waitMs(attempts, result.retryAfterMs)
  if (!result.inDoubt || startedAt === null) return tryMs
  const doubtMs = Date.parse(startedAt) + DOUBT_MS - Date.parse(tx.now)
  return doubtMs > 0 ? Math.max(SOON_MS, Math.min(tryMs, doubtMs)) : tryMs
}

function* waitFor(tx: Tx, job: JobWork, run: OnboardingRun, afterMs: number): Work<void> {
  yield* putRun(tx, { ...run, retryAt: toInstant(Date.parse(tx.now) + afterMs) })
  yield* endJob(tx, job, { kind: 'again', afterMs })
}

/** The cause decides: what can be put right is kept, the rest is taken back at once. */
function* stop(tx: Tx, job: JobWork, run: OnboardingRun, problem: OnboardingProblem): Work<void> {
  const failed = withStep(run, problem.step === 'save' ? 'verify' : problem.step, { state: 'failed' })
  if (run.state === 'undoing') return yield* goOn(tx, job, failed)
  if (isKeptOn(problem.code)) return yield* stopRun(tx, job, failed, problem)
  yield* tx.audit({
    action: 'onboarding.refused',
    subjectType: 'onboarding',
    subjectId: run.id,
    detail: { step: problem.step, code: problem.code },
  })
  yield* goOn(tx, job, { ...failed, state: 'undoing', problem })
}

/** Stores what came of taking a step back. It is tried for ever: what was bought is never just left behind. */
export function* storeUndo(tx: Tx, job: JobWork, begun: Extract<Begun, { kind: 'undo' }>, result: StepResult): Work<void> {
  const run = yield* tx.require('onboardingRuns', begun.run.id)
  if (result.kind === 'done') return yield* goOn(tx, job, withStep(run, begun.name, { state: 'undone', doneAt: tx.now }))
  const { attempts, startedAt } = stepOf(run, begun.name)
  if (result.kind === 'wait') {
    const down = { ...problemOf('VENDOR_DOWN', begun.name, result.vendorCode || null), action: GOES_ON }
    const told = attempts >= TRIES_BEFORE_TELLING ? { ...run, problem: down } : run
    return yield* waitFor(tx, job, told, nextTryMs(tx, attempts, startedAt, result))
  }
  if (result.kind === 'verified') throw new Error('taking a step back verifies nothing')
  yield* waitFor(tx, job, { ...run, problem: problemOf(result.code, begun.name, result.vendorCode) }, waitMs(attempts, null))
}
