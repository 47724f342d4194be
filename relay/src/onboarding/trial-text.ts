import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { queueText } from '../messaging/queue-text.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Answers a text that a trial's phone sent while its trial lasts; it is nobody's work. False: it is an ordinary text. */
export function* takeTrialText(tx: Tx, message: Message): Work<boolean> {
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const phone = phoneNumbers.find((one) => one.phoneNumber === message.toNumber && one.status !== 'released')
  if (!phone?.trial || phone.trial.phoneNumber !== message.fromNumber || phone.trial.endsAt <= tx.now) return false
  yield* tx.update('messages', { ...message, reading: { intent: 'trial', matched: [], rule: 'staff-try-the-number' } })
  yield* queueText(tx, {
    to: message.fromNumber,
    from: message.toNumber,
    body: `Test received by ${tx.practice.textName}. Texting works.`,
    purpose: 'staff',
    isAnswer: true,
    dedupeKey: `trial-answer:${message.id}`,
    sentBy: 'machine',
  })
  return true
}
