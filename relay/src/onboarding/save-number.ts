import { type OnboardingRun, UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { isTollFree } from '../messaging/carrier-words.ts'
import { changeSetup, loadSetup, phoneOfNumber } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { followSetup, presentVersion } from './assistant-versions.ts'
import type { SeenNumber } from './look-at-number.ts'
import { madeBy } from './onboarding-steps.ts'
import { textingOf } from './registration-state.ts'
import type { StepWork } from './step-result.ts'

export type Saved = 'saved' | 'assistant-is-older' | 'number-is-taken'

/** Puts the number among the practice's, from now on in use. Not when the set-up changed since the assistant was read back. */
export function* saveNumber(tx: Tx, run: OnboardingRun, seen: SeenNumber, work: Pick<StepWork, 'lines' | 'numberTag'>): Work<Saved> {
  const { version, spec } = yield* presentVersion(tx, run.startedBy)
  const of = { tag: work.numberTag, practiceId: tx.practiceId, phoneNumberId: run.phoneNumberId }
  if (work.lines.host.fingerprintOf(spec, of) !== seen.assistant?.fingerprint) return 'assistant-is-older'
  const used = yield* phoneOfNumber(run.phoneNumber)
  if (used && used.status !== 'released') return 'number-is-taken'
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const inUse = phoneNumbers.filter((one) => one.status !== 'released')
  const isPrimary = run.isPrimary || !inUse.some((one) => one.isPrimary)
  if (isPrimary) for (const one of inUse) if (one.isPrimary) yield* tx.update('phoneNumbers', { ...one, isPrimary: false })
  const { rents } = work.lines
  const phone: PracticePhone = {
    id: run.phoneNumberId,
    phoneNumber: run.phoneNumber,
    label: run.label,
    isPrimary,
    status: 'active',
    way: run.way,
    forwardedFrom: run.forwardedFrom,
    texting: yield* textingOf(tx, run.phoneNumber),
    twilioSid: madeBy(run, 'buy'),
    twilioAccountSid: work.lines.accountSid,
    messagingServiceSid: madeBy(run, 'service'),
    vapiPhoneNumberId: madeBy(run, 'import'),
    vapiAssistantId: madeBy(run, 'assistant'),
    voiceUrl: seen.number?.voiceUrl ?? null,
    assistantVersion: version.version,
    rentMicrodollars: run.rentMicrodollars ?? (isTollFree(run.phoneNumber) ? rents.tollFree : rents.local),
    health: { ...UNKNOWN_HEALTH, checkedAt: tx.now },
    forwardTest: null,
    trial: null,
    releaseAt: null,
    createdAt: tx.now,
  }
  yield* tx.insert('phoneNumbers', phone)
  yield* tx.audit({
    action: 'number.added',
    subjectType: 'number',
    subjectId: phone.id,
    detail: { runId: run.id, way: run.way, isPrimary },
  })
  tx.emit('number.changed')
  yield* changeSetup(tx)
  yield* followSetup(tx, run.startedBy)
  return 'saved'
}
