import { randomUUID } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import { epochMs, MS_PER_DAY } from '@dentalanswer/shared/domain/practice-time.ts'
import type { LineState } from '../../ipc/line-state.ts'
import type { CommandName, CommandOutcome, QueuedCommand } from '../../ipc/queue-state.ts'
import type { StoredCommand } from '../cache/command-queue.ts'
import { Backoff } from '../relay/backoff.ts'
import type { ClockOffset } from '../relay/clock-offset.ts'
import type { RelayClient } from '../relay/relay-client.ts'
import { pause, type Timers } from '../relay/timers.ts'
import { meaningOf } from './command-refusals.ts'
import type { DeskCache } from './desk-cache.ts'
import { DeskTrouble } from './desk-trouble.ts'
import type { OwnWrites } from './own-writes.ts'
import { mustQueue, sendable } from './subjects-of.ts'

export type RunnerOptions = {
  client: RelayClient
  cache: DeskCache
  ownWrites: OwnWrites
  clock: ClockOffset
  timers: Timers
  random: () => number
  /** Resolves when no other thread writes to the cache. */
  writable(): Promise<void>
  lineState(): LineState['state']
  /** The relay said that this desk is not paired. */
  onUnpaired(): void
  onQueue(queue: QueuedCommand[]): void
  report(where: string, error: unknown): void
}

/** Sent without having waited in the queue, and not answered yet. */
type Direct = { command: Command; key: string; answer: Promise<unknown> }

export type Command = { name: CommandName; input: Record<string, unknown>; label: string; canWait: boolean }

/** Sends changes: at once when the relay can be reached and nothing waits before them, otherwise kept and sent in the order made, one at a
 *  time, each with one key however often it is sent. */
export class CommandRunner {
  private readonly options: RunnerOptions
  private readonly backoff: Backoff
  private readonly life = new AbortController()
  private sending: Promise<void> | null = null
  private readonly direct = new Set<Direct>()
  private hurry = new AbortController()
  private looksAgain = false

  constructor(options: RunnerOptions) {
    this.options = options
    this.backoff = new Backoff(options.random)
    options.cache.queue.wakeAll()
  }

  get isSending(): boolean {
    return this.direct.size > 0 || this.queue().some((one) => one.state === 'sending')
  }

  queue(): QueuedCommand[] {
    return this.options.cache.queue.list()
  }

  /** Throws the relay's `DeskError` when it refuses, and `STORE_UNAVAILABLE` when it is not reached and the change cannot wait. */
  async run(command: Command): Promise<CommandOutcome> {
    const state = this.options.lineState()
    if (state === 'refused')
      throw new DeskTrouble('NOT_PAIRED', 'This desk was unpaired from the practice. Pair it again to change things.')
    if (state === 'outdated') throw new DeskTrouble('RELAY_NEWER', 'This app and the relay are of different versions. Update first.')
    if (command.canWait && (state === 'offline' || mustQueue(this.queue(), command))) return this.keep(command, randomUUID())
    return this.sendNow(command)
  }

  /** Sends what waits, now. */
  wake(): void {
    this.backoff.reset()
    this.hurry.abort()
    this.looksAgain = true
    this.sending ??= this.sendAll()
      .catch((error: unknown) => this.afterTrouble(error))
      .finally(() => {
        this.sending = null
        if (this.looksAgain && !this.life.signal.aborted && this.options.lineState() === 'live') this.wake()
      })
  }

  async drop(id: number): Promise<QueuedCommand[]> {
    await this.options.writable()
    const one = this.options.cache.queue.find(id)
    if (one?.state === 'sending')
      throw new DeskTrouble('CHANGED_MEANWHILE', 'This change is being sent right now and cannot be taken back.')
    this.options.cache.queue.drop(id)
    this.told()
    this.wake()
    return this.queue()
  }

  /** Ends after the command being sent, or when `isLate`: what was sent and not answered yet is kept then, to be sent again with its key. */
  async stop(isLate: Promise<unknown>): Promise<void> {
    this.life.abort()
    this.hurry.abort()
    const answered = Promise.allSettled([this.sending, ...[...this.direct].map((one) => one.answer)])
    await Promise.race([answered, isLate])
    for (const { command, key } of this.direct) if (command.canWait) this.add(command, key)
  }

