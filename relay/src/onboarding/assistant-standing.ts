import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import type { AssistantVersionId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { insertVersion, type KeptVersion, nextVersionNumber, standingVersions, updateVersion } from '../store/assistant-versions.ts'
import { jobOfKey, moveJob } from '../store/outbox.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { changesBetween } from './assistant-changes.ts'
import { isSameTold, readTold, type Told, writeTold } from './assistant-told.ts'

export const ASSISTANT_PUBLISH = 'assistant.publish'
export type PublishJob = { version: number }

/** What is told to the assistants of a practice is told one after the other. */
export const assistantConversation = (practiceId: PracticeId): string => `assistant:${practiceId}`

/** A version that none has replaced. */
export type Standing = { version: AssistantVersion; told: Told }

/** The version that counts now, and the newest one that assistants were given or are being given. */
export function* standing(practiceId: string): Work<{ newest: Standing | null; given: Standing | null }> {
  const versions = yield* standingVersions(practiceId)
  const read = (one: KeptVersion | undefined): Standing | null => (one ? { version: one.version, told: readTold(one.plan) } : null)
  return {
    newest: read(versions[0]),
    given: read(versions.find(({ version }) => version.state === 'published' || version.state === 'publishing')),
  }
}

export function changesFrom(given: Standing | null, told: Told): string[] {
  if (!given) return []
  const changes = changesBetween(given.told.plan, told.plan)
  return changes.length === 0 && !isSameTold(given.told, told) ? ['Its instructions are worded anew'] : changes
}

type NewVersion = Pick<AssistantVersion, 'by' | 'state' | 'publishedAt'> & { given: Standing | null; revertOf?: number | null }

export function* addVersion(tx: Tx, told: Told, { given, revertOf = null, ...rest }: NewVersion): Work<AssistantVersion> {
  return yield* insertVersion(tx, {
    version: {
      ...rest,
      id: tx.newId<AssistantVersionId>(),
      version: yield* nextVersionNumber(tx.practiceId),
      changes: changesFrom(given, told),
      revertOf,
      problem: null,
      createdAt: tx.now,
    },
    plan: writeTold(told),
  })
}

/** From here on the words of this version stay, and it is the one that is given. */
export function* startPublishing(tx: Tx, { version, told }: Standing, at: Instant): Work<AssistantVersion> {
  const started = yield* beginPublishing(tx, { version, plan: writeTold(told) })
  yield* schedule(tx, started, at)
  return started
}

/** The same without a job, for the job itself. */
export function* beginPublishing(tx: Tx, { version, plan }: KeptVersion): Work<AssistantVersion> {
  const started = { ...version, state: 'publishing' as const, problem: null }
  yield* updateVersion(tx, { version: started, plan })
  yield* replaceOlder(tx, started.version, ['waiting', 'publishing', 'failed'])
  return started
}

/** Older versions in these states have no say any more. The published one stays until a newer one is published. */
export function* replaceOlder(
  tx: Tx,
  number: number,
  states: AssistantVersion['state'][] = ['waiting', 'publishing', 'failed', 'published'],
): Work<void> {
  for (const { version, plan } of yield* standingVersions(tx.practiceId))
    if (version.version < number && states.includes(version.state))
      yield* updateVersion(tx, { version: { ...version, state: 'replaced' }, plan })
}

/** One job per version, moved by a repeat; one that is just ending gets a successor. One publishing of a practice at a time: they share a
 *  conversation. */
export function* schedule(tx: Tx, { id, version }: AssistantVersion, runAfter: Instant): Work<void> {
  const dedupeKey = `${ASSISTANT_PUBLISH}:${id}`
  const job = yield* jobOfKey(dedupeKey)
  if (job && (yield* moveJob({ id: job.id, from: ['pending', 'done', 'failed', 'cancelled'], to: 'pending', runAfter, now: tx.now }))) {
    tx.hasJobs = true
    return
  }
  const payload: PublishJob = { version }
  const key = job ? `${dedupeKey}:${tx.newId<string>()}` : dedupeKey
  yield* tx.enqueue({ kind: ASSISTANT_PUBLISH, dedupeKey: key, conversationKey: assistantConversation(tx.practiceId), payload, runAfter })
}

export function* auditVersion(tx: Tx, action: string, { id, version, revertOf }: AssistantVersion): Work<void> {
  yield* tx.audit({ action, subjectType: 'assistant', subjectId: id, detail: { version, revertOf } })
}
