import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { callRecord } from '../calls/call-record.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import { keepNumber } from './keep-number.ts'
import type { TrialCallJob } from './trial-of-number.ts'

const MOST_TRIES = 4
const AGAIN_MS = 3_000

const REFUSED = 'The call could not be placed: the voice service refused it. The operator can see why there.'
const NOT_NOW = 'The call could not be placed: the voice service does not answer. Try again in a few minutes.'
const NOT_SURE = 'It is not known whether the call was placed. Wait a minute before trying again.'

/** Has the assistant phone a trial's phone, once: where it is not known whether it rang, it does not ring again. */
export const trialCallJob = repeatable(async (job): Promise<JobOutcome> => {
  const asked = JSON.parse(job.row.payload) as TrialCallJob
  const phone = await job.change('trial-call', function* (tx) {
    const present = yield* tx.require('phoneNumbers', asked.phoneNumberId)
    return isSameTrial(present, asked) && present.trial!.endsAt > tx.now ? present : null
  })
  const { host } = job.deps.lines
  if (!phone?.vapiAssistantId || !phone.vapiPhoneNumberId) return { kind: 'done' }
  if (!host) return tell(job, asked, REFUSED)
  // Its worker vanished in the middle.
  if (job.row.lastError === 'LEASE_ENDED') return tell(job, asked, NOT_SURE)
  const placed = await host.placeCall({ assistantId: phone.vapiAssistantId, hostedNumberId: phone.vapiPhoneNumberId, to: asked.to })
  if (placed.kind === 'unknown') return tell(job, asked, NOT_SURE)
  if (placed.kind === 'refused') return tell(job, asked, REFUSED)
  if (placed.kind === 'later') return job.row.attempts < MOST_TRIES ? { kind: 'again', afterMs: AGAIN_MS } : tell(job, asked, NOT_NOW)
  await job.change('trial-call-placed', function* (tx) {
    const { externalId } = placed.value
    yield* callRecord(tx, { externalId, callerNumber: asked.to, direction: 'outbound', phoneNumberId: phone.id })
    // The voice service may have told of it already.
    if (tx.changed.calls) tx.emit('call.started')
  })
  return { kind: 'done' }
})

const isSameTrial = ({ trial }: PracticePhone, asked: TrialCallJob): boolean => trial?.startedAt === asked.startedAt

async function tell({ change }: JobWork, asked: TrialCallJob, problem: string): Promise<JobOutcome> {
  await change('trial-call-problem', function* (tx) {
    const phone = yield* tx.require('phoneNumbers', asked.phoneNumberId)
    if (isSameTrial(phone, asked)) yield* keepNumber(tx, { ...phone, trial: { ...phone.trial!, problem } }, 'number.trial_call_failed')
  })
  return { kind: 'done' }
}
