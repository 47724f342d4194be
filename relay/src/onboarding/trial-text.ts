import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { queueText } from '../messaging/queue-text.ts'
import { readText } from '../messaging/read-text.ts'
import { patientsOnNumber } from '../store/patients.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** The phone may be a patient's, who is staff too or was put in by mistake: what they text is never taken for a trial. */
function* concernsPatient(tx: Tx, message: Message): Work<boolean> {
  if ((yield* patientsOnNumber(tx.practiceId, message.fromNumber)).length > 0) return true
  return (yield* readText(tx, message, { asked: 'none' })).intent === 'urgent'
}

/** Answers a text that a trial's phone sent while its trial lasts; it is nobody's work. False: it is an ordinary text. */
export function* takeTrialText(tx: Tx, message: Message): Work<boolean> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const phone = phoneNumbers.find((one) => one.phoneNumber === message.toNumber && one.status !== 'released')
  if (!phone?.trial || phone.trial.phoneNumber !== message.fromNumber || phone.trial.endsAt <= tx.now) return false
  if (yield* concernsPatient(tx, message)) return false
  yield* tx.update('messages', { ...message, reading: { intent: 'trial', matched: [], rule: 'staff-try-the-number' } })
  const answer = yield* queueText(tx, {
    to: message.fromNumber,
    from: message.toNumber,
    body: `Test received by ${tx.practice.textName}. Texting works.`,
    purpose: 'staff',
    isAnswer: true,
    dedupeKey: `trial-answer:${message.id}`,
    sentBy: 'machine',
  })
  // Why it did not go is shown with the trial.
  if (answer.attention === 'open') yield* tx.update('messages', { ...answer, attention: 'none' })
  return true
}
