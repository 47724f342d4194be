import { isDeepStrictEqual } from 'node:util'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { NumberHealth, NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { nowOf } from '../ports/clock.ts'
import { standingVersions } from '../store/assistant-versions.ts'
import { lastActivity } from '../store/number-activity.ts'
import { entityTables } from '../store/registry.ts'
import { changeSetup } from '../store/setup.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { specOfVersion } from './assistant-versions.ts'
import { isGoing, numberConversation } from './keep-number.ts'
import type { LineDeps } from './line-deps.ts'
import { lookAtNumber } from './look-at-number.ts'
import { differencesOf, type WantedNumber } from './number-differences.ts'
import { isToldOf, problemOf } from './number-problems.ts'
import { NUMBER_REPAIR, type RepairJob } from './repair-number.ts'
import { tagOfNumber } from './tags.ts'

/** One look that fails may be the network; three in a row are told. Counted in memory: after a restart it takes three looks again. */
const FAILED_LOOKS_TOLD = 3
const failedLooks = new Map<string, number>()

/** That all is still well is told to the desks once an hour: every change of a number reaches all of them and has the set-up read again. */
const QUIET_MINUTES = 60

export type Looked = { couldLook: boolean; codes: NumberProblemCode[] }

/** Looks at a number at both vendors and keeps what was found; what can be put right by itself is. `isAsked`: somebody waits for it, so
 *  that it was looked at is told in any case. Null when it is no longer to be looked at. */
export async function checkNumber(ctx: Ctx, lines: LineDeps, id: PhoneNumberId, isAsked: boolean): Promise<Looked | null> {
  const plan = await ctx.store.read(() => planLook(ctx, lines, id))
  if (!plan) return null
  const looked = await lookAtNumber(lines, plan.phone)
  if (looked.kind !== 'done') failedLooks.set(id, (failedLooks.get(id) ?? 0) + 1)
  else failedLooks.delete(id)
  const isBlind = (failedLooks.get(id) ?? 0) >= FAILED_LOOKS_TOLD
  if (looked.kind !== 'done' && !isBlind) return { couldLook: false, codes: [] }
  const codes = looked.kind === 'done' ? differencesOf(looked.value, plan.wanted).filter((code) => isToldOf(plan.phone, code)) : null
  await write(ctx, 'keep-health', (tx) => keepHealth(tx, plan.phone, codes, isAsked))
  return { couldLook: codes !== null, codes: codes ?? [] }
}

type Plan = { phone: PracticePhone; wanted: WantedNumber }

function* planLook(ctx: Ctx, lines: LineDeps, id: PhoneNumberId): Work<Plan | null> {
  const phone = yield* entityTables.phoneNumbers.find(ctx.practiceId, id)
  if (!phone || phone.status === 'released' || isGoing(phone, nowOf(ctx.clock))) return null
  return { phone, wanted: yield* wantedOf(ctx.practiceId, lines, phone) }
}

/** How a number should be at the vendors, as far as that is known here. */
export function* wantedOf(practiceId: string, lines: LineDeps, phone: PracticePhone): Work<WantedNumber> {
  const isPaused = phone.status === 'paused'
  return {
    tag: phone.way === 'given' ? null : tagOfNumber(phone.id),
    addresses: lines.addresses,
    voiceUrl: isPaused ? lines.deskVoiceUrl : phone.way === 'given' ? phone.voiceUrl : (phone.voiceUrl ?? 'theirs'),
    deskVoiceUrl: lines.deskVoiceUrl,
    assistantId: phone.vapiAssistantId,
    fingerprint: yield* fingerprintWanted(practiceId, lines, phone),
  }
}

/** Null while a version is being published: then the assistant is between two of them. */
function* fingerprintWanted(practiceId: string, { host }: LineDeps, phone: PracticePhone): Work<string | null> {
  if (!host || phone.assistantVersion === null) return null
  const versions = yield* standingVersions(practiceId)
  if (versions.some(({ version }) => version.state === 'publishing')) return null
  const spec = yield* specOfVersion(practiceId, phone.assistantVersion)
  return spec && host.fingerprintOf(spec, { tag: tagOfNumber(phone.id), practiceId, phoneNumberId: phone.id })
}

/** `codes` null: it could not be looked at, so what was known before stands. */
function* keepHealth(tx: Tx, seen: PracticePhone, codes: NumberProblemCode[] | null, isAsked: boolean): Work<void> {
  const phone = yield* tx.require('phoneNumbers', seen.id)
  if (!isSameLine(phone, seen) || isGoing(phone, tx.now)) return
  const problems = codes
    ? codes.map((code) => problemOf(phone, code, tx.now))
    : [...phone.health.problems.filter((one) => one.code !== 'CANNOT_LOOK'), problemOf(phone, 'CANNOT_LOOK', tx.now)]
  const { callAt, textAt } = yield* lastActivity(tx.practiceId, phone)
  const health: NumberHealth = {
    ...phone.health,
    problems,
    checkedAt: codes ? tx.now : phone.health.checkedAt,
    lastCallAt: callAt as Instant | null,
    lastTextAt: textAt as Instant | null,
  }
  const isQuiet = (phone.health.checkedAt ?? '') > addMinutes(tx.now, -QUIET_MINUTES)
  const isSame = isDeepStrictEqual(problems, phone.health.problems)
  if (!isSame || (codes && (isAsked || !isQuiet))) {
    yield* tx.update('phoneNumbers', { ...phone, health })
    yield* changeSetup(tx)
    tx.emit('number.changed')
  }
  if (!isSame)
    yield* tx.audit({
      action: 'number.looked_at',
      subjectType: 'phone_number',
      subjectId: phone.id,
      detail: { problems: problems.map((one) => one.code) },
    })
  if (codes && problems.some((one) => one.repair === 'itself')) yield* repairByItself(tx, phone)
}

/** Somebody changed it while it was looked at: what was seen says nothing about how it should be now. */
function isSameLine(one: PracticePhone, other: PracticePhone): boolean {
  const partsOf = (phone: PracticePhone) => [
    phone.status,
    phone.twilioSid,
    phone.messagingServiceSid,
    phone.vapiPhoneNumberId,
    phone.vapiAssistantId,
    phone.voiceUrl,
    phone.assistantVersion,
  ]
  return isDeepStrictEqual(partsOf(one), partsOf(other))
}

function* repairByItself(tx: Tx, { id }: PracticePhone): Work<void> {
  yield* tx.enqueue({
    kind: NUMBER_REPAIR,
    dedupeKey: `${NUMBER_REPAIR}:${id}:${tx.now}`,
    conversationKey: numberConversation(id),
    payload: { phoneNumberId: id, isAsked: false, by: '' } satisfies RepairJob,
  })
}
