import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import type { SuppliedNumber } from '../ports/number-supplier.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import { isGoing, keepNumber, type NumberJob } from './keep-number.ts'
import type { LineDeps } from './line-deps.ts'
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
  const told = await tell(job.deps.lines, phone)
  if (told.kind !== 'done') {
    await showNotTold(job, phone)
    return { kind: 'again', afterMs: waitMs(told, job.row.attempts) }
  }
  return await confirm(job, phone, told.value)
})

type Told = { learnedUrl: string | null } | null

/** Null when the carrier service does not have the number. */
async function tell({ supplier, deskVoiceUrl }: LineDeps, phone: PracticePhone): Promise<VendorAnswer<Told>> {
  // A number set up by hand may be known by its digits only.
  const found = phone.twilioSid ? await supplier.readNumber(phone.twilioSid) : await supplier.findNumber(phone.phoneNumber)
  if (found.kind !== 'done') return found
  if (found.value === null) return { kind: 'done', value: null }
  const learnedUrl = learned(phone, found.value, deskVoiceUrl)
  const wanted = phone.status === 'paused' ? deskVoiceUrl : phone.voiceUrl
  if (wanted === null || found.value.voiceUrl === wanted) return { kind: 'done', value: { learnedUrl } }
  const set = await supplier.configureNumber(found.value.sid, { voiceUrl: wanted })
  return set.kind === 'done' ? { kind: 'done', value: { learnedUrl } } : set
}

/** Where its calls went before the first pause, which is where they go again afterwards. */
function learned(phone: PracticePhone, number: SuppliedNumber, deskVoiceUrl: string): string | null {
  return phone.voiceUrl === null && number.voiceUrl !== '' && number.voiceUrl !== deskVoiceUrl ? number.voiceUrl : null
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
    const voiceUrl = present.voiceUrl ?? told?.learnedUrl ?? null
    const health = told
      ? withoutProblem(present.health, 'VOICE_ADDRESS_CHANGED')
      : withProblem(present.health, problemOf(present, 'NUMBER_MISSING', tx.now))
    const isNews = voiceUrl !== present.voiceUrl || health.problems.length !== present.health.problems.length
    if (present.status === phone.status && isNews) yield* keepNumber(tx, { ...present, voiceUrl, health }, 'number.told')
    else if (voiceUrl !== present.voiceUrl) yield* keepNumber(tx, { ...present, voiceUrl }, 'number.told')
    return present.status === phone.status || !told
  })
  return isLastWish === false ? { kind: 'again', afterMs: 0 } : { kind: 'done' }
}
