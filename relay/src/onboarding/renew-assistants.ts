import type { PhoneNumberId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AssistantHost } from '../ports/assistant-host.ts'
import { usedPhones } from '../store/setup.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { assistantConversation, standing, startPublishing } from './assistant-standing.ts'
import { followSetup, managedNumbers, specOfVersion } from './assistant-versions.ts'
import type { LineDeps } from './line-deps.ts'
import { tagOfNumber } from './tags.ts'

/** The outbox's kind of job that gives one assistant again what its version says. */
export const ASSISTANT_RENEW = 'assistant.renew'
export type RenewJob = { phoneNumberId: PhoneNumberId }

/** Many start with one relay; the voice service takes so many requests a second. */
const APART_MS = 250

/** A new release may word things differently, and an operator may give the relay another address or secret: assistants made before would
 *  go on as they are. Called at start. Each one is given what this relay sends, once: the same is not sent again at the next start. Returns
 *  how many are to be given something. */
export async function renewAssistants(base: Omit<Ctx, 'practiceId' | 'actor'>, { host }: Pick<LineDeps, 'host'>): Promise<number> {
  if (!host) return 0
  const managed = managedNumbers(await base.store.read(() => usedPhones()))
  let count = 0
  for (const [practiceId, phones] of Map.groupBy(managed, (phone) => phone.practiceId)) {
    const ctx: Ctx = { ...base, practiceId, actor: { kind: 'system', id: null } }
    count += await write(ctx, 'renew-assistants', (tx) => renewOf(tx, host, phones, count))
  }
  return count
}

function* renewOf(tx: Tx, host: AssistantHost, phones: PracticePhone[], before: number): Work<number> {
  yield* followSetup(tx, 'The relay')
  const { newest } = yield* standing(tx.practiceId)
  // Most often the operator has put right meanwhile what it was refused for.
  if (newest?.version.state === 'failed') yield* startPublishing(tx, newest, tx.now)
  // What is on its way is sent by this relay anyway.
  if (newest?.version.state !== 'published') return 0
  let count = 0
  for (const phone of phones) {
    const stamp = yield* stampOf(tx.practiceId, host, phone)
    const runAfter = toInstant(Date.parse(tx.now) + (before + count) * APART_MS)
    const job =
      stamp && (yield* tx.enqueue({ ...renewalOf(tx.practiceId, phone), dedupeKey: `${ASSISTANT_RENEW}:${phone.id}:${stamp}`, runAfter }))
    if (job) count++
  }
  return count
}

const renewalOf = (practiceId: PracticeId, phone: PracticePhone) => ({
  kind: ASSISTANT_RENEW,
  conversationKey: assistantConversation(practiceId),
  payload: { phoneNumberId: phone.id } satisfies RenewJob,
})

function* stampOf(practiceId: PracticeId, host: AssistantHost, phone: PracticePhone): Work<string | null> {
  const spec = phone.assistantVersion === null ? null : yield* specOfVersion(practiceId, phone.assistantVersion)
  return spec && host.stampOf(spec, { tag: tagOfNumber(phone.id), practiceId, phoneNumberId: phone.id })
}
