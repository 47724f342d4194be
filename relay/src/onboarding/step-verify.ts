import { lookAtNumber, type NumberIds } from './look-at-number.ts'
import { differencesOf } from './number-differences.ts'
import { madeBy, stepOf } from './onboarding-steps.ts'
import { harmless, type StepResult, type StepWork } from './step-result.ts'

/** Vendors need a moment until what was set can be read everywhere. */
const MOST_LOOKS = 4
/** The set-up may change while this goes on, each time with a new assistant. */
const MOST_RENEWALS = 8

/** Reads everything back from both vendors and compares it with what was set. An assistant that is older than the set-up is renewed. */
export async function verifyNumber({ run, lines, ask, numberTag, practiceId, spec }: StepWork): Promise<StepResult> {
  const ids: NumberIds = {
    twilioSid: madeBy(run, 'buy'),
    messagingServiceSid: madeBy(run, 'service'),
    vapiPhoneNumberId: madeBy(run, 'import'),
    vapiAssistantId: madeBy(run, 'assistant'),
  }
  const seen = await ask(() => lookAtNumber(lines, ids))
  if (seen.kind !== 'done') return harmless(seen)
  const of = { tag: numberTag, practiceId, phoneNumberId: run.phoneNumberId }
  const differs = differencesOf(seen.value, {
    tag: numberTag,
    addresses: lines.addresses,
    voiceUrl: 'theirs',
    deskVoiceUrl: lines.deskVoiceUrl,
    assistantId: madeBy(run, 'assistant'),
    fingerprint: lines.host.fingerprintOf(spec, of),
  })
  if (seen.value.hosted?.status === 'activating') return notYet('activating')
  if (differs.length === 0) return { kind: 'verified', seen: seen.value }
  const isOnlyOlder = differs.length === 1 && differs[0] === 'ASSISTANT_CHANGED'
  if (stepOf(run, 'verify').attempts >= (isOnlyOlder ? MOST_RENEWALS : MOST_LOOKS))
    return { kind: 'stopped', code: 'NOT_VERIFIED', vendorCode: null, differs }
  if (isOnlyOlder) {
    const renewed = await ask(() => lines.host.updateAssistant(madeBy(run, 'assistant'), spec, of))
    if (renewed.kind !== 'done') return harmless(renewed)
  }
  return notYet('different')
}

const notYet = (vendorCode: string): StepResult => ({ kind: 'wait', vendorCode, retryAfterMs: null, inDoubt: false })
