import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { eventRange, eventsAfter, type StoredEvent } from '../store/event-log.ts'
import type { Store } from '../store/store.ts'

export type Frame = { seq: number; type: string; bytes: Uint8Array }
/** Who is given frames. Without room it is given none, and asks for what it missed with `resume` as soon as it has some. `reset`: its
 *  place in the log is gone. `fail`: it is let go and may come back. */
export type Reader = { hasRoom(): boolean; deliver(frame: Frame): void; reset(): void; fail(): void }
export type Subscribed = { resume(): void; stop(): void }

/** Small, because what a reader has no room for is read again. */
const PAGE = 25
const POLL_MS = 3_000
/** A reader that has no room for this many events in a row does not read at all. */
const MOST_MISSED = 256
const encoder = new TextEncoder()

/** One event as it goes over the wire; `data` is one JSON line, `id` the practice's number. */
export function frameOf(event: StoredEvent): Frame {
  const data = `{"seq":${event.seq},"type":"${event.type}","at":"${event.at}",${event.payload.slice(1)}`
  return { seq: event.seq, type: event.type, bytes: encoder.encode(`id: ${event.seq}\nevent: ${event.type}\ndata: ${data}\n\n`) }
}

type Subscription = {
  practiceId: PracticeId
  sent: number
  reader: Reader
  /** `idle` ones have all there was and are given what comes; `reading` ones read the table; `full` ones wait for room. */
  state: 'idle' | 'reading' | 'full' | 'gone'
  needsMore: boolean
  /** The first event it had no room for since it last took something. */
  missedFrom: number | null
}
type Readers = { all: Set<Subscription>; isReading: boolean; needsMore: boolean }

/** Delivers each practice's events to its readers in number order without gaps. The table is the truth: a note from this process or
 *  another one only says that there is something to read, and every few seconds all look in case a note was lost. */
export class LiveFeed {
  private readonly store: Store
  private readonly onError: (error: unknown) => void
  private readonly byPractice = new Map<PracticeId, Readers>()
  private readonly timer: NodeJS.Timeout

  constructor(store: Store, onError: (error: unknown) => void) {
    this.store = store
    this.onError = onError
    this.timer = setInterval(() => void this.wakeAll(), POLL_MS)
    this.timer.unref()
    store.onWake((wake) => void (wake ? this.wake(wake.practiceId as PracticeId, wake.seq) : this.wakeAll()))
  }

  get readers(): number {
    let count = 0
    for (const { all } of this.byPractice.values()) count += all.size
    return count
  }

  /** Starts delivering after `after`. */
  subscribe(practiceId: PracticeId, after: number, reader: Reader): Subscribed {
    const one: Subscription = { practiceId, sent: after, reader, state: 'reading', needsMore: false, missedFrom: null }
    const readers = this.byPractice.get(practiceId) ?? { all: new Set(), isReading: false, needsMore: false }
    this.byPractice.set(practiceId, readers)
    readers.all.add(one)
    void this.begin(one)
    return { resume: () => this.resume(one), stop: () => this.drop(one) }
  }

  /** A commit of this process: readers that have all before it get it at once; a gap is read from the table. */
  publish(practiceId: PracticeId, event: StoredEvent): void {
    const readers = this.byPractice.get(practiceId)
    if (readers && this.giveAll(readers, [event])) void this.readOn(practiceId)
  }

  /** Looks for events of every practice that has readers, one after the other; after a failure the next look tries again. */
  async wakeAll(): Promise<void> {
    for (const practiceId of [...this.byPractice.keys()]) if (!(await this.readOn(practiceId))) return
  }

  close(): void {
    clearInterval(this.timer)
    for (const { all } of [...this.byPractice.values()]) for (const one of [...all]) this.letGo(one)
  }

  private async wake(practiceId: PracticeId, seq: number): Promise<void> {
    const readers = this.byPractice.get(practiceId)
    if (!readers) return
    let isNews = false
    for (const one of readers.all) {
      if (one.state === 'reading') one.needsMore = true
      else if (one.state === 'full') this.miss(one, seq)
      else if (one.sent < seq) isNews = true
    }
    if (isNews) await this.readOn(practiceId)
  }