  private async sendNow(command: Command): Promise<CommandOutcome> {
    const key = randomUUID()
    const direct: Direct = { command, key, answer: this.send(command, key) }
    this.direct.add(direct)
    try {
      const value = await direct.answer
      if (!this.life.signal.aborted) await this.options.ownWrites.shown(command.name, value)
      return { kind: 'done', value }
    } catch (error) {
      const meaning = meaningOf(error)
      if (this.life.signal.aborted && meaning === 'later') throw new DeskTrouble('STORE_UNAVAILABLE', CLOSING)
      if (meaning === 'unpaired') this.options.onUnpaired()
      // Its answer was perhaps lost, so it keeps its key.
      if (meaning === 'later' && command.canWait) return await this.keep(command, key)
      throw error
    } finally {
      this.direct.delete(direct)
    }
  }

  private async keep(command: Command, key: string): Promise<CommandOutcome> {
    await this.options.writable()
    if (this.life.signal.aborted) throw new DeskTrouble('STORE_UNAVAILABLE', CLOSING)
    const { id } = this.add(command, key)
    this.told()
    this.wake()
    return { kind: 'waiting', id }
  }

  private add({ name, input, label }: Command, key: string): QueuedCommand {
    return this.options.cache.queue.add({ name, input, label, key, at: this.options.clock.now() })
  }

  /** The input was parsed by the contract's own schema, which the type of a name chosen at run time cannot say. */
  private send({ name, input }: Pick<Command, 'name' | 'input'>, key: string): Promise<unknown> {
    return this.options.client.ask(name, input as DeskInput<typeof name>, key)
  }

  private async sendAll(): Promise<void> {
    while (!this.life.signal.aborted && this.options.lineState() === 'live') {
      this.looksAgain = false
      this.refuseOld()
      const [next] = sendable(this.options.cache.queue.stored())
      if (!next) {
        // Something may have been kept while this looked.
        if (this.looksAgain) continue
        return
      }
      if (await this.sendQueued(next)) this.backoff.reset()
      else await this.rest()
    }
  }

  /** The queue's own file could not be written, its disk may be full: tried again, with the same keys. */
  private async afterTrouble(error: unknown): Promise<void> {
    this.options.report('queue', error instanceof NotNoted ? error.cause : error)
    await this.rest()
    this.looksAgain = true
  }

  private async rest(): Promise<void> {
    this.hurry = new AbortController()
    await pause(this.options.timers, this.backoff.nextMs(), AbortSignal.any([this.hurry.signal, this.life.signal]))
  }

  /** The relay knows a key for thirty days; later it could take a repeat for a new change. Nobody expects it any more either. */
  private refuseOld(): void {
    const { queue } = this.options.cache
    const before = this.options.clock.nowMs() + this.options.clock.ms - OLD_MS
    const old = queue.stored().filter((one) => one.state !== 'refused' && epochMs(one.createdAt) < before)
    for (const { id } of old) queue.refuse(id, { code: 'CHANGED_MEANWHILE', message: TOO_OLD })
    if (old.length > 0) this.told()
  }

  /** False when nothing was decided and it has to be sent again. */
  private async sendQueued(next: StoredCommand): Promise<boolean> {
    const { queue } = this.options.cache
    queue.markSending(next.id)
    this.told()
    try {
      const value = await this.send(next, next.key)
      if (this.life.signal.aborted) return true
      await this.settle(next, value)
      return true
    } catch (error) {
      if (this.life.signal.aborted) return true
      // The relay has it and this file could not note it: it is sent again with its key, and that changes nothing.
      if (error instanceof NotNoted) throw error
      const meaning = meaningOf(error)
      if (meaning !== 'final') queue.markWaiting(next.id)
      else queue.refuse(next.id, refusalOf(error))
      if (meaning === 'unpaired') this.options.onUnpaired()
      if (!(error instanceof DeskError)) this.options.report('queue', error)
      return meaning === 'final'
    } finally {
      if (!this.life.signal.aborted) this.told()
    }
  }

  private async settle({ id, name }: StoredCommand, value: unknown): Promise<void> {
    try {
      this.options.cache.queue.settle(id)
      await this.options.ownWrites.shown(name, value)
    } catch (cause) {
      throw new NotNoted('the queue could not be written', { cause })
    }
  }

  private told(): void {
    this.options.onQueue(this.queue())
  }
}

class NotNoted extends Error {}

const OLD_MS = 28 * MS_PER_DAY
const TOO_OLD = 'Made more than four weeks ago and not sent since. Look whether it is still wanted, and do it again if it is.'

const CLOSING = 'The desk was closing. Look whether this change was made before you do it again.'

function refusalOf(error: unknown): NonNullable<QueuedCommand['error']> {
  if (!(error instanceof DeskError)) return { code: 'UNEXPECTED', message: 'This change could not be sent.' }
  return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) }
}
