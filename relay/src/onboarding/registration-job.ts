import type { PracticePhone, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { RegistrationStage, TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import { nowOf } from '../ports/clock.ts'
import type { ReviewState } from '../ports/number-supplier.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import { listRuns } from '../store/onboarding-runs.ts'
import { entityTables } from '../store/registry.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { campaignOf, samplesOf, useCaseOf } from './registration-campaign.ts'
import { NO_NUMBER, NO_SERVICE, NUMBER_PENDING, notAcceptedWords, operatorWords, UNREACHABLE } from './registration-problems.ts'
import { changeRegistration, endStage, failStage, numbersUnder, SID_OF, takeReview } from './registration-review.ts'
import { presentStage } from './registration-state.ts'
import { nextLookMs, type RegistrationJob } from './registration-step.ts'

type StageName = RegistrationStage['name']
type Reviewed = Extract<StageName, 'brand' | 'campaign' | 'verification'>
type Step = {
  job: JobWork
  registration: TextRegistration
  stage: RegistrationStage
  setup: Setup
  replaces: string | null
  hasRun: boolean
}
type Refused = Exclude<VendorAnswer<unknown>, { kind: 'done' }>

/** What was asked for may still come; asked a second time, a brand would be paid for twice. */
const UNSURE_MS = 120_000
const DONE: JobOutcome = { kind: 'done' }
const AT_ONCE: JobOutcome = { kind: 'again', afterMs: 0 }

/** Brings one registration one step further each time, and comes back until carriers have decided or somebody else's turn has come. It
 *  looks before it asks, so that carriers are asked once. */
export const registrationStep = repeatable(async (job) => {
  const { registrationId, replaces } = JSON.parse(job.row.payload) as RegistrationJob
  const { registration, setup, hasRun } = await job.ctx.store.read(() => readAll(job, registrationId))
  const stage = registration && presentStage(registration)
  if (stage?.state !== 'waiting') return DONE
  const step: Step = { job, registration: registration!, stage, setup, replaces, hasRun }
  switch (stage.name) {
    case 'brand':
      return brandStep(step)
    case 'campaign':
      return campaignStep(step)
    case 'linked':
      return linkStep(step)
    case 'verification':
      return verificationStep(step)
    case 'details':
    case 'profile':
      return DONE
  }
})

function* readAll(job: JobWork, registrationId: string) {
  const registration = yield* entityTables.textRegistrations.find(job.ctx.practiceId, registrationId)
  const runs = yield* listRuns(job.ctx.practiceId)
  const hasRun = runs.some((run) => run.phoneNumberId === registration?.phoneNumberId && run.state !== 'undone' && run.state !== 'done')
  return { registration, setup: yield* loadSetup(job.ctx.practiceId), hasRun }
}

async function brandStep(step: Step): Promise<JobOutcome> {
  const { customerProfileSid, a2pProfileSid } = step.registration
  if (customerProfileSid === null || a2pProfileSid === null) return DONE
  const { supplier } = step.job.deps.lines
  return review(step, 'brand', {
    look: () => supplier.findBrand(customerProfileSid),
    ask: () => supplier.createBrand({ customerProfileSid, a2pProfileSid }),
  })
}

async function campaignStep(step: Step): Promise<JobOutcome> {
  const { registration, setup } = step
  const service = serviceOf(registration, setup)
  const { brandSid } = registration
  if (service === null) return wait(step, NO_SERVICE)
  if (brandSid === null) return fail(step, notAcceptedWords('brand', 'NO_BRAND'))
  const { supplier } = step.job.deps.lines
  const campaign = campaignOf(setup.practice, registration.details, nowOf(step.job.ctx.clock))
  return review(step, 'campaign', {
    look: () => supplier.readCampaign(service),
    ask: () => supplier.createCampaign(service, brandSid, campaign),
    // A service carries one campaign, so the rejected one must go first.
    clear: (sid) => supplier.deleteCampaign(service, sid),
  })
}

async function verificationStep(step: Step): Promise<JobOutcome> {
  const { registration, setup } = step
  const phone = numbersUnder(registration, setup.phoneNumbers)[0]
  if (!phone) return step.hasRun ? wait(step, NUMBER_PENDING) : fail(step, NO_NUMBER)
  const numberSid = phone.twilioSid
  if (numberSid === null) return fail(step, notAcceptedWords('verification', 'NO_NUMBER_ID'))
  const { supplier } = step.job.deps.lines
  const request = {
    numberSid,
    details: registration.details,
    useCase: useCaseOf(registration.details),
    sample: samplesOf(setup.practice, nowOf(step.job.ctx.clock))[0]!,
    reference: registration.id,
  }
  return review(step, 'verification', {
    look: () => supplier.readTollFreeVerification(numberSid),
    ask: () => supplier.createTollFreeVerification(request),
  })
}

type Vendor = {
  look(): Promise<VendorAnswer<ReviewState | null>>
  ask(): Promise<VendorAnswer<ReviewState>>
  clear?(rejectedSid: string): Promise<VendorAnswer<null>>
}

/** Looks how it stands; asks the carriers only where nothing is there, or only what they had rejected before. */
async function review(step: Step, name: Reviewed, vendor: Vendor): Promise<JobOutcome> {
  const found = await vendor.look()
  if (found.kind !== 'done') return trouble(step, found)
  if (found.value && !isOld(step, name, found.value)) return take(step, name, found.value)
  if (found.value && vendor.clear) {
    const cleared = await vendor.clear(found.value.sid)
    if (cleared.kind !== 'done') return trouble(step, cleared)
  }
  const asked = await vendor.ask()
  return asked.kind === 'done' ? take(step, name, asked.value) : trouble(step, asked)
}

/** The rejection that staff have answered by sending it again; once carriers have taken that, a rejection is a new one. */
function isOld({ registration, replaces }: Step, name: Reviewed, found: ReviewState): boolean {
  return found.state === 'rejected' && found.sid === replaces && registration[SID_OF[name]] === null
}

async function take(step: Step, name: Reviewed, seen: ReviewState): Promise<JobOutcome> {
  const registration = await change(step, (tx, present) => takeReview(tx, present, name, seen))
  return outcomeOf(step, registration)
}

/** Every ordinary number of the practice comes into the service that carries the campaign; being there already is fine. */
async function linkStep(step: Step): Promise<JobOutcome> {
  const { registration, setup, job } = step
  const service = serviceOf(registration, setup)
  if (service === null) return wait(step, NO_SERVICE)
  for (const phone of inService(registration, setup)) {
    if (phone.twilioSid === null) continue
    const added = await job.deps.lines.supplier.addToService(service, phone.twilioSid)
    if (added.kind !== 'done') return trouble(step, added)
  }
  return outcomeOf(step, await change(step, (tx, present) => endStage(tx, present, 'linked')))
}

const inService = (registration: TextRegistration, setup: Setup): PracticePhone[] =>
  numbersUnder(registration, setup.phoneNumbers).filter((phone) => phone.messagingServiceSid !== null)

/** The practice's one messaging service. */
const serviceOf = (registration: TextRegistration, setup: Setup): string | null =>
  inService(registration, setup)[0]?.messagingServiceSid ?? null

async function trouble(step: Step, answer: Refused): Promise<JobOutcome> {
  if (answer.kind !== 'refused') {
    const outcome = await wait(step, UNREACHABLE)
    if (outcome.kind !== 'again') return outcome
    const leastMs = answer.kind === 'unknown' ? UNSURE_MS : (answer.retryAfterMs ?? 0)
    return { kind: 'again', afterMs: Math.max(outcome.afterMs, leastMs) }
  }
  const words = operatorWords(answer.code)
  return words ? wait(step, words) : fail(step, notAcceptedWords(step.stage.name, answer.vendorCode))
}

/** Says what it waits for, once, and looks again later. */
async function wait(step: Step, problem: string): Promise<JobOutcome> {
  if (step.stage.problem === problem) return again(step, step.registration)
  const { name } = step.stage
  const registration = await change(step, (tx, present) =>
    changeRegistration(tx, present, {
      stages: present.stages.map((one) => (one.name === name ? { ...one, problem } : one)),
      checkedAt: tx.now,
    }),
  )
  return again(step, registration)
}

async function fail(step: Step, problem: string): Promise<JobOutcome> {
  await change(step, (tx, present) => failStage(tx, present, step.stage.name, problem))
  return DONE
}

/** One transaction, done only while the registration is still at the stage that was worked on: staff may have sent it again meanwhile. */
function change(
  { job, registration, stage }: Step,
  body: (tx: Tx, present: TextRegistration) => Work<TextRegistration>,
): Promise<TextRegistration | null> {
  return job.change('registration-step', function* (tx) {
    const present = yield* tx.require('textRegistrations', registration.id)
    const now = presentStage(present)
    return now?.name === stage.name && now.state === 'waiting' ? yield* body(tx, present) : null
  })
}

function outcomeOf(step: Step, registration: TextRegistration | null): JobOutcome {
  const next = registration && presentStage(registration)
  if (next?.state !== 'waiting') return DONE
  return next.name === step.stage.name ? again(step, registration) : AT_ONCE
}

function again({ job, stage }: Step, registration: TextRegistration | null): JobOutcome {
  const present = registration && presentStage(registration)
  if (present?.state !== 'waiting' || present.name !== stage.name) return DONE
  return { kind: 'again', afterMs: nextLookMs(present.at, job.ctx.clock.nowMs()) }
}
