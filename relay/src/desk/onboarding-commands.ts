import { changePort, retryOnboarding, undoOnboarding } from '../onboarding/onboarding-changes.ts'
import { startOnboarding } from '../onboarding/start-onboarding.ts'
import type { Commands } from './desk-context.ts'
import { staffName } from './staff-name.ts'

export const onboardingCommands: Pick<Commands, 'onboarding.start' | 'onboarding.retry' | 'onboarding.undo' | 'onboarding.port'> = {
  *'onboarding.start'(tx, { by, ...input }) {
    return yield* startOnboarding(tx, input, yield* staffName(tx, by))
  },
  *'onboarding.retry'(tx, { runId, by }) {
    return yield* retryOnboarding(tx, runId, yield* staffName(tx, by))
  },
  *'onboarding.undo'(tx, { runId, by }) {
    return yield* undoOnboarding(tx, runId, yield* staffName(tx, by))
  },
  *'onboarding.port'(tx, { runId, port, by }) {
    return yield* changePort(tx, runId, port, yield* staffName(tx, by))
  },
}
