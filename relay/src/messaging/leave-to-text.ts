import type { Message, MessagePurpose } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'

/** Said wherever a text of a number that carriers do not let text yet is stopped. */
export const NOT_REGISTERED = 'Texts on this number wait for the carriers’ approval. Calls work. Phone them.'

/** Why nothing may be texted from a number; null when something may. */
export const whyNumberCannotText = (phone: PracticePhone): 'NOT_REGISTERED' | null => (phone.texting === 'ready' ? null : 'NOT_REGISTERED')

/** The number a text would go from: the one in use, should it have been given up once before. */
export const numberOf = (phones: PracticePhone[], phoneNumber: PhoneNumber): PracticePhone | null =>
  phones.find((phone) => phone.phoneNumber === phoneNumber && phone.status !== 'released') ?? null

const WAITED_FOR: ReadonlySet<MessagePurpose> = new Set(['staff', 'alarm', 'acknowledgement'])

/** For weeks no receipt or request goes out, and nobody could work through all of them: only what a person wrote, what somebody
 *  waits for as an answer, and a call for the on-call staff is somebody's work. */
export const needsPersonUnregistered = (purpose: MessagePurpose, sentBy: Message['sentBy']): boolean =>
  sentBy === 'desk' || WAITED_FOR.has(purpose)
