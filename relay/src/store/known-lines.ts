import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { entityTables } from './registry.ts'
import { type OwnedPhone, usedPhones } from './setup.ts'
import { all, statement, type Work } from './work.ts'

const runsUnderWay = statement((db, _: Record<string, never>) =>
  db.selectFrom('onboarding_runs').selectAll().where('state', 'in', ['porting', 'running', 'failed', 'undoing']).orderBy('id'),
)
const registrations = statement((db, _: Record<string, never>) => db.selectFrom('text_registrations').selectAll().orderBy('id'))
const changing = statement((db, _: Record<string, never>) =>
  db
    .selectFrom('outbox')
    .select('conversation_key')
    .where('state', 'in', ['pending', 'sending'])
    .where('kind', 'in', ['number.replaceAssistant', 'number.repair'])
    .orderBy('id'),
)
const practices = statement((db, _: Record<string, never>) => db.selectFrom('practices').select('id').orderBy('id'))

/** Everything of every practice that may be at the vendors. */
export type KnownLines = {
  phones: OwnedPhone[]
  runs: OnboardingRun[]
  practiceIds: string[]
  /** Practices that asked carriers for leave to text, which hangs on their messaging service. */
  registeredPracticeIds: string[]
  /** Conversations of the jobs that are making something anew. */
  changing: string[]
}

export function* knownLines(): Work<KnownLines> {
  const registered = yield* all(registrations, {})
  const isBegun = (one: TextRegistration) => one.submittedAt !== null || one.brandSid !== null || one.campaignSid !== null
  return {
    phones: yield* usedPhones(),
    runs: yield* entityTables.onboardingRuns.list(runsUnderWay, {}),
    practiceIds: (yield* all(practices, {})).map((one) => one.id),
    registeredPracticeIds: registered.filter((row) => isBegun(entityTables.textRegistrations.read(row))).map((row) => row.practice_id),
    changing: (yield* all(changing, {})).map((row) => row.conversation_key),
  }
}
