import type { NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { type JobOutcome, type JobWork, repeatable } from '../outbox/repeatable-job.ts'
import type { AssistantHost, AssistantSpec } from '../ports/assistant-host.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { presentVersion, specOfVersion } from './assistant-versions.ts'
import { checkNumber, wantedOf } from './check-number.ts'
import { isGoing, keepNumber, type NumberJob } from './keep-number.ts'
import type { LineDeps } from './line-deps.ts'
import { lookAtNumber } from './look-at-number.ts'
import { differencesOf, type WantedNumber } from './number-differences.ts'
import { isToldOf, problemOf, withRepaired } from './number-problems.ts'
import type { RepairJob } from './repair-number.ts'
import { REPAIRS, type Repair, type Repaired } from './repair-steps.ts'
import { doneValue, VendorTrouble, waitMs } from './wait-for-vendor.ts'

const SOON_MS = 5_000
const MOST_TRIES = 20
/** It is still told, and the next look in ten minutes begins another repair. */
const MOST_TRIES_BY_ITSELF = 5

/** Looks at a number because staff asked. When it cannot be seen it is tried again at once, until that itself is told. */
export const checkNumberJob = repeatable(async ({ ctx, row, deps }): Promise<JobOutcome> => {
  const looked = await checkNumber(ctx, deps.lines, (JSON.parse(row.payload) as NumberJob).phoneNumberId, true)
  return looked === null || looked.couldLook || row.attempts >= 3 ? { kind: 'done' } : { kind: 'again', afterMs: SOON_MS }
})

type Plan = { phone: PracticePhone; wanted: WantedNumber; spec: AssistantSpec; version: number }

/** Puts a number right at both vendors. It looks first and does only what is then wrong, so that doing it again does no harm; afterwards
 *  it looks once more, and only what is gone then counts as repaired. */
export const repairNumberJob = repeatable(async (job): Promise<JobOutcome> => {
  const asked = JSON.parse(job.row.payload) as RepairJob
  const { lines } = job.deps
  // What a look begins comes again in ten minutes; each time a failed job would pile up.
  if (!lines.host) return asked.isAsked ? { kind: 'failed', code: 'NOT_CONFIGURED' } : { kind: 'done' }
  const plan = await job.change('plan-repair', (tx) => planRepair(tx, lines, asked))
  if (!plan) return { kind: 'done' }
  try {
    await repairAll(job, { ...lines, host: lines.host }, plan, asked.isAsked)
  } catch (error) {
    if (!(error instanceof VendorTrouble)) throw error
    const isHopeless = error.answer.kind === 'refused' || job.row.attempts >= (asked.isAsked ? MOST_TRIES : MOST_TRIES_BY_ITSELF)
    if (!isHopeless) return { kind: 'again', afterMs: waitMs(error.answer, job.row.attempts) }
    return asked.isAsked ? { kind: 'failed', code: error.message } : { kind: 'done' }
  }
  await checkNumber(job.ctx, lines, asked.phoneNumberId, asked.isAsked)
  return { kind: 'done' }
})

function* planRepair(tx: Tx, lines: LineDeps, { phoneNumberId, by }: RepairJob): Work<Plan | null> {
  const phone = yield* tx.require('phoneNumbers', phoneNumberId)
  if (phone.status === 'released' || isGoing(phone, tx.now)) return null
  const told = phone.assistantVersion === null ? null : yield* specOfVersion(tx.practiceId, phone.assistantVersion)
  const wanted = yield* wantedOf(tx.practiceId, lines, phone)
  if (told) return { phone, wanted, spec: told, version: phone.assistantVersion! }
  const { spec, version } = yield* presentVersion(tx, by)
  return { phone, wanted, spec, version: version.version }
}

async function repairAll(job: JobWork, lines: Repair['lines'] & { host: AssistantHost }, plan: Plan, isAsked: boolean): Promise<void> {
  const codes = await problemsNow(lines, plan)
  const mayRepair = (code: NumberProblemCode) =>
    codes.includes(code) && (isAsked || problemOf(plan.phone, code, plan.phone.createdAt).repair === 'itself')
  let { phone } = plan
  for (const code of inOrder().filter(mayRepair)) {
    const repaired = await REPAIRS[code]!({ lines, practiceId: job.ctx.practiceId, phone, wanted: plan.wanted, spec: plan.spec })
    const kept = await keepRepaired(job, phone, repaired, plan.version)
    if (!kept) return
    phone = kept
  }
  const left = await problemsNow(lines, { ...plan, phone, wanted: { ...plan.wanted, assistantId: phone.vapiAssistantId } })
  const gone = codes.filter((code) => mayRepair(code) && REPAIRS[code] && !left.includes(code))
  if (gone.length > 0) await noteRepaired(job, phone, gone)
}

async function problemsNow(lines: LineDeps, { phone, wanted }: Plan): Promise<NumberProblemCode[]> {
  const seen = doneValue(await lookAtNumber(lines, phone))
  return differencesOf(seen, wanted).filter((code) => isToldOf(phone, code))
}

const inOrder = (): NumberProblemCode[] => (Object.keys(REPAIRS) as NumberProblemCode[]).filter((code) => REPAIRS[code] !== null)

/** What a repair made is kept at once, so that a crash after it makes nothing twice. */
async function keepRepaired(
  { change }: JobWork,
  { id }: PracticePhone,
  repaired: Repaired,
  version: number,
): Promise<PracticePhone | null> {
  return change('keep-repaired', function* (tx) {
    const present = yield* tx.require('phoneNumbers', id)
    const names = (Object.keys(repaired) as (keyof Repaired)[]).filter((name) => repaired[name] !== present[name])
    if (names.length === 0) return present
    const assistantVersion = repaired.vapiAssistantId ? version : present.assistantVersion
    return yield* keepNumber(tx, { ...present, ...repaired, assistantVersion }, 'number.made_anew', { names })
  })
}

async function noteRepaired({ change }: JobWork, { id }: PracticePhone, codes: NumberProblemCode[]): Promise<void> {
  await change('note-repaired', function* (tx) {
    const present = yield* tx.require('phoneNumbers', id)
    yield* keepNumber(tx, { ...present, health: withRepaired(present.health, codes, tx.now) }, 'number.repaired', { codes })
  })
}