  /** Reads once for all idle readers of a practice. False when the store failed. */
  private async readOn(practiceId: PracticeId): Promise<boolean> {
    const readers = this.byPractice.get(practiceId)
    if (!readers) return true
    readers.needsMore = true
    if (readers.isReading) return true
    readers.isReading = true
    try {
      while (readers.needsMore) {
        readers.needsMore = false
        const idle = [...readers.all].filter((one) => one.state === 'idle')
        if (idle.length === 0) break
        const from = idle.reduce((least, one) => Math.min(least, one.sent), Number.POSITIVE_INFINITY)
        const events = await this.store.read(() => eventsAfter(practiceId, from, PAGE))
        // One that came to a stop before the page begins, or in a gap, reads for itself.
        if (this.giveAll(readers, events)) for (const one of readers.all) if (one.sent < events.at(-1)!.seq) void this.catchUp(one)
        if (events.length === PAGE) readers.needsMore = true
      }
      return true
    } catch (error) {
      this.onError(error)
      return false
    } finally {
      readers.isReading = false
    }
  }

  /** True when an idle reader lacks something before these events. */
  private giveAll({ all }: Readers, events: StoredEvent[]): boolean {
    let isGap = false
    for (const event of events) {
      let frame: Frame | undefined
      for (const one of all) {
        if (one.state === 'reading') one.needsMore = true
        else if (one.state === 'full') this.miss(one, event.seq)
        else if (event.seq === one.sent + 1) {
          frame ??= frameOf(event)
          this.give(one, frame)
        } else if (event.seq > one.sent) isGap = true
      }
    }
    return isGap
  }

  /** An id older than what is kept, or newer than what exists, cannot be resumed: the desk takes a snapshot. */
  private async begin(one: Subscription): Promise<void> {
    try {
      const range = await this.store.read(() => eventRange(one.practiceId))
      if (one.state === 'gone') return
      const firstKept = range.first ?? range.last + 1
      if (one.sent > range.last || one.sent < firstKept - 1) return this.reset(one)
    } catch (error) {
      this.onError(error)
      return this.letGo(one)
    }
    one.state = 'idle'
    await this.catchUp(one)
  }

  private async catchUp(one: Subscription): Promise<void> {
    if (one.state === 'reading') one.needsMore = true
    if (one.state !== 'idle') return
    one.state = 'reading'
    try {
      do {
        one.needsMore = false
        const events = await this.store.read(() => eventsAfter(one.practiceId, one.sent, PAGE))
        for (const event of events) {
          if (one.state !== 'reading') return
          // Older events were tidied away since this reader began.
          if (event.seq > one.sent + 1) return this.reset(one)
          if (event.seq > one.sent) this.give(one, frameOf(event))
        }
        one.needsMore ||= events.length === PAGE
      } while (one.needsMore && one.state === 'reading')
    } catch (error) {
      // The next look tries again.
      this.onError(error)
    } finally {
      if (one.state === 'reading') one.state = 'idle'
    }
  }

  private give(one: Subscription, frame: Frame): void {
    if (!one.reader.hasRoom()) {
      one.state = 'full'
      return
    }
    one.sent = frame.seq
    one.reader.deliver(frame)
  }

  private miss(one: Subscription, seq: number): void {
    one.missedFrom ??= seq
    if (seq - one.missedFrom >= MOST_MISSED) this.letGo(one)
  }

  private resume(one: Subscription): void {
    one.missedFrom = null
    if (one.state !== 'full') return
    one.state = 'idle'
    void this.catchUp(one)
  }

  private reset(one: Subscription): void {
    this.drop(one)
    one.reader.reset()
  }

  private letGo(one: Subscription): void {
    if (one.state === 'gone') return
    this.drop(one)
    one.reader.fail()
  }

  private drop(one: Subscription): void {
    one.state = 'gone'
    const readers = this.byPractice.get(one.practiceId)
    readers?.all.delete(one)
    if (readers?.all.size === 0) this.byPractice.delete(one.practiceId)
  }
}
