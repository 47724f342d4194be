import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { eventRange, eventsAfter, type StoredEvent } from '../store/event-log.ts'
import type { Store } from '../store/store.ts'

export type Frame = { seq: number; bytes: Uint8Array }
/** What a reader is given. `deliver` must not wait; it says false when the reader is too slow and has been let go. */
export type Reader = { deliver(frame: Frame): boolean; reset(): void; fail(): void }

const PAGE = 500
const POLL_MS = 3_000
const encoder = new TextEncoder()

/** One event as it goes over the wire; `data` is one JSON line, `id` the practice's number. */
export function frameOf(event: StoredEvent): Frame {
  const data = `{"seq":${event.seq},"type":"${event.type}","at":"${event.at}",${event.payload.slice(1)}`
  return { seq: event.seq, bytes: encoder.encode(`id: ${event.seq}\nevent: ${event.type}\ndata: ${data}\n\n`) }
}

type Subscription = { practiceId: PracticeId; sent: number; reader: Reader; isCatchingUp: boolean; needsMore: boolean; isGone: boolean }

/** Delivers each practice's events to its readers in number order without gaps. The table is the truth: a note from this process or
 *  another one only wakes a reader, and every few seconds all are woken in case a note was lost. */
export class LiveFeed {
  private readonly store: Store
  private readonly onError: (error: unknown) => void
  private readonly byPractice = new Map<PracticeId, Set<Subscription>>()
  private readonly timer: NodeJS.Timeout

  constructor(store: Store, onError: (error: unknown) => void) {
    this.store = store
    this.onError = onError
    this.timer = setInterval(() => this.wakeAll(), POLL_MS)
    this.timer.unref()
    store.onWake((wake) => (wake ? this.wake(wake.practiceId as PracticeId, wake.seq) : this.wakeAll()))
  }

  get readers(): number {
    let count = 0
    for (const subscriptions of this.byPractice.values()) count += subscriptions.size
    return count
  }

  /** Starts delivering after `after`. Returns how to stop. */
  subscribe(practiceId: PracticeId, after: number, reader: Reader): () => void {
    const one: Subscription = { practiceId, sent: after, reader, isCatchingUp: false, needsMore: false, isGone: false }
    const all = this.byPractice.get(practiceId) ?? new Set()
    this.byPractice.set(practiceId, all.add(one))
    void this.begin(one)
    return () => this.drop(one)
  }

  /** A commit of this process: readers that are up to date get it at once, the others read the table. */
  publish(practiceId: PracticeId, event: StoredEvent): void {
    const all = this.byPractice.get(practiceId)
    if (!all) return
    const frame = frameOf(event)
    for (const one of all) {
      if (one.isCatchingUp) one.needsMore = true
      else if (event.seq === one.sent + 1) this.give(one, frame)
      else if (event.seq > one.sent) void this.catchUp(one)
    }
  }

  wakeAll(): void {
    for (const all of this.byPractice.values()) for (const one of all) void this.catchUp(one)
  }

  close(): void {
    clearInterval(this.timer)
    for (const all of this.byPractice.values())
      for (const one of all) {
        this.drop(one)
        one.reader.fail()
      }
  }

  private wake(practiceId: PracticeId, seq: number): void {
    for (const one of this.byPractice.get(practiceId) ?? []) if (seq > one.sent) void this.catchUp(one)
  }

  /** An id older than what is kept, or newer than what exists, cannot be resumed: the desk takes a snapshot. */
  private async begin(one: Subscription): Promise<void> {
    one.isCatchingUp = true
    try {
      const range = await this.store.read(() => eventRange(one.practiceId))
      const firstKept = range.first ?? range.last + 1
      if (one.sent > range.last || one.sent < firstKept - 1) {
        this.drop(one)
        one.reader.reset()
        return
      }
    } catch (error) {
      this.fail(one, error)
      return
    }
    one.isCatchingUp = false
    await this.catchUp(one)
  }

  private async catchUp(one: Subscription): Promise<void> {
    if (one.isGone) return
    if (one.isCatchingUp) {
      one.needsMore = true
      return
    }
    one.isCatchingUp = true
    try {
      do {
        one.needsMore = false
        const events = await this.store.read(() => eventsAfter(one.practiceId, one.sent, PAGE))
        for (const event of events) if (!one.isGone && event.seq > one.sent) this.give(one, frameOf(event))
        if (events.length === PAGE) one.needsMore = true
      } while (one.needsMore && !one.isGone)
    } catch (error) {
      this.fail(one, error)
    } finally {
      one.isCatchingUp = false
    }
  }

  private give(one: Subscription, frame: Frame): void {
    one.sent = frame.seq
    if (!one.reader.deliver(frame)) this.drop(one)
  }

  private fail(one: Subscription, error: unknown): void {
    this.onError(error)
    this.drop(one)
    one.reader.fail()
  }

  private drop(one: Subscription): void {
    one.isGone = true
    const all = this.byPractice.get(one.practiceId)
    all?.delete(one)
    if (all?.size === 0) this.byPractice.delete(one.practiceId)
  }
}
