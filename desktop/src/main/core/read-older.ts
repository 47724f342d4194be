import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { daysBetween } from '@dentalanswer/shared/domain/practice-time.ts'
import type { IpcOutput, IpcParsed } from '../../ipc/contract.ts'
import type { RelayClient } from '../relay/relay-client.ts'
import type { Timers } from '../relay/timers.ts'
import { askWithLimit } from './ask-with-limit.ts'
import type { DeskCache } from './desk-cache.ts'

const LIMIT_MS = 2_500
/** A relay that was too slow is not waited for again at once: the window asks anew with every change. */
const REST_MS = 30_000
const MOST_RESTING = 100
const LONGEST_RANGE_DAYS = 62
/** More than everything that can be booked, there and back. */
const MOST_DAYS = 750
const MOST_ROWS = 500
const AHEAD = 50

export type OlderOptions = {
  client: RelayClient
  cache: DeskCache
  timers: Timers
  nowMs(): number
  isLive(): boolean
  /** Resolves when nothing else writes to the cache. */
  writable(): Promise<void>
  /** How often the whole cache was replaced: an answer to a question asked before says nothing about what is kept now. */
  replacements(): number
}

/** Reads that go back further than a desk keeps: fetched from the relay once, then kept. Offline they say that something is missing. */
export class OlderReads {
  private readonly options: OlderOptions
  private readonly restingUntil = new Map<string, number>()
  private isShort = false

  constructor(options: OlderOptions) {
    this.options = options
  }

  async thread(input: IpcParsed<'thread.read'>): Promise<IpcOutput<'thread.read'>> {
    const { cache, client } = this.options
    const { phoneNumber, limit } = input
    const kept = cache.readThread(input)
    if (kept.hasOlder || cache.isWholeThread(phoneNumber)) return kept
    const first = kept.messages[0]
    const page = first ? { before: first.createdAt, beforeId: first.id } : {}
    const wanted = Math.min(MOST_ROWS, limit - kept.messages.length + AHEAD)
    const isKept = await this.fetch(
      `thread ${phoneNumber}`,
      () => client.ask('thread.read', { phoneNumber, ...page, limit: wanted }),
      (found) => cache.keepOlderTexts(phoneNumber, found, found.length < wanted),
    )
    if (!isKept) return this.short(kept)
    const now = cache.readThread(input)
    return { ...now, hasOlder: now.hasOlder || !cache.isWholeThread(phoneNumber) }
  }

  async calls(input: IpcParsed<'calls.read'>): Promise<IpcOutput<'calls.read'>> {
    const { cache, client } = this.options
    const kept = cache.readCalls(input)
    const from = cache.callsFrom()
    const last = kept.calls.at(-1)
    if (from === null || (kept.calls.length >= input.limit && last && last.createdAt >= from.at)) return kept
    const wanted = Math.min(MOST_ROWS, input.limit + AHEAD)
    const isKept = await this.fetch(
      'calls',
      () => client.ask('call.list', { before: from.at, ...(from.id && { beforeId: from.id }), limit: wanted }),
      (found) => cache.keepOlderCalls(found, found.length < wanted),
    )
    if (isKept) return cache.readCalls(input)
    // A call that was fetched by itself stands far back: shown here it would hide that others are missing before it.
    return this.short({ ...kept, calls: kept.calls.filter((call) => call.createdAt >= from.at) })
  }

  async days(input: IpcParsed<'days.read'>): Promise<IpcOutput<'days.read'>> {
    const { cache, client } = this.options
    if (daysBetween(input.from, input.to) > MOST_DAYS) throw new DeskError('RANGE_TOO_LONG', 'That is more than two years at a time.')
    const missing = cache.missingDays(input)
    const [from, to] = [missing[0], missing.at(-1)]
    if (!from || !to) return cache.readDays(input)
    const isKept =
      daysBetween(from, to) <= LONGEST_RANGE_DAYS &&
      (await this.fetch(
        `days ${from} ${to}`,
        () => client.ask('schedule.range', { from, to }),
        (found) => cache.keepDays(missing, found),
      ))
    const view = cache.readDays(input)
    return isKept ? view : this.short(view)
  }

  /** The relay can be asked again. Whether any answer so far was partial and has to be read anew. */
  live(): boolean {
    const wasShort = this.isShort
    this.isShort = false
    this.restingUntil.clear()
    return wasShort
  }

  private short<T>(view: T): T & { isPartial: true } {
    this.isShort = true
    return { ...view, isPartial: true }
  }

  /** Whether what the relay answered was kept. */
  private async fetch<T>(what: string, ask: () => Promise<T>, keep: (found: T) => void): Promise<boolean> {
    const { timers, nowMs, isLive, writable, replacements } = this.options
    if (!isLive() || nowMs() < (this.restingUntil.get(what) ?? 0)) return false
    const before = replacements()
    const found = await askWithLimit(ask(), { timers, ms: LIMIT_MS, isFinal: () => false })
    if (found === null) {
      if (this.restingUntil.size >= MOST_RESTING) this.restingUntil.clear()
      this.restingUntil.set(what, nowMs() + REST_MS)
      return false
    }
    await writable()
    if (replacements() !== before) return false
    keep(found)
    return true
  }
}
