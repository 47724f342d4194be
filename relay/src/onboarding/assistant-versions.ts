import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AssistantSpec } from '../ports/assistant-host.ts'
import { findVersion, updateVersion } from '../store/assistant-versions.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import {
  addVersion,
  auditVersion,
  changesFrom,
  replaceOlder,
  type Standing,
  schedule,
  standing,
  startPublishing,
} from './assistant-standing.ts'
import { isSameTold, readTold, toldFrom, toldOf, writeTold } from './assistant-told.ts'

/** More changes often follow the first one; an editing person is waited for, but not for long. */
const WAIT_MS = 3_000
const LONGEST_WAIT_MS = 15_000

/** Numbers whose assistant is ours to change. One that the operator set up by hand is left alone, until staff replace it by one of ours. */
export function managedNumbers<P extends PracticePhone>(phones: P[]): P[] {
  const isOurs = (one: P) => one.way !== 'given' || one.assistantVersion !== null
  return phones.filter((one) => isOurs(one) && one.status !== 'released' && one.vapiAssistantId !== null)
}

/** The words an assistant that is made now is given, with the version they belong to. Makes version 1 when there is none. A version that
 *  still waited for more changes is settled by this, and published elsewhere too. */
export function* presentVersion(tx: Tx, by: string): Work<{ version: AssistantVersion; spec: AssistantSpec }> {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const { newest, given } = yield* standing(tx.practiceId)
  const isHeld = newest !== null && newest.version.revertOf !== null
  const told = isHeld ? newest.told : toldFrom(setup)
  if (newest && (isHeld || isSameTold(newest.told, told))) {
    const version = newest.version.state === 'waiting' ? yield* startPublishing(tx, newest, tx.now) : newest.version
    return { version, spec: newest.told.spec }
  }
  if (managedNumbers(setup.phoneNumbers).length > 0) return { version: yield* publishNow(tx, by), spec: told.spec }
  const version = yield* addVersion(tx, told, { by, state: 'published', publishedAt: tx.now, given })
  yield* auditVersion(tx, 'assistant.made', version)
  yield* replaceOlder(tx, version.version)
  return { version, spec: told.spec }
}

/** The words that a version of this practice was given; null when there is no such version. */
export function* specOfVersion(practiceId: string, version: number): Work<AssistantSpec | null> {
  const kept = yield* findVersion(practiceId, version)
  return kept && readTold(kept.plan).spec
}

/** Has the assistant follow the set-up as it is in this transaction: a version that waits for more changes is made, changed or taken back.
 *  Nothing happens while an earlier version is held, or when no number has an assistant of ours. Call it after every set-up change and
 *  after a number was added. */
export function* followSetup(tx: Tx, by: string): Work<void> {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const managed = managedNumbers(setup.phoneNumbers)
  if (managed.length === 0) return
  const { newest, given } = yield* standing(tx.practiceId)
  if (newest && newest.version.revertOf !== null) return yield* catchUp(tx, newest, managed)
  const told = toldFrom(setup)
  if (newest && isSameTold(newest.told, told)) return yield* catchUp(tx, newest, managed)
  if (newest?.version.state !== 'waiting') {
    const version = yield* addVersion(tx, told, { by, state: 'waiting', publishedAt: null, given })
    yield* auditVersion(tx, 'assistant.changed', version)
    return yield* schedule(tx, version, toInstant(Date.parse(tx.now) + WAIT_MS))
  }
  if (given && isSameTold(given.told, told)) return yield* takeBack(tx, newest)
  const version = { ...newest.version, by, changes: changesFrom(given, told) }
  yield* updateVersion(tx, { version, plan: writeTold(told) })
  yield* auditVersion(tx, 'assistant.changed', version)
  const until = Math.min(Date.parse(tx.now) + WAIT_MS, Date.parse(version.createdAt) + LONGEST_WAIT_MS)
  yield* schedule(tx, version, toInstant(until))
}

/** Gives the voice service the present set-up without waiting, and ends a hold. Throws `NOT_NOW` when no number has an assistant. */
export function* publishNow(tx: Tx, by: string): Work<AssistantVersion> {
  const setup = yield* requireManaged(tx)
  const told = toldFrom(setup)
  const { newest, given } = yield* standing(tx.practiceId)
  const { state, revertOf } = newest?.version ?? { state: null, revertOf: null }
  // One that is under way, or could not be given, is tried again at once; one that stands is given anew.
  const isTakenUp =
    newest !== null && revertOf === null && (state === 'waiting' || (state !== 'published' && isSameTold(newest.told, told)))
  const changes = state === 'waiting' ? { changes: changesFrom(given, told) } : {}
  const taken = isTakenUp
    ? { version: { ...newest.version, by, ...changes }, told }
    : { version: yield* addVersion(tx, told, { by, state: 'waiting', publishedAt: null, given }), told }
  const version = yield* startPublishing(tx, taken, tx.now)
  yield* auditVersion(tx, 'assistant.publish_asked', version)
  return version
}

/** Takes up the plan of an earlier version again. Later set-up changes are held back until `publishNow`. Throws `NOT_FOUND`, `NOT_NOW`. */
export function* revertTo(tx: Tx, number: number, by: string): Work<AssistantVersion> {
  const earlier = yield* findVersion(tx.practiceId, number)
  if (!earlier) throw new DeskError('NOT_FOUND', 'There is no such version of the assistant.')
  yield* requireManaged(tx)
  const { newest, given } = yield* standing(tx.practiceId)
  if (newest?.version.revertOf === number && newest.version.state !== 'failed') return newest.version
  if (newest?.version.version === number && newest.version.state === 'published')
    throw new DeskError('NOT_NOW', 'The assistant speaks as of this version already.')
  const told = toldOf(readTold(earlier.plan).plan)
  const made = yield* addVersion(tx, told, { by, state: 'waiting', publishedAt: null, given, revertOf: number })
  const version = yield* startPublishing(tx, { version: made, told }, tx.now)
  yield* auditVersion(tx, 'assistant.reverted', version)
  return version
}

function* requireManaged(tx: Tx) {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  if (managedNumbers(setup.phoneNumbers).length === 0)
    throw new DeskError('NOT_NOW', 'No number has an assistant yet that could be told. Get a number first.')
  return setup
}

function* takeBack(tx: Tx, { version, told }: Standing): Work<void> {
  yield* updateVersion(tx, { version: { ...version, state: 'replaced' }, plan: writeTold(told) })
  yield* auditVersion(tx, 'assistant.taken_back', version)
}

/** A number that was being set up while a version was published may have got the one before. */
function* catchUp(tx: Tx, newest: Standing, managed: PracticePhone[]): Work<void> {
  const isBehind = managed.some((one) => one.assistantVersion !== newest.version.version)
  if (newest.version.state === 'published' && isBehind) yield* startPublishing(tx, newest, tx.now)
}
