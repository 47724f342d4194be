import type { OnboardingRunId } from '@dentalanswer/shared/domain/ids.ts'
import type { OnboardingRun, OnboardingStep, StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import { type JobEnd, type JobWork, settleAs } from '../outbox/repeatable-job.ts'
import type { AssistantSpec } from '../ports/assistant-host.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { presentVersion } from './assistant-versions.ts'
import type { OnboardingJob } from './keep-going.ts'
import { putRun } from './onboarding-changes.ts'
import { problemOf } from './onboarding-problems.ts'
import { nextStep, nextUndo, stepOf, withStep } from './onboarding-steps.ts'
import { DOUBT_MS } from './onboarding-waits.ts'
import { isServiceOurs } from './service-owner.ts'
import { tagOfNumber, tagOfPractice } from './tags.ts'

type Known = { run: OnboardingRun; numberTag: string; practiceTag: string; practiceId: string; isInDoubt: boolean }
/** What is to be done now, already stored as begun. `save` has no vendor in it and comes with `verify`. */
export type Begun =
  | (Known & { kind: 'step'; name: Exclude<StepName, 'save'>; spec: AssistantSpec })
  | (Known & { kind: 'undo'; name: StepName; mayDeleteService: boolean })

export const endJob = (tx: Tx, job: JobWork, end: JobEnd): Work<void> => settleAs(tx, { row: job.row, owner: job.deps.owner }, end)

/** Stores what is about to be asked of the vendors. Null: nothing is, and the job is settled. */
export function* beginStep(tx: Tx, job: JobWork): Work<Begun | null> {
  const { runId } = JSON.parse(job.row.payload) as OnboardingJob
  const run = yield* tx.require('onboardingRuns', runId as OnboardingRunId)
  if (run.state === 'running') return yield* beginForward(tx, job, run)
  if (run.state === 'undoing') return yield* beginUndo(tx, job, run)
  yield* endJob(tx, job, { kind: 'done' })
  return null
}

function* beginForward(tx: Tx, job: JobWork, run: OnboardingRun): Work<Begun | null> {
  const step = nextStep(run)
  if (!step || step.name === 'save') throw new Error('a run goes on although all its steps are done')
  if (!job.deps.lines.host) {
    yield* stopRun(tx, job, withStep(run, step.name, { state: 'failed' }), problemOf('NOT_CONFIGURED', step.name))
    return null
  }
  const isInDoubt = isStepInDoubt(tx, step)
  const { spec } = yield* presentVersion(tx, run.startedBy)
  const begun = yield* putRun(tx, {
    ...withStep(run, step.name, {
      state: 'running',
      attempts: step.attempts + 1,
      // While the try before may still be at work, its beginning counts.
      startedAt: isInDoubt ? step.startedAt : tx.now,
    }),
    retryAt: null,
  })
  return { kind: 'step', name: step.name, spec, ...knownOf(tx, begun, isInDoubt) }
}

function* beginUndo(tx: Tx, job: JobWork, run: OnboardingRun): Work<Begun | null> {
  const step = nextUndo(run)
  if (!step) {
    // What was in the way of taking it back is over; why it was taken back stays.
    const problem = run.problem?.code === 'VENDOR_DOWN' ? problemOf('STOPPED', run.problem.step) : run.problem
    yield* putRun(tx, { ...run, state: 'undone', problem, retryAt: null, endedAt: tx.now })
    yield* tx.audit({ action: 'onboarding.taken_back', subjectType: 'onboarding', subjectId: run.id })
    yield* endJob(tx, job, { kind: 'done' })
    return null
  }
  const isInDoubt = isStepInDoubt(tx, step)
  const isFirst = step.state !== 'undoing'
  const state = isInDoubt ? 'running' : 'undoing'
  const begun = yield* putRun(tx, { ...withStep(run, step.name, { state, attempts: isFirst ? 1 : step.attempts + 1 }), retryAt: null })
  const service = stepOf(run, 'service').made
  const mayDeleteService = step.name === 'service' && (yield* isServiceOurs(tx, service))
  return { kind: 'undo', name: step.name, mayDeleteService, ...knownOf(tx, begun, isInDoubt) }
}

/** Nobody knows yet what came of its last try, and it may still be at work. */
function isStepInDoubt(tx: Tx, step: OnboardingStep): boolean {
  return step.state === 'running' && step.startedAt !== null && Date.parse(tx.now) < Date.parse(step.startedAt) + DOUBT_MS
}

const knownOf = (tx: Tx, run: OnboardingRun, isInDoubt: boolean): Known => ({
  run,
  numberTag: tagOfNumber(run.phoneNumberId),
  practiceTag: tagOfPractice(tx.practiceId),
  practiceId: tx.practiceId,
  isInDoubt,
})

/** Stops a run with everything kept. */
export function* stopRun(tx: Tx, job: JobWork, run: OnboardingRun, problem: NonNullable<OnboardingRun['problem']>): Work<void> {
  yield* putRun(tx, { ...run, state: 'failed', problem, retryAt: null })
  yield* tx.audit({
    action: 'onboarding.stopped',
    subjectType: 'onboarding',
    subjectId: run.id,
    detail: { step: problem.step, code: problem.code },
  })
  yield* endJob(tx, job, { kind: 'done' })
}
