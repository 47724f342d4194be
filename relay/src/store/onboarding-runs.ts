import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { OnboardingRun, StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import { entityTables } from './registry.ts'
import type { OwnedPhone } from './setup.ts'
import { all, first, statement, type Work } from './work.ts'

const MOST = 100

/** What is known of a number that a call or a text came in on. */
export type CallLine = Pick<OwnedPhone, 'id' | 'practiceId' | 'phoneNumber' | 'vapiAssistantId' | 'status'>
export type Line = Pick<OwnedPhone, 'practiceId' | 'phoneNumber' | 'forwardedFrom'>

const ofPractice = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('onboarding_runs')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST),
)
// Spelled exactly as the partial index has it.
const ACTIVE = ['porting', 'running', 'failed', 'undoing'] as const
const BEGUN = ['running', 'failed', 'undoing'] as const
const working = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('onboarding_runs')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('state', 'in', BEGUN)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1),
)
const activeOfPractice = statement((db, p: { practiceId: string; phoneNumber: string }) =>
  db
    .selectFrom('onboarding_runs')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('phone_number', '=', p.phoneNumber)
    .where('state', 'in', ACTIVE)
    .limit(1),
)
const activeOfNumber = statement((db, p: { phoneNumber: string }) =>
  db
    .selectFrom('onboarding_runs')
    .select('practice_id as practiceId')
    .where('phone_number', '=', p.phoneNumber)
    .where('state', 'in', ACTIVE)
    .limit(1),
)
const runsWithNumber = statement((db, p: { phoneNumber: string }) =>
  db
    .selectFrom('onboarding_runs')
    .selectAll()
    .where('phone_number', '=', p.phoneNumber)
    .where((eb) => eb.or([eb('state', 'in', BEGUN), eb.and([eb('way', '=', 'port'), eb('state', '=', 'undone')])]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST),
)
const begunRuns = statement((db, _: Record<string, never>) =>
  db.selectFrom('onboarding_runs').selectAll().where('state', 'in', BEGUN).orderBy('id'),
)
const activeNumbers = statement((db, _: Record<string, never>) =>
  db.selectFrom('onboarding_runs').select('phone_number as phoneNumber').where('state', 'in', ACTIVE),
)

/** The newest runs of a practice, newest first. */
export function* listRuns(practiceId: string): Work<OnboardingRun[]> {
  return yield* entityTables.onboardingRuns.list(ofPractice, { practiceId })
}

/** The run of a practice that has begun and is not over; there is one at most. One that waits for the carriers, for weeks, has not begun. */
export function* activeRun(practiceId: string): Work<OnboardingRun | null> {
  const [run] = yield* entityTables.onboardingRuns.list(working, { practiceId })
  return run ?? null
}

/** The run of a practice for this number that is not over. */
export function* runOfNumber(practiceId: string, phoneNumber: string): Work<OnboardingRun | null> {
  const [run] = yield* entityTables.onboardingRuns.list(activeOfPractice, { practiceId, phoneNumber })
  return run ?? null
}

/** The practice whose run has this number and is not over. */
export function* practiceGetting(phoneNumber: string): Work<string | null> {
  return (yield* first(activeOfNumber, { phoneNumber }))?.practiceId ?? null
}

/** Whose a number is that is no practice's in the book yet: one that is being set up, or one that was brought over and whose setting up
 *  was taken back. Its calls and texts lead here already, and it may be the number that patients know. */
export function* lineBeingGot(phoneNumber: string): Work<Line | null> {
  for (const row of yield* all(runsWithNumber, { phoneNumber })) {
    const run = entityTables.onboardingRuns.read(row)
    if (run.state !== 'undone' || madeBy(run, 'buy') !== null)
      return { practiceId: row.practice_id as PracticeId, phoneNumber: run.phoneNumber, forwardedFrom: run.forwardedFrom }
  }
  return null
}

/** The number that the voice service knows by this id, or that was dialled, while it is being set up: from the moment its assistant is
 *  linked calls come, also when the rest has to wait. */
export function* callLineBeingGot(of: { hostedNumberId?: string; phoneNumber?: string }): Work<CallLine | null> {
  for (const row of yield* all(begunRuns, {})) {
    const run = entityTables.onboardingRuns.read(row)
    const isKnownThere = of.hostedNumberId !== undefined && madeBy(run, 'import') === of.hostedNumberId
    if (run.phoneNumber !== of.phoneNumber && !isKnownThere) continue
    const { phoneNumberId, phoneNumber } = run
    const vapiAssistantId = madeBy(run, 'assistant')
    return { id: phoneNumberId, practiceId: row.practice_id as PracticeId, phoneNumber, vapiAssistantId, status: 'active' }
  }
  return null
}

const madeBy = (run: OnboardingRun, name: StepName): string | null => run.steps.find((one) => one.name === name)?.made ?? null

/** Numbers of all runs of all practices that are not over. */
export function* numbersBeingGot(): Work<string[]> {
  return (yield* all(activeNumbers, {})).map((row) => row.phoneNumber)
}
