import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { numberOf } from '../messaging/leave-to-text.ts'
import { changeSetup, loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { REFUSED_TEXT } from './registration-problems.ts'
import { changeRegistration } from './registration-review.ts'
import { presentStage, registrationOfPhone, stageOf } from './registration-state.ts'
import { startSteps } from './registration-step.ts'

const LOOK_AGAIN_MS = 60 * 60_000

/** Carriers refused a text of a number that may text as far as we know: no other text goes out from it before they have been asked
 *  again. Only the first such text says so; those under way change nothing more. */
export function* loseLeaveToText(tx: Tx, phoneNumber: PhoneNumber): Work<void> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const phone = numberOf(phoneNumbers, phoneNumber)
  if (phone?.texting !== 'ready') return
  yield* tx.update('phoneNumbers', { ...phone, texting: 'waiting' })
  yield* tx.audit({ action: 'number.texting', subjectType: 'phone_number', subjectId: phone.id, detail: { texting: 'waiting' } })
  tx.emit('number.changed')
  yield* changeSetup(tx)
  const registration = yield* registrationOfPhone(tx, phone)
  if (!registration || presentStage(registration)) return
  const reviewed = stageOf(registration, 'verification') ? 'verification' : 'campaign'
  const stages = registration.stages.map((one) => {
    if (one.name === reviewed) return { ...one, state: 'waiting' as const, problem: REFUSED_TEXT, at: tx.now }
    return one.name === 'linked' ? { ...one, state: 'todo' as const } : one
  })
  yield* startSteps(tx, yield* changeRegistration(tx, registration, { stages }), { afterMs: LOOK_AGAIN_MS })
}
