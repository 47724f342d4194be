import { followSetup } from '../onboarding/assistant-versions.ts'
import { changeNumber } from '../onboarding/number-change.ts'
import { pauseNumber, resumeNumber } from '../onboarding/pause-number.ts'
import { keepOnNumber, releaseNumber } from '../onboarding/release-number.ts'
import { askForCheck, repairNumber } from '../onboarding/repair-number.ts'
import { replaceAssistant } from '../onboarding/replace-assistant.ts'
import { tryForward } from '../onboarding/trial-forward.ts'
import { startTrial, tryCall, tryText } from '../onboarding/trial-of-number.ts'
import type { CommandName, Commands } from './desk-context.ts'
import { staffName } from './staff-name.ts'

/** What staff do with a number that they have. */
export const lineCommands: Pick<Commands, Extract<CommandName, `number.${string}`>> = {
  *'number.change'(tx, { by, ...input }) {
    const phone = yield* changeNumber(tx, input)
    // A line that forwards to a number of ours is not rung any more when the assistant fails.
    yield* followSetup(tx, yield* staffName(tx, by))
    return phone
  },
  *'number.pause'(tx, { phoneNumberId }, requestId) {
    return yield* pauseNumber(tx, phoneNumberId, requestId)
  },
  *'number.resume'(tx, { phoneNumberId }, requestId) {
    return yield* resumeNumber(tx, phoneNumberId, requestId)
  },
  *'number.release'(tx, input) {
    return yield* releaseNumber(tx, input)
  },
  *'number.keep'(tx, { phoneNumberId }) {
    return yield* keepOnNumber(tx, phoneNumberId)
  },
  *'number.check'(tx, { phoneNumberId }, requestId) {
    return yield* askForCheck(tx, phoneNumberId, requestId)
  },
  *'number.repair'(tx, { phoneNumberId, by }, requestId) {
    return yield* repairNumber(tx, { phoneNumberId, by: yield* staffName(tx, by), requestId })
  },
  *'number.replaceAssistant'(tx, { phoneNumberId, by }, requestId) {
    return yield* replaceAssistant(tx, { phoneNumberId, by: yield* staffName(tx, by), requestId })
  },
  *'number.try'(tx, { phoneNumberId, phoneNumber }) {
    return yield* startTrial(tx, phoneNumberId, phoneNumber)
  },
  *'number.tryCall'(tx, { phoneNumberId }, requestId) {
    return yield* tryCall(tx, phoneNumberId, requestId)
  },
  *'number.tryText'(tx, { phoneNumberId }, requestId) {
    return yield* tryText(tx, phoneNumberId, requestId)
  },
  *'number.tryForward'(tx, { phoneNumberId }) {
    return yield* tryForward(tx, phoneNumberId)
  },
}
