import { listRegistrations } from '../store/registrations.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Whether nothing of the practice needs its texting service: no number is in it, and no registration is bound to it. */
export function* isServiceOurs(tx: Tx, sid: string | null): Work<boolean> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  if (phoneNumbers.some((phone) => phone.status !== 'released' && phone.messagingServiceSid !== null && phone.messagingServiceSid === sid))
    return false
  const registrations = yield* listRegistrations(tx.practiceId)
  return !registrations.some((one) => one.campaignSid !== null)
}
