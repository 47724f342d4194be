import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { faultPoints } from '../fault-points.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import { backoffMs } from '../outbox/timing.ts'
import type { AssistantHost, AssistantOf, AssistantSpec } from '../ports/assistant-host.ts'
import type { RefusalCode, VendorAnswer } from '../ports/vendor-answer.ts'
import { findVersion, type KeptVersion, updateVersion } from '../store/assistant-versions.ts'
import { changeSetup, loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { auditVersion, beginPublishing, type PublishJob, replaceOlder } from './assistant-standing.ts'
import { readTold } from './assistant-told.ts'
import { managedNumbers } from './assistant-versions.ts'
import { tagOfNumber } from './tags.ts'

/** Well within the lease of a job: the rest of the numbers is done in the next round. */
const LONGEST_ROUND_MS = 20_000
const LONGEST_WAIT_MS = 5 * 60_000

/** Gives one version to the assistants of all managed numbers of a practice. */
export const publishAssistant = repeatable(async (job) => {
  const started = await job.change('publish-begin', (tx) => begin(tx, job))
  return started ? giveToAll(job, started) : { kind: 'done' }
})

type Started = { version: number; spec: AssistantSpec; behind: PracticePhone[] }

/** What is still to be given; null when this version has no say any more. */
function* begin(tx: Tx, { row }: JobWork): Work<Started | null> {
  const kept = yield* findVersion(tx.practiceId, (JSON.parse(row.payload) as PublishJob).version)
  if (kept?.version.state !== 'waiting' && kept?.version.state !== 'publishing') return null
  if (kept.version.state === 'waiting') yield* beginPublishing(tx, kept)
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const { version } = kept.version
  const behind = managedNumbers(phoneNumbers).filter((one) => one.assistantVersion !== version)
  return { version, spec: readTold(kept.plan).spec, behind }
}

async function giveToAll(job: JobWork, { version, spec, behind }: Started): Promise<JobOutcome> {
  const { host } = job.deps.lines
  if (!host) return end(job, version, 'NOT_CONFIGURED')
  const startedAt = job.ctx.clock.nowMs()
  let refused: RefusalCode | null = null
  for (const phone of behind) {
    if (job.ctx.clock.nowMs() - startedAt > LONGEST_ROUND_MS) return { kind: 'again', afterMs: 0 }
    const answer = await give(host, job, phone, spec)
    if (answer.kind === 'later' || answer.kind === 'unknown') return again(job, version, answer)
    if (answer.kind === 'refused') refused ??= answer.code
    else if (!(await job.change('publish-given', (tx) => keepGiven(tx, phone, version)))) return { kind: 'done' }
  }
  return end(job, version, refused)
}

/** After a try whose answer was lost it looks first. Giving the same words twice does no harm. */
async function give(host: AssistantHost, { ctx, row }: JobWork, phone: PracticePhone, spec: AssistantSpec): Promise<VendorAnswer<unknown>> {
  const id = phone.vapiAssistantId!
  const of: AssistantOf = { tag: tagOfNumber(phone.id), practiceId: ctx.practiceId, phoneNumberId: phone.id }
  if (row.attempts > 1) {
    const seen = await host.readAssistant(id)
    if (seen.kind !== 'done') return seen
    if (seen.value?.fingerprint === host.fingerprintOf(spec, of)) return seen
  }
  faultPoints.reach('publish:before-vendor')
  const answer = await host.updateAssistant(id, spec, of)
  faultPoints.reach('publish:after-vendor')
  return answer
}

/** False when a newer version has taken over meanwhile. */
function* keepGiven(tx: Tx, { id, vapiAssistantId }: PracticePhone, version: number): Work<boolean> {
  const kept = yield* findVersion(tx.practiceId, version)
  if (kept?.version.state !== 'publishing') return false
  const phone = yield* tx.require('phoneNumbers', id)
  if (phone.vapiAssistantId !== vapiAssistantId) return true
  yield* tx.update('phoneNumbers', { ...phone, assistantVersion: version })
  yield* changeSetup(tx)
  tx.emit('number.changed')
  return true
}

async function again(job: JobWork, version: number, answer: { vendorCode: string; retryAfterMs?: number | null }): Promise<JobOutcome> {
  await job.change('publish-later', (tx) => onPublishing(tx, version, (kept) => keepProblem(tx, kept, NOT_REACHED)))
  const wait = answer.retryAfterMs ?? backoffMs(job.row.attempts)
  return { kind: 'again', afterMs: Math.min(wait, LONGEST_WAIT_MS) }
}

async function end(job: JobWork, version: number, trouble: Trouble | null): Promise<JobOutcome> {
  await job.change('publish-end', (tx) =>
    onPublishing(tx, version, (kept) => (trouble === null ? published(tx, kept) : failed(tx, kept, trouble))),
  )
  return trouble === null ? { kind: 'done' } : { kind: 'failed', code: trouble }
}

/** A version that a newer one has replaced is left as it is. */
function* onPublishing(tx: Tx, version: number, change: (kept: KeptVersion) => Work<void>): Work<void> {
  const kept = yield* findVersion(tx.practiceId, version)
  if (kept?.version.state === 'publishing') yield* change(kept)
}

function* published(tx: Tx, { version, plan }: KeptVersion): Work<void> {
  const done: AssistantVersion = { ...version, state: 'published', problem: null, publishedAt: tx.now }
  yield* updateVersion(tx, { version: done, plan })
  yield* replaceOlder(tx, done.version)
  yield* auditVersion(tx, 'assistant.published', done)
}

function* failed(tx: Tx, { version, plan }: KeptVersion, trouble: Trouble): Work<void> {
  const stopped: AssistantVersion = { ...version, state: 'failed', problem: PROBLEMS[trouble] }
  yield* updateVersion(tx, { version: stopped, plan })
  yield* auditVersion(tx, 'assistant.not_published', stopped)
}

function* keepProblem(tx: Tx, { version, plan }: KeptVersion, problem: string): Work<void> {
  if (version.problem !== problem) yield* updateVersion(tx, { version: { ...version, problem }, plan })
}

const NOT_REACHED = 'The voice service could not be reached. It is asked again until it answers; meanwhile the assistant speaks as before.'

type Trouble = RefusalCode | 'NOT_CONFIGURED'

const REFUSED = 'The voice service did not take it. The operator can see why in the log of failed jobs.'
const PROBLEMS: Record<Trouble, string> = {
  NOT_CONFIGURED: 'The relay has no key for the voice service. The operator has to enter one.',
  WRONG_CREDENTIALS: 'The voice service does not accept the key of the relay. The operator has to renew it.',
  NO_FUNDS: 'The account at the voice service has no money left. The operator has to top it up.',
  VENDOR_LIMIT: 'The account at the voice service has reached its limit. The operator has to raise it.',
  TRIAL_LIMIT: 'The account at the voice service is a trial account that cannot do this. The operator has to upgrade it.',
  NOT_FOUND: 'A number has lost its assistant at the voice service. Check the number in Setup, Numbers, and replace its assistant.',
  NUMBER_GONE: REFUSED,
  NUMBER_ELSEWHERE: REFUSED,
  ADDRESS_REQUIRED: REFUSED,
  REFUSED,
}
