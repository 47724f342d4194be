import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { faultPoints } from '../fault-points.ts'
import { type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import type { AssistantHost } from '../ports/assistant-host.ts'
import type { NumberSupplier } from '../ports/number-supplier.ts'
import { loadSetup, phonesOfAssistant } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { isGoing, keepNumber, type NumberJob } from './keep-number.ts'
import { problemOf, withProblem } from './number-problems.ts'
import { idOfTag, tagOfNumber } from './tags.ts'
import { doneValue, VendorTrouble, waitMs } from './wait-for-vendor.ts'

/** Gives a number back, from the voice service to the carrier service. Each step looks first and "gone already" counts as done, so that
 *  it may be killed anywhere and begun again. It never gives up: a number that nobody uses would go on costing money. */
export const releaseNumberJob = repeatable(async (job) => {
  const { phoneNumberId } = JSON.parse(job.row.payload) as NumberJob
  const phone = await job.change('number-release', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phoneNumberId)
    return present.status !== 'released' && isGoing(present, tx.now) ? present : null
  })
  if (!phone) return { kind: 'done' }
  const { host, supplier } = job.deps.lines
  try {
    if (host) await leaveHost(job, host, phone)
    await leaveSupplier(supplier, phone)
  } catch (error) {
    if (!(error instanceof VendorTrouble)) throw error
    await showStuck(job, phone)
    return { kind: 'again', afterMs: waitMs(error.answer, job.row.attempts) }
  }
  await job.change('number-released', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phone.id)
    const health = { ...present.health, problems: [] }
    if (present.isPrimary) yield* handOver(tx, present)
    const gone = { status: 'released', isPrimary: false, vapiPhoneNumberId: null, vapiAssistantId: null, trial: null, health } as const
    yield* keepNumber(tx, { ...present, ...gone }, 'number.released')
  })
  return { kind: 'done' }
})

/** The main number was the only one when giving it up was asked; by now there may be another. */
function* handOver(tx: Tx, { id }: PracticePhone): Work<void> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const others = phoneNumbers.filter((one) => one.id !== id && one.status !== 'released')
  const heir = others.find((one) => one.releaseAt === null) ?? others[0]
  if (heir) yield* tx.update('phoneNumbers', { ...heir, isPrimary: true })
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  faultPoints.reach(`release:${name}:before`)
  const value = await work()
  faultPoints.reach(`release:${name}:after`)
  return value
}

async function leaveHost(job: JobWork, host: AssistantHost, phone: PracticePhone): Promise<void> {
  const hosted = phone.vapiPhoneNumberId ? doneValue(await host.readNumber(phone.vapiPhoneNumberId)) : null
  if (hosted && hosted.phoneNumber === phone.phoneNumber)
    await step('hosted-number', async () => doneValue(await host.deleteNumber(hosted.id)))
  const tagged = doneValue(await host.listAssistants()).filter((one) => one.tag === tagOfNumber(phone.id))
  const own = phone.vapiAssistantId && (await isOnlyHere(job, phone)) ? doneValue(await host.readAssistant(phone.vapiAssistantId)) : null
  const ids = new Set([...tagged, ...(own ? [own] : [])].map((one) => one.id))
  for (const id of ids) await step('assistant', async () => doneValue(await host.deleteAssistant(id)))
}

/** An assistant made by hand is left to whoever made it: it may answer for other numbers too. */
async function isOnlyHere({ ctx }: JobWork, phone: PracticePhone): Promise<boolean> {
  if (phone.way === 'given') return false
  const phones = await ctx.store.read(() => phonesOfAssistant(phone.vapiAssistantId!))
  return phones.every((one) => one.id === phone.id)
}

async function leaveSupplier(supplier: NumberSupplier, phone: PracticePhone): Promise<void> {
  // A number set up by hand may be known by its digits only.
  const number = doneValue(await (phone.twilioSid ? supplier.readNumber(phone.twilioSid) : supplier.findNumber(phone.phoneNumber)))
  // What belongs to another number, or to somebody who has bought this one again, is nothing to give back.
  const isOthers = number !== null && idOfTag(number.tag) !== null && number.tag !== tagOfNumber(phone.id)
  if (number === null || number.phoneNumber !== phone.phoneNumber || isOthers) return
  const serviceSid = phone.messagingServiceSid
  // The service itself stays: the practice's leave to text hangs on it.
  if (serviceSid && doneValue(await supplier.serviceNumbers(serviceSid)).includes(number.sid))
    await step('service', async () => doneValue(await supplier.removeFromService(serviceSid, number.sid)))
  await step('number', async () => doneValue(await supplier.releaseNumber(number.sid)))
}

async function showStuck({ change }: JobWork, phone: PracticePhone): Promise<void> {
  await change('number-release-stuck', function* (tx) {
    const present = yield* tx.require('phoneNumbers', phone.id)
    if (present.health.problems.some((one) => one.code === 'CANNOT_LOOK')) return
    const problem = {
      ...problemOf(present, 'CANNOT_LOOK', tx.now),
      message: 'This number could not be given back yet: the services behind it did not answer, or refused. They are asked again.',
    }
    yield* keepNumber(tx, { ...present, health: withProblem(present.health, problem) }, 'number.release_waits')
  })
}
