import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId, RegistrationId } from '@dentalanswer/shared/domain/ids.ts'
import { RegistrationDetails, type TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { missingDetails, type RegistrationKind, registrationKindOf } from '@dentalanswer/shared/domain/registration-words.ts'
import { changeRegistration, endStage, setTexting } from '../onboarding/registration-review.ts'
import { findRegistration, presentStage, STAGES, withStage } from '../onboarding/registration-state.ts'
import { startSteps } from '../onboarding/registration-step.ts'
import { listRuns } from '../store/onboarding-runs.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { Commands } from './desk-context.ts'

type Of = { kind: RegistrationKind; phoneNumberId: PhoneNumberId | null }

export const registrationCommands: Pick<Commands, 'registration.put' | 'registration.submit'> = {
  *'registration.put'(tx, { kind, phoneNumberId, details, by }) {
    const of = yield* requireNumber(tx, { kind, phoneNumberId })
    const known = yield* findRegistration(tx, of.kind, of.phoneNumberId)
    const registration = known ?? newRegistration(tx, of)
    // What was filled in holds the tax number and a person's name, so the line says only that it changed.
    yield* tx.audit({ action: 'registration.saved', subjectType: 'registration', subjectId: registration.id, detail: { by } })
    if (known) return yield* changeRegistration(tx, known, { details })
    tx.emit('registration.changed')
    return yield* tx.insert('textRegistrations', { ...registration, details })
  },
  *'registration.submit'(tx, { kind, phoneNumberId, by }) {
    const of = yield* requireNumber(tx, { kind, phoneNumberId })
    const registration = yield* findRegistration(tx, of.kind, of.phoneNumberId)
    requireComplete(of.kind, registration)
    const stage = presentStage(registration)
    if (!stage) throw new DeskError('NOT_NOW', 'Carriers have approved it already.')
    if (stage.name !== 'details' && stage.state !== 'failed')
      throw new DeskError('NOT_NOW', 'It was sent already. Carriers are looking at it.')
    yield* tx.audit({ action: 'registration.submitted', subjectType: 'registration', subjectId: registration.id, detail: { by } })
    const sent = { ...registration, submittedAt: tx.now }
    return yield* stage.state === 'failed' ? sendAgain(tx, sent, stage.name) : sendFirst(tx, sent)
  },
}

function requireComplete(kind: RegistrationKind, registration: TextRegistration | null): asserts registration is TextRegistration {
  const missing = missingDetails(kind, registration?.details ?? RegistrationDetails.parse({}))
  if (!registration || missing.length > 0)
    throw new DeskError('BAD_INPUT', `Carriers still need: ${missing.join(', ')}.`, { details: { missing } })
}

function* sendFirst(tx: Tx, registration: TextRegistration): Work<TextRegistration> {
  const sent = yield* endStage(tx, registration, 'details')
  if (presentStage(sent)?.name !== 'profile') yield* startSteps(tx, sent)
  return sent
}

/** What was approved stays. A brand is made from the operator's profile, so that one must be corrected first. */
function* sendAgain(tx: Tx, registration: TextRegistration, failed: TextRegistration['stages'][number]['name']): Work<TextRegistration> {
  yield* setTexting(tx, registration, ['refused'], 'waiting')
  const waiting = { state: 'waiting', problem: null, at: tx.now } as const
  if (failed === 'brand') {
    const held = { ...registration, stages: withStage(registration, 'brand', { ...waiting, state: 'todo' }) }
    return yield* changeRegistration(tx, held, { stages: withStage(held, 'profile', waiting) })
  }
  const sidName = failed === 'campaign' ? 'campaignSid' : 'verificationSid'
  const sent = yield* changeRegistration(tx, registration, { [sidName]: null, stages: withStage(registration, failed, waiting) })
  yield* startSteps(tx, sent, { replaces: registration[sidName] })
  return sent
}

function newRegistration(tx: Tx, { kind, phoneNumberId }: Of): TextRegistration {
  return {
    id: tx.newId<RegistrationId>(),
    kind,
    phoneNumberId,
    details: RegistrationDetails.parse({}),
    stages: STAGES[kind].map((name) => ({ name, state: name === 'details' ? 'waiting' : 'todo', problem: null, at: null })),
    customerProfileSid: null,
    a2pProfileSid: null,
    brandSid: null,
    campaignSid: null,
    verificationSid: null,
    submittedAt: null,
    checkedAt: null,
    approvedAt: null,
    updatedAt: tx.now,
  }
}

/** A toll-free registration names its number, which is the practice's own or is just being set up. */
function* requireNumber(tx: Tx, { kind, phoneNumberId }: Of): Work<Of> {
  if (kind === '10dlc') return { kind, phoneNumberId: null }
  if (phoneNumberId === null) throw new DeskError('BAD_INPUT', 'Name the toll-free number this is for.')
  const phone = yield* tx.find('phoneNumbers', phoneNumberId)
  const run = (yield* listRuns(tx.practiceId)).find((one) => one.phoneNumberId === phoneNumberId && one.state !== 'undone')
  const known = phone?.status === 'released' ? null : (phone ?? run)
  if (!known) throw new DeskError('NOT_FOUND', 'There is no such number here.')
  if (registrationKindOf(known.phoneNumber) !== 'toll_free') throw new DeskError('BAD_INPUT', 'That is not a toll-free number.')
  return { kind, phoneNumberId }
}
