import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { faultPoints } from '../fault-points.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import type { SuppliedNumber } from '../ports/number-supplier.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import { isGoing, keepNumber, type NumberJob } from './keep-number.ts'
import { notToldYet, problemOf, withoutProblem, withProblem } from './number-problems.ts'
import { waitMs } from './wait-for-vendor.ts'

/** Leads the calls of a number where its present status says: pressed back and forth quickly, the last wish wins. */
export const routeNumberJob = repeatable(async (job) => {
  const { phoneNumberId } = JSON.parse(job.row.payload) as NumberJob
  const phone = await job.change('number-route', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phoneNumberId)
    return present.status === 'released' || isGoing(present, tx.now) ? null : present
  })
  if (!phone) return { kind: 'done' }
  const told = await tell(job, phone)
  if (told.kind !== 'done') {
    await showNotTold(job, phone)
    return { kind: 'again', afterMs: waitMs(told, job.row.attempts) }
  }
  return await confirm(job, phone, told.value)
})

type Told = { isThere: boolean }

/** `isThere` is false when the carrier service does not have the number. */
async function tell(job: JobWork, phone: PracticePhone): Promise<VendorAnswer<Told>> {
  const { supplier, deskVoiceUrl } = job.deps.lines
  // A number set up by hand may be known by its digits only.
  const found = phone.twilioSid ? await supplier.readNumber(phone.twilioSid) : await supplier.findNumber(phone.phoneNumber)
  if (found.kind !== 'done') return found
  if (found.value === null) return { kind: 'done', value: { isThere: false } }
  const there: VendorAnswer<Told> = { kind: 'done', value: { isThere: true } }
  if (phone.voiceUrl === null && !(await keepFormer(job, phone, found.value))) return there
  const wanted = phone.status === 'paused' ? deskVoiceUrl : phone.voiceUrl
  if (wanted === null || found.value.voiceUrl === wanted) return there
  faultPoints.reach('route:before-vendor')
  const set = await supplier.configureNumber(found.value.sid, { voiceUrl: wanted })
  faultPoints.reach('route:after-vendor')
  return set.kind === 'done' ? there : set
}

/** Where its calls went before the first pause is where they go again afterwards. It is stored before it is overwritten: after a crash
 *  in between nobody would know it any more. False when somebody else does this job by now. */
async function keepFormer({ change, deps }: JobWork, { id }: PracticePhone, { voiceUrl }: SuppliedNumber): Promise<boolean> {
  const kept = await change('number-learned', function* (tx) {
    const present = yield* tx.require('phoneNumbers', id)
    if (present.voiceUrl === null && voiceUrl !== deps.lines.deskVoiceUrl) yield* keepNumber(tx, { ...present, voiceUrl }, 'number.learned')
    return true
  })
  return kept === true
}

async function showNotTold({ change }: JobWork, phone: PracticePhone): Promise<void> {
  await change('number-not-told', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phone.id)
    const problem = notToldYet(present, tx.now)
    if (present.health.problems.some((one) => one.code === problem.code && one.message === problem.message)) return
    yield* keepNumber(tx, { ...present, health: withProblem(present.health, problem) }, 'number.not_told')
  })
}

async function confirm({ change }: JobWork, phone: PracticePhone, told: Told): Promise<JobOutcome> {
  const isLastWish = await change('number-told', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phone.id)
    const health = told.isThere
      ? withoutProblem(present.health, 'VOICE_ADDRESS_CHANGED')
      : withProblem(present.health, problemOf(present, 'NUMBER_MISSING', tx.now))
    const isNews = health.problems.length !== present.health.problems.length
    if (present.status === phone.status && isNews) yield* keepNumber(tx, { ...present, health }, 'number.told')
    return present.status === phone.status || !told.isThere
  })
  return isLastWish === false ? { kind: 'again', afterMs: 0 } : { kind: 'done' }
}
