import { type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import { type Begun, beginStep } from './onboarding-begin.ts'
import { storeStep, storeUndo } from './onboarding-result.ts'
import { setAddresses } from './step-addresses.ts'
import { linkAssistant, makeAssistant } from './step-assistant.ts'
import { buyNumber } from './step-buy.ts'
import { importNumber } from './step-import.ts'
import { asking, type StepResult, type StepWork } from './step-result.ts'
import { joinService } from './step-service.ts'
import { verifyNumber } from './step-verify.ts'
import { undoStep } from './undo-step.ts'

/** The longest that a request to a vendor may take. */
const REQUEST_MS = 30_000

/** Does one step of a run, or takes one back: what is intended is stored, the vendors are asked, what came of it is stored. */
export const onboardingStep = repeatable(async (job) => {
  const begun = await job.change('onboarding-begin', (tx) => beginStep(tx, job))
  if (begun?.kind === 'step') await doStep(job, begun)
  if (begun?.kind === 'undo') {
    const result = await undoStep({ ...begun, lines: job.deps.lines, ask: asking(`undo-${begun.name}`) })
    await job.change('onboarding-undone', (tx) => storeUndo(tx, job, begun, result))
  }
  return { kind: 'settled' }
})

async function doStep(job: JobWork, begun: Extract<Begun, { kind: 'step' }>): Promise<void> {
  const { host } = job.deps.lines
  if (!host) throw new Error('a step was begun without a voice service')
  const { leaseUntil } = job.row
  const isLate = () => leaseUntil !== null && job.ctx.clock.nowMs() > Date.parse(leaseUntil) - REQUEST_MS
  const work: StepWork = { ...begun, lines: { ...job.deps.lines, host }, ask: asking(begun.name), isLate }
  const result = await STEPS[begun.name](work)
  await job.change('onboarding-stored', (tx) => storeStep(tx, job, work, begun.name, result))
}

const STEPS: Record<Extract<Begun, { kind: 'step' }>['name'], (work: StepWork) => Promise<StepResult>> = {
  buy: buyNumber,
  service: joinService,
  import: importNumber,
  assistant: makeAssistant,
  link: linkAssistant,
  addresses: setAddresses,
  verify: verifyNumber,
}
