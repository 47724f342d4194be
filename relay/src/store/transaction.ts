import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import {
  type Actor,
  type Changed,
  type DeskEvent,
  type EntityKind,
  type EntityOf,
  EventType,
} from '@dentalanswer/shared/contract/events.ts'
import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Clock } from '../ports/clock.ts'
import { type AuditLine, audit } from './audit-log.ts'
import { appendEvent, type StoredEvent } from './event-log.ts'
import { enter, type InboxKey, storeAnswer, storedAnswer } from './inbox.ts'
import { enqueue } from './outbox.ts'
import { returnNumber, takeNumber } from './practices.ts'
import { entityTables, type RowKind } from './registry.ts'
import type { Store } from './store.ts'
import { UnknownCommit } from './store-error.ts'
import type { Work } from './work.ts'

/** What every verb needs: whose practice, who acts, and where things are kept. */
export type Ctx = {
  store: Store
  clock: Clock
  newId(): string
  practiceId: PracticeId
  actor: Actor
  /** Told after a commit: the event for the desks, and whether the dispatcher has new work. */
  committed(practiceId: PracticeId, event: StoredEvent | null, hasJobs: boolean): void
}

const RANK = EventType.options

export type Job = { id?: string; kind: string; dedupeKey: string; conversationKey: string; payload: object; runAfter?: Instant }

/** One transaction of one practice. Every change goes through it, so that it is recorded in the event of this commit. */
export class Tx {
  readonly practiceId: PracticeId
  readonly actor: Actor
  readonly now: Instant
  readonly changed: Changed = {}
  practice: Practice
  type: EventType | null = null
  hasJobs = false
  private readonly ctx: Ctx

  constructor(ctx: Ctx, practice: Practice) {
    this.ctx = ctx
    this.practiceId = ctx.practiceId
    this.actor = ctx.actor
    this.practice = practice
    this.now = toInstant(ctx.clock.nowMs())
  }

  /** A new id; the cast is safe because ids are branded only to keep kinds apart. */
  newId<Id extends string>(): Id {
    return this.ctx.newId() as Id
  }

  /** Names a cause of this commit; its event carries the most telling one. */
  emit(type: EventType): void {
    if (this.type === null || RANK.indexOf(type) < RANK.indexOf(this.type)) this.type = type
  }

  /** Puts the new value of an entity into the event. A later value of the same entity replaces the earlier. */
  record<K extends EntityKind>(kind: K, entity: EntityOf<K>, isSame: (other: EntityOf<K>) => boolean): void {
    const list = (this.changed[kind] ?? []) as EntityOf<K>[]
    const at = list.findIndex(isSame)
    if (at >= 0) list[at] = entity
    else list.push(entity)
    Object.assign(this.changed, { [kind]: list })
  }

  *insert<K extends RowKind>(kind: K, entity: EntityOf<K>): Work<EntityOf<K>> {
    yield* entityTables[kind].insert(this.practiceId, entity)
    this.record(kind, entity, (other) => idOf(other) === idOf(entity))
    return entity
  }

  *update<K extends RowKind>(kind: K, entity: EntityOf<K>): Work<EntityOf<K>> {
    yield* entityTables[kind].update(this.practiceId, entity)
    this.record(kind, entity, (other) => idOf(other) === idOf(entity))
    return entity
  }

  *find<K extends RowKind>(kind: K, id: string): Work<EntityOf<K> | null> {
    return yield* entityTables[kind].find(this.practiceId, id)
  }

  /** The entity of this practice, or `NOT_FOUND`; another practice's id is simply not found. */
  *require<K extends RowKind>(kind: K, id: string): Work<EntityOf<K>> {
    const found = yield* this.find(kind, id)
    if (!found) throw new DeskError('NOT_FOUND', 'That no longer exists, or never did.')
    return found
  }

  *audit(line: AuditLine): Work<void> {
    yield* audit(this.practiceId, this.newId(), this.now, this.actor, line)
  }

