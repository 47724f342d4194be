import type { NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { faultPoints } from '../fault-points.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import type { AssistantHost, AssistantOf, AssistantSpec } from '../ports/assistant-host.ts'
import { presentVersion } from './assistant-versions.ts'
import { isGoing, keepNumber } from './keep-number.ts'
import { problemOf, withoutProblem, withProblem } from './number-problems.ts'
import type { ReplaceJob } from './replace-assistant.ts'
import { tagOfNumber } from './tags.ts'
import { doneValue, VendorTrouble, waitMs } from './wait-for-vendor.ts'

/** What a new assistant puts right, and that it waited. */
const MENDED: NumberProblemCode[] = ['ASSISTANT_MISSING', 'ASSISTANT_CHANGED', 'ASSISTANT_NOT_LINKED', 'CANNOT_LOOK']

type Wanted = { phone: PracticePhone; spec: AssistantSpec; version: number }

/** Gives a number a new assistant. The new one carries the same tag as the old, so after a crash it is found again: it is the one this
 *  number does not have yet. The old one goes last, so that callers are answered all the time. */
export const replaceAssistantJob = repeatable(async (job): Promise<JobOutcome> => {
  const { phoneNumberId, from, by } = JSON.parse(job.row.payload) as ReplaceJob
  const { host } = job.deps.lines
  const wanted = await job.change<Wanted | null>('replace-assistant', function* (tx) {
    const phone = yield* tx.require('phoneNumbers', phoneNumberId)
    if (phone.status === 'released' || isGoing(phone, tx.now) || !host) return null
    const { version, spec } = yield* presentVersion(tx, by)
    return { phone, spec, version: version.version }
  })
  if (!wanted || !host) return { kind: 'done' }
  try {
    if (wanted.phone.vapiAssistantId === from) await putNew(job, host, wanted)
    await takeOldAway(job, host, wanted.phone)
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof VendorTrouble)) throw error
    await showWaiting(job, wanted.phone)
    return { kind: 'again', afterMs: waitMs(error.answer, job.row.attempts) }
  }
})

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  faultPoints.reach(`replace-assistant:${name}:before`)
  const value = await work()
  faultPoints.reach(`replace-assistant:${name}:after`)
  return value
}

async function putNew({ change, ctx }: JobWork, host: AssistantHost, { phone, spec, version }: Wanted): Promise<void> {
  const of: AssistantOf = { tag: tagOfNumber(phone.id), practiceId: ctx.practiceId, phoneNumberId: phone.id }
  const known = doneValue(await host.listAssistants()).find((one) => one.tag === of.tag && one.id !== phone.vapiAssistantId)
  if (known && known.fingerprint !== host.fingerprintOf(spec, of)) doneValue(await host.updateAssistant(known.id, spec, of))
  const assistant = known ?? (await step('create', async () => doneValue(await host.createAssistant(spec, of))))
  await step('link', async () => doneValue(await host.linkNumber(phone.vapiPhoneNumberId!, assistant.id)))
  await change('assistant-replaced', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phone.id)
    const health = MENDED.reduce(withoutProblem, present.health)
    const replaced = { ...present, vapiAssistantId: assistant.id, assistantVersion: version, health }
    yield* keepNumber(tx, replaced, 'number.assistant_replaced', { version })
  })
}

/** Only what carries our tag: one made by hand stays, it may answer for other numbers too. */
async function takeOldAway({ change }: JobWork, host: AssistantHost, { id }: PracticePhone): Promise<void> {
  const present = await change('assistant-now', (tx) => tx.require('phoneNumbers', id))
  if (!present) return
  const tagged = doneValue(await host.listAssistants()).filter((one) => one.tag === tagOfNumber(id))
  for (const old of tagged.filter((one) => one.id !== present.vapiAssistantId))
    await step('delete', async () => doneValue(await host.deleteAssistant(old.id)))
}

async function showWaiting({ change }: JobWork, { id }: PracticePhone): Promise<void> {
  await change('assistant-waits', function* (tx) {
    const present = yield* tx.require('phoneNumbers', id)
    if (present.health.problems.some((one) => one.code === 'CANNOT_LOOK')) return
    const problem = {
      ...problemOf(present, 'CANNOT_LOOK', tx.now),
      message: 'The assistant could not be replaced yet: the voice service did not answer, or refused. It is asked again.',
    }
    yield* keepNumber(tx, { ...present, health: withProblem(present.health, problem) }, 'number.replace_waits')
  })
}
