import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { isProfileOfAnother } from '../store/registrations.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { changeRegistration, endStage } from './registration-review.ts'
import { findRegistration, presentStage, withStage } from './registration-state.ts'
import { startSteps } from './registration-step.ts'

const SID = /^BU[0-9a-f]{32}$/

/** Records the two bundles that the operator made for a practice at the carrier service; a registration that waited for them goes on.
 *  Throws `BAD_INPUT`, `NOT_FOUND` before staff have filled anything in, and `NOT_NOW` once carriers are looking at it. */
export function* recordProfile(tx: Tx, given: { customerProfileSid: string; a2pProfileSid: string }): Work<TextRegistration> {
  if (!SID.test(given.customerProfileSid) || !SID.test(given.a2pProfileSid))
    throw new DeskError('BAD_INPUT', 'Both ids are BU and 32 hexadecimal characters, from the carrier service’s console.')
  if (yield* isProfileOfAnother(tx.practiceId, given.customerProfileSid))
    throw new DeskError('BAD_INPUT', 'Another practice is registered with that profile. Each practice has its own.')
  const registration = yield* findRegistration(tx, '10dlc', null)
  if (!registration) throw new DeskError('NOT_FOUND', 'The practice has not filled in its registration yet.')
  const present = presentStage(registration)?.name
  if (present !== 'details' && present !== 'profile') throw new DeskError('NOT_NOW', 'Carriers already have this registration.')
  yield* tx.audit({ action: 'registration.profile', subjectType: 'registration', subjectId: registration.id })
  const recorded = { ...registration, ...given }
  if (present === 'profile') {
    const brand = yield* endStage(tx, { ...recorded, brandSid: null }, 'profile')
    yield* startSteps(tx, brand, { replaces: registration.brandSid })
    return brand
  }
  return yield* changeRegistration(tx, recorded, { stages: withStage(recorded, 'profile', { state: 'done', at: tx.now }) })
}
