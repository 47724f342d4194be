import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { entityTables } from './registry.ts'
import { statement, type Work } from './work.ts'

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

/** The newest runs of a practice, newest first. */
export function* listRuns(practiceId: string): Work<OnboardingRun[]> {
  return yield* entityTables.onboardingRuns.list(ofPractice, { practiceId })
}
