import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type NumberJob, numberConversation, requireNumber } from './keep-number.ts'

/** The outbox's kind of job that gives a number a new assistant and takes the old one away. */
export const REPLACE_ASSISTANT = 'number.replaceAssistant'

/** `from`: the one to be replaced. `by`: who asked. */
export type ReplaceJob = NumberJob & { from: string | null; by: string }

type Wish = { phoneNumberId: PhoneNumberId; by: string; requestId: string }

/** Asks for a new assistant; callers reach the old one until it is there. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* replaceAssistant(tx: Tx, { phoneNumberId, by, requestId }: Wish): Work<PracticePhone> {
  const phone = yield* requireNumber(tx, phoneNumberId)
  if (phone.vapiPhoneNumberId === null)
    throw new DeskError('NOT_NOW', 'This number is not at the voice service, so no assistant can answer it. Ask the operator.')
  yield* tx.audit({ action: 'number.replace_assistant_asked', subjectType: 'phone_number', subjectId: phone.id })
  yield* tx.enqueue({
    kind: REPLACE_ASSISTANT,
    dedupeKey: `${REPLACE_ASSISTANT}:${phone.id}:${requestId}`,
    conversationKey: numberConversation(phone.id),
    payload: { phoneNumberId, from: phone.vapiAssistantId, by } satisfies ReplaceJob,
  })
  return phone
}
