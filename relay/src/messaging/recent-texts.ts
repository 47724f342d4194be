import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { lastSeenText, threadBefore } from '../store/messages.ts'
import { pageStart } from '../store/page-before.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

const LOOK_BACK_MINUTES = 365 * 1_440

/** The newest texts of a number, both ways, newest first. */
export function* recentTexts(tx: Tx, phoneNumber: PhoneNumber, limit: number): Work<Message[]> {
  return yield* threadBefore(tx.practiceId, phoneNumber, pageStart({ before: addMinutes(tx.now, 1) }), limit)
}

/** The newest of our texts that somebody on this number can have read, within a year. */
export function* lastTextTo(tx: Tx, phoneNumber: PhoneNumber): Work<Message | null> {
  return yield* lastSeenText(tx.practiceId, phoneNumber, addMinutes(tx.now, -LOOK_BACK_MINUTES))
}

/** When a text was read or written by the other side, as far as we know. */
export function happenedAt(text: Message): Instant {
  return text.receivedAt ?? text.sentAt ?? text.createdAt
}