  /** Work for the dispatcher, done after the commit. The id is returned; a repeated dedupe key adds nothing and returns null. */
  *enqueue(job: Job): Work<string | null> {
    const id = job.id ?? this.newId<string>()
    const added = yield* enqueue({
      id,
      practiceId: this.practiceId,
      kind: job.kind,
      dedupeKey: job.dedupeKey,
      conversationKey: job.conversationKey,
      payload: JSON.stringify(job.payload),
      runAfter: job.runAfter ?? this.now,
      createdAt: this.now,
    })
    this.hasJobs ||= added
    return added ? id : null
  }
}

function idOf(entity: object): string {
  return (entity as { id: string }).id
}

type Committed<T> = { value: T; event: StoredEvent | null; hasJobs: boolean }

function* inPractice<T>(ctx: Ctx, body: (tx: Tx) => Work<T>): Work<Committed<T>> {
  const taken = yield* takeNumber(ctx.practiceId)
  if (!taken) throw new DeskError('NOT_FOUND', 'There is no such practice.')
  const tx = new Tx(ctx, taken.practice)
  const value = yield* body(tx)
  if (tx.type === null) {
    if (Object.keys(tx.changed).length > 0) throw new Error('changed entities without an event')
    yield* returnNumber(ctx.practiceId)
    return { value, event: null, hasJobs: tx.hasJobs }
  }
  const event: DeskEvent = { seq: taken.seq, type: tx.type, at: tx.now, by: ctx.actor, changed: tx.changed }
  return { value, event: yield* appendEvent(event, ctx.practiceId, ctx.store.engine), hasJobs: tx.hasJobs }
}

function finish<T>(ctx: Ctx, committed: Committed<T>): T {
  if (committed.event || committed.hasJobs) ctx.committed(ctx.practiceId, committed.event, committed.hasJobs)
  return committed.value
}

/** One transaction of the practice: its changes, their audit lines, one event and its jobs, or nothing at all. `before` runs first in
 *  the same transaction, for work that makes the practice itself. */
export async function write<T>(ctx: Ctx, label: string, body: (tx: Tx) => Work<T>, before?: () => Work<void>): Promise<T> {
  const work = function* () {
    if (before) yield* before()
    return yield* inPractice(ctx, body)
  }
  return finish(ctx, await ctx.store.write(label, work))
}

export type Once<A> = { answer: A; repeated: boolean }

/** Like `write`, but a request that was answered before gets the first answer and changes nothing. Answers are JSON values.
 *  `KEY_REUSED` when the same key comes with another request. */
export async function writeOnce<A>(ctx: Ctx, inbox: InboxKey, label: string, body: (tx: Tx) => Work<A>): Promise<Once<A>> {
  const work = function* (): Work<Committed<Once<A>>> {
    const isNew = yield* enter(inbox, ctx.practiceId, toInstant(ctx.clock.nowMs()))
    if (!isNew) {
      const stored = yield* storedAnswer(inbox)
      return { value: repeatOf<A>(ctx, inbox, stored), event: null, hasJobs: false }
    }
    const committed = yield* inPractice(ctx, body)
    yield* storeAnswer(inbox, JSON.stringify(committed.value ?? null))
    return { ...committed, value: { answer: committed.value, repeated: false } }
  }
  try {
    return finish(ctx, await ctx.store.write(label, work))
  } catch (error) {
    if (!(error instanceof UnknownCommit)) throw error
    // The first attempt may have committed; the inbox row decides which.
    return finish(ctx, await ctx.store.write(label, work))
  }
}

function repeatOf<A>(ctx: Ctx, inbox: InboxKey, stored: { answer: string; requestHash: string; practiceId: string } | null): Once<A> {
  if (!stored || stored.practiceId !== ctx.practiceId || (inbox.source === 'desk' && stored.requestHash !== inbox.requestHash))
    throw new DeskError('KEY_REUSED', 'This request key was already used for something else.')
  return { answer: JSON.parse(stored.answer) as A, repeated: true }
}

/** Keeps the answer of a request that was refused, so that a repeat hears the same. Returns the answer that counts. */
export async function keepAnswer<A>(ctx: Ctx, inbox: InboxKey, answer: A): Promise<A> {
  return ctx.store.write('keep-answer', function* () {
    const isNew = yield* enter(inbox, ctx.practiceId, toInstant(ctx.clock.nowMs()), JSON.stringify(answer))
    if (isNew) return answer
    return repeatOf<A>(ctx, inbox, yield* storedAnswer(inbox)).answer
  })
}
