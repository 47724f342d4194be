import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { standingOf } from '@dentalanswer/shared/domain/registration-words.ts'
import { numberOf } from '../messaging/leave-to-text.ts'
import { listRegistrations } from '../store/registrations.ts'
import { changeSetup, loadSetup } from '../store/setup.ts'
import type { Ctx, Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** How leave to text stands for a practice, a line for each registration and number. Holds no tax number and no person's name. */
export function registrationLines(base: Pick<Ctx, 'store'>, practiceId: Ctx['practiceId']): Promise<string[]> {
  return base.store.read(function* () {
    const registrations = yield* listRegistrations(practiceId)
    const { phoneNumbers } = yield* loadSetup(practiceId)
    const told = registrations.map((one) => {
      const stages = one.stages.map((stage) => `${stage.name} ${stage.state}`).join(', ')
      return `${one.id}  ${one.kind}  ${stages}\n    ${standingOf(one, null).detail}`
    })
    const phones = phoneNumbers.filter((one) => one.status !== 'released').map((one) => `${one.phoneNumber}  texting ${one.texting}`)
    return [...told, ...phones]
  })
}

/** The operator has seen to it at the carrier service that a number may text. Throws `NOT_FOUND`. */
export function* declareReady(tx: Tx, phoneNumber: PhoneNumber): Work<PracticePhone> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const phone = numberOf(phoneNumbers, phoneNumber)
  if (!phone) throw new DeskError('NOT_FOUND', 'The practice has no such number.')
  if (phone.texting === 'ready') return phone
  const ready = yield* tx.update('phoneNumbers', { ...phone, texting: 'ready' })
  yield* tx.audit({ action: 'number.texting', subjectType: 'phone_number', subjectId: phone.id, detail: { texting: 'ready' } })
  tx.emit('number.changed')
  yield* changeSetup(tx)
  return ready
}
