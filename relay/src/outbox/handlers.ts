import { TRANSFER_CALL } from '../calls/take-over-call.ts'
import { faultPoints } from '../fault-points.ts'
import { TEXT_SEND } from '../messaging/queue-text.ts'
import { publishAssistant } from '../onboarding/assistant-publish.ts'
import { ASSISTANT_PUBLISH } from '../onboarding/assistant-standing.ts'
import { ONBOARDING_STEP } from '../onboarding/keep-going.ts'
import { onboardingStep } from '../onboarding/onboarding-job.ts'
import { NUMBER_ROUTE } from '../onboarding/pause-number.ts'
import { routeNumberJob } from '../onboarding/pause-number-job.ts'
import { registrationStep } from '../onboarding/registration-job.ts'
import { REGISTRATION_STEP } from '../onboarding/registration-step.ts'
import { NUMBER_RELEASE } from '../onboarding/release-number.ts'
import { releaseNumberJob } from '../onboarding/release-number-job.ts'
import { renewAssistantJob } from '../onboarding/renew-assistant-job.ts'
import { ASSISTANT_RENEW } from '../onboarding/renew-assistants.ts'
import { NUMBER_CHECK, NUMBER_REPAIR } from '../onboarding/repair-number.ts'
import { checkNumberJob, repairNumberJob } from '../onboarding/repair-number-job.ts'
import { REPLACE_ASSISTANT } from '../onboarding/replace-assistant.ts'
import { replaceAssistantJob } from '../onboarding/replace-assistant-job.ts'
import { trialCallJob } from '../onboarding/trial-call-job.ts'
import { TRIAL_FORWARD } from '../onboarding/trial-forward.ts'
import { trialForwardJob } from '../onboarding/trial-forward-job.ts'
import { TRIAL_CALL } from '../onboarding/trial-of-number.ts'
import type { JobHandler } from './job-handler.ts'
import { recordOutcome, startSending } from './send-text-job.ts'
import { transferCall, transferLost } from './transfer-call-job.ts'
import { textLost } from './unknown-texts.ts'

const sendText: JobHandler = {
  async run(ctx, row, deps) {
    const text = await startSending(ctx, row, deps.owner)
    if (!text) return
    faultPoints.reach('send:before-vendor')
    const outcome = await deps.telephony.sendText(text)
    faultPoints.reach('send:after-vendor')
    await recordOutcome(ctx, row, deps.owner, outcome)
  },
  lost: textLost,
}

/** What does each kind of job. */
export const handlers: Record<string, JobHandler> = {
  [TEXT_SEND]: sendText,
  [ASSISTANT_PUBLISH]: publishAssistant,
  [ASSISTANT_RENEW]: renewAssistantJob,
  [ONBOARDING_STEP]: onboardingStep,
  [REGISTRATION_STEP]: registrationStep,
  [NUMBER_CHECK]: checkNumberJob,
  [NUMBER_RELEASE]: releaseNumberJob,
  [NUMBER_REPAIR]: repairNumberJob,
  [NUMBER_ROUTE]: routeNumberJob,
  [REPLACE_ASSISTANT]: replaceAssistantJob,
  [TRIAL_CALL]: trialCallJob,
  [TRIAL_FORWARD]: trialForwardJob,
  [TRANSFER_CALL]: { run: transferCall, lost: transferLost },
}
