import { type Changed, DeskEvent, type EntityKind } from '@dentalanswer/shared/contract/events.ts'
import { epochMs, type Instant, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { LineState } from '../../ipc/line-state.ts'
import type { DeskCache } from '../core/desk-cache.ts'
import { Backoff } from './backoff.ts'
import { type ClockOffset, clockWords } from './clock-offset.ts'
import { standingAfter, UNPAIRED_THERE } from './line-trouble.ts'
import { readFeed } from './read-feed.ts'
import { pause, type Timers } from './timers.ts'

const JITTER_MS = 2_000
const OUTDATED_RETRY_MS = 10 * 60_000
/** A machine that still runs so long after it said it would sleep did not. */
const SLEEPLESS_MS = 60_000
/** A relay that keeps sending what this desk cannot read is not asked for everything more often than this. */
const ODD_EVERY_MS = 60_000
const ODD_RETRY_MS = 15_000
/** Further back than this the moment kept came from a clock that was wrong. */
const WRONG_CLOCK_MS = 5_000

export type LineOptions = {
  relay: string
  token: string
  cache: DeskCache
  /** Replaces everything the cache holds. */
  takeSnapshot(signal: AbortSignal): Promise<{ seq: number; at: Instant; kinds: EntityKind[] }>
  fetch: typeof fetch
  clock: ClockOffset
  timers: Timers
  random: () => number
  onLine(line: LineState): void
  onLive(): void
  onApplied(event: DeskEvent, before: Changed, isCatchUp: boolean): void
  onReplaced(seq: number, kinds: EntityKind[]): void
  report(where: string, error: unknown): void
}

type Standing = Pick<LineState, 'state' | 'reason'>
/** What to do after a connection ended: wait so long, or until somebody wakes the line. */
type Next = number | 'asleep'

/** Keeps the cache true: a snapshot where there is none, then every event in order, over connections that come and go. */
export class RelayLine {
  private readonly options: LineOptions
  private readonly backoff: Backoff
  private standing: Standing = { state: 'connecting', reason: null }
  private since: Instant
  private asOf: Instant | null
  private needsSnapshot = false
  /** Trouble that a reconnect at once did not cure the last time. */
  private hurries = 0
  private readonly life = new AbortController()
  private round = new AbortController()
  private isPaused = false
  private jitterMs = 0
  private sleepless: unknown = null
  private oddAtMs = Number.NEGATIVE_INFINITY
  private running: Promise<void> | null = null

  constructor(options: LineOptions) {
    this.options = options
    this.backoff = new Backoff(options.random)
    this.since = options.clock.now()
    this.asOf = options.cache.position()?.asOf ?? null
  }

  start(): void {
    this.running ??= this.run().catch((error: unknown) => this.options.report('line', error))
  }

  async stop(): Promise<void> {
    this.life.abort()
    this.round.abort()
    this.options.timers.clearTimeout(this.sleepless)
    await this.running
  }

  /** Tries again now: somebody asked, or the machine woke up or changed networks. */
  wake({ jitter = false } = {}): void {
    this.options.timers.clearTimeout(this.sleepless)
    this.isPaused = false
    this.backoff.reset()
    this.hurries = 0
    this.jitterMs = jitter ? this.options.random() * JITTER_MS : 0
    this.round.abort()
  }

  /** The machine goes to sleep: what is open now would only look open afterwards. */
  sleep(): void {
    this.isPaused = true
    this.round.abort()
    this.options.timers.clearTimeout(this.sleepless)
    this.sleepless = this.options.timers.setTimeout(() => this.wake(), SLEEPLESS_MS)
  }

  /** The relay told a command that this desk is not paired. */
  refuse(): void {
    this.stand(UNPAIRED_THERE)
    this.isPaused = true
    this.round.abort()
  }

  clockChanged(): void {
    if (this.standing.state === 'live') this.stand({ state: 'live', reason: clockWords(this.options.clock.ms) }, true)
    else this.options.onLine(this.line())
  }

  line(): LineState {
    return { ...this.standing, since: this.since, asOf: this.asOf, clockOffsetMs: this.options.clock.ms }
  }

  private async run(): Promise<void> {
    const { timers } = this.options
    while (!this.life.signal.aborted) {
      const round = new AbortController()
      this.round = round
      const next: Next = this.isPaused ? 'asleep' : await this.connect(round.signal)
      if (this.life.signal.aborted) return
      if (round.signal.aborted && this.standing.state === 'live') this.stand({ state: 'connecting', reason: null })
      if (next === 'asleep') await untilAborted(round.signal)
      else await pause(timers, next, round.signal)
      const jitterMs = this.jitterMs
      this.jitterMs = 0
      if (jitterMs > 0) await pause(timers, jitterMs, this.life.signal)
    }
  }

  /** One connection, from its snapshot if one is needed to its end. */
  private async connect(signal: AbortSignal): Promise<Next> {
    let openedMs: number | null = null
    try {
      if (this.standing.state === 'refused' || this.standing.state === 'outdated') this.stand({ state: 'connecting', reason: null })
      if (this.needsSnapshot || this.options.cache.position() === null) await this.takeSnapshot(signal)
      if (signal.aborted) return 0
      let isGap = false
      const end = await readFeed({
        ...this.options,
        after: this.options.cache.position()!.seq,
        signal,
        onOpen: () => {
          openedMs = this.options.clock.nowMs()
          this.stand({ state: 'live', reason: clockWords(this.options.clock.ms) })
          this.options.onLive()
        },
        onBeat: () => this.touch(this.options.clock.now()),
        onMessage: (data) => {
          const taken = this.take(data, openedMs ?? 0)
          isGap ||= taken === 'gap'
          return taken === 'ok'
        },
      })
      if (openedMs !== null) this.backoff.lasted(this.options.clock.nowMs() - openedMs)
      if (end === 'refused') return this.refusedBy()
      this.stand({ state: 'connecting', reason: null })
      if (end === 'closed') return this.backoff.nextMs()
      if (end === 'stopped' && !isGap) return this.readOdd()
      if (!isGap) this.needsSnapshot = true
      // What a fresh connection did not cure is asked for anew, and not in a hurry.
      if (isGap && this.hurries > 1) this.needsSnapshot = true
      return this.hurries++ === 0 ? 0 : this.backoff.nextMs()
    } catch (error) {
      if (signal.aborted) return 0
      return this.failed(error, openedMs)
    }
  }

  /** What could not be read is in a snapshot, in a form that can. */
  private readOdd(): Next {
    const nowMs = this.options.clock.nowMs()
    const isOften = Math.abs(nowMs - this.oddAtMs) < ODD_EVERY_MS
    this.oddAtMs = nowMs
    this.needsSnapshot = true
    return isOften ? ODD_RETRY_MS : 0
  }

  private refusedBy(): Next {
    this.stand(UNPAIRED_THERE)
    return 'asleep'
  }

  private failed(error: unknown, openedMs: number | null): Next {
    if (openedMs !== null) this.backoff.lasted(this.options.clock.nowMs() - openedMs)
    if (isOfCache(error)) {
      this.options.report('cache', error)
      this.stand({ state: 'offline', reason: 'This computer cannot keep what the relay sends. Its disk may be full.' })
      return this.backoff.nextMs()
    }
    const standing = standingAfter(error)
    this.stand(standing)
    if (standing.state === 'refused') return 'asleep'
    return standing.state === 'outdated' ? OUTDATED_RETRY_MS : this.backoff.nextMs()
  }

  private async takeSnapshot(signal: AbortSignal): Promise<void> {
    // Broken off at its very end it may be there without anybody having been told.
    this.needsSnapshot = true
    const { seq, at, kinds } = await this.options.takeSnapshot(signal)
    this.needsSnapshot = false
    this.asOf = at
    this.options.onReplaced(seq, kinds)
  }

  private take(data: string, openedMs: number): 'ok' | 'gap' | 'unreadable' {
    const event = readEvent(data)
    if (event === null) return 'unreadable'
    const before = this.options.cache.heldOf(event.changed)
    const outcome = this.options.cache.applyEvent(event)
    if (outcome === 'gap') return 'gap'
    if (outcome === 'known') return 'ok'
    this.hurries = 0
    if (this.asOf === null || event.at > this.asOf) this.asOf = event.at
    const openedAt = toInstant(openedMs + this.options.clock.ms - JITTER_MS)
    this.options.onApplied(event, before, event.at < openedAt)
    return 'ok'
  }

  private touch(asOf: Instant): void {
    const isEarlier = this.asOf !== null && asOf < this.asOf
    const isWrong = isEarlier && epochMs(this.asOf!) - epochMs(asOf) > WRONG_CLOCK_MS
    if (isEarlier && !isWrong) return
    this.asOf = asOf
    this.options.cache.touch(asOf, isWrong)
  }

  private stand(standing: Standing, isAgain = false): void {
    const hasMoved = standing.state !== this.standing.state
    if (!hasMoved && standing.reason === this.standing.reason && !isAgain) return
    if (hasMoved) this.since = this.options.clock.now()
    this.standing = standing
    this.options.onLine(this.line())
  }
}

/** Null for an event of a newer relay. */
function readEvent(data: string): DeskEvent | null {
  try {
    return DeskEvent.safeParse(JSON.parse(data)).data ?? null
  } catch {
    // No JSON at all: what it changed is unknown, as with a newer relay's event.
    return null
  }
}

const isOfCache = (error: unknown) => error instanceof Error && error.name === 'SqliteError'

const untilAborted = (signal: AbortSignal): Promise<void> =>
  signal.aborted ? Promise.resolve() : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
