import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { RegistrationStage, TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { type RegistrationKind, registrationKindOf } from '@dentalanswer/shared/domain/registration-words.ts'
import { listRegistrations } from '../store/registrations.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

export const STAGES: Record<RegistrationKind, RegistrationStage['name'][]> = {
  '10dlc': ['details', 'profile', 'brand', 'campaign', 'linked'],
  toll_free: ['details', 'verification'],
}

/** Whether carriers let a number text that the practice is about to get: an ordinary one as soon as the practice is registered, a
 *  toll-free one never before its own verification. */
export function* textingOf(tx: Tx, phoneNumber: PhoneNumber): Work<PracticePhone['texting']> {
  if (registrationKindOf(phoneNumber) === 'toll_free') return 'waiting'
  const registration = yield* findRegistration(tx, '10dlc', null)
  if (!registration) return 'waiting'
  return textingUnder(registration)
}

/** What a registration means for the numbers under it. */
export function textingUnder(registration: TextRegistration): PracticePhone['texting'] {
  if (registration.stages.some((stage) => stage.state === 'failed')) return 'refused'
  return registration.approvedAt === null ? 'waiting' : 'ready'
}

/** The registration of all ordinary numbers (`phoneNumberId` null), or that of one toll-free number. */
export function* findRegistration(tx: Tx, kind: RegistrationKind, phoneNumberId: PhoneNumberId | null): Work<TextRegistration | null> {
  const known = yield* listRegistrations(tx.practiceId)
  return known.find((one) => one.kind === kind && (kind === '10dlc' || one.phoneNumberId === phoneNumberId)) ?? null
}

/** The registration a number comes under. */
export function* registrationOfPhone(tx: Tx, phone: PracticePhone): Work<TextRegistration | null> {
  const kind = registrationKindOf(phone.phoneNumber)
  return yield* findRegistration(tx, kind, kind === 'toll_free' ? phone.id : null)
}

export const stageOf = (registration: TextRegistration, name: RegistrationStage['name']): RegistrationStage | null =>
  registration.stages.find((one) => one.name === name) ?? null

/** The first stage that is not done; null when carriers have approved it all. */
export const presentStage = (registration: TextRegistration): RegistrationStage | null =>
  registration.stages.find((one) => one.state !== 'done') ?? null

/** The stages with one of them changed; a stage that goes on begins to wait. */
export function withStage(
  registration: TextRegistration,
  name: RegistrationStage['name'],
  change: Omit<Partial<RegistrationStage>, 'name'>,
): RegistrationStage[] {
  return registration.stages.map((one) => (one.name === name ? { ...one, ...change } : one))
}
