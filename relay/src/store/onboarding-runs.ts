import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { entityTables } from './registry.ts'
import { all, first, statement, type Work } from './work.ts'

const MOST = 100

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
const activeOfPractice = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('onboarding_runs')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('state', 'in', ACTIVE)
    .orderBy('created_at')
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
const activeNumbers = statement((db, _: Record<string, never>) =>
  db.selectFrom('onboarding_runs').select('phone_number as phoneNumber').where('state', 'in', ACTIVE),
)

/** The newest runs of a practice, newest first. */
export function* listRuns(practiceId: string): Work<OnboardingRun[]> {
  return yield* entityTables.onboardingRuns.list(ofPractice, { practiceId })
}

/** The run of a practice that is not over; there is one at most. */
export function* activeRun(practiceId: string): Work<OnboardingRun | null> {
  const [run] = yield* entityTables.onboardingRuns.list(activeOfPractice, { practiceId })
  return run ?? null
}

/** The practice whose run has this number and is not over. */
export function* practiceGetting(phoneNumber: string): Work<string | null> {
  return (yield* first(activeOfNumber, { phoneNumber }))?.practiceId ?? null
}

/** Numbers of all runs of all practices that are not over. */
export function* numbersBeingGot(): Work<string[]> {
  return (yield* all(activeNumbers, {})).map((row) => row.phoneNumber)
}
