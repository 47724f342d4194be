import { randomBytes } from 'node:crypto'
import { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { epochMs, MS_PER_DAY, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AppState, IpcParsed } from '../../ipc/contract.ts'
import type { LineState } from '../../ipc/line-state.ts'
import { isDamage } from '../cache/database.ts'
import { wipeCache } from '../cache/open-cache.ts'
import { answerCall } from '../ipc/answer-call.ts'
import { type Handlers, handlersOf } from '../ipc/handlers.ts'
import { codeOf } from '../os/report.ts'
import { ClockOffset, clockWords } from '../relay/clock-offset.ts'
import { limitReloads } from '../window/reload-limit.ts'
import { CodeTrades, otherPractice, type Trade } from './code-trades.ts'
import type { DeskCore, DeskCoreOptions } from './core-options.ts'
import { DeskTrouble, notPaired } from './desk-trouble.ts'
import { fetchRecording } from './fetch-recording.ts'
import { forgetPairing, keepPairing } from './keep-pairing.ts'
import { cacheFile, openPairedDesk, type PairedDesk } from './paired-desk.ts'
import type { Secrets } from './secrets.ts'

/** Main without the system it runs on: pairing, the cache, the line to the relay and every call of the window. */
export function createDeskCore(options: DeskCoreOptions): DeskCore {
  return new Core(options)
}

export class Core implements DeskCore {
  readonly options: DeskCoreOptions
  private readonly clock: ClockOffset
  private readonly handlers: Handlers
  private readonly startedAt: number
  private paired: PairedDesk | null = null
  private rebuilt: string | null = null
  private pairing: Promise<AppState> | null = null
  private isMakingAnew = false
  private isStopped = false
  private hasOpened = false
  private networkMs = Number.NEGATIVE_INFINITY
  private readonly codes: CodeTrades
  private readonly mayMakeAnew = limitReloads(() => performance.now())
  private turn: Promise<unknown> = Promise.resolve()

  constructor(options: DeskCoreOptions) {
    this.options = options
    this.handlers = handlersOf(this)
    this.clock = new ClockOffset(options.nowMs ?? Date.now, () => this.paired?.line.clockChanged())
    this.startedAt = this.clock.nowMs()
    this.codes = new CodeTrades({ fetch: options.fetch ?? fetch, clock: this.clock })
  }

  start(): Promise<void> {
    return this.inTurn(async () => {
      const secrets = await this.options.secrets.load()
      if (this.isStopped) return
      if (secrets) this.open(secrets)
      // Without its key the copy can never be read again.
      else wipeCache(cacheFile(this.options.folder))
    })
  }

  stop(): Promise<void> {
    this.isStopped = true
    return this.inTurn(async () => {
      await this.leave()
      // Only what this run has made: one that could not read its pairing leaves what was kept before.
      if (this.hasOpened && this.options.secrets.mode() === 'session') wipeCache(cacheFile(this.options.folder))
    })
  }

  handle(name: string, input: unknown) {
    return answerCall(this.handlers, name, input, (error) => this.report(`ipc ${name}`, error))
  }

  async fetchRecording(callId: string, range: string | null): Promise<Response> {
    const parsed = CallId.safeParse(callId)
    if (!this.paired || !parsed.success) return new Response('There is no such recording.', { status: 404 })
    return fetchRecording(this.paired.client, parsed.data, range)
  }

  /** A network that comes and goes must not take down a connection again and again that it leaves alone; one that is dead is noticed. */
  networkChanged(): void {
    const nowMs = performance.now()
    const isSettling = nowMs - this.networkMs < NETWORK_SETTLES_MS && this.paired?.isLive()
    this.networkMs = nowMs
    if (!isSettling) this.paired?.line.wake({ jitter: true })
  }

  suspended(): void {
    this.paired?.line.sleep()
  }

  resumed(): void {
    this.paired?.line.wake({ jitter: true })
  }

  state() {
    return {
      line: this.line(),
      isPaired: this.paired !== null,
      practice: this.paired?.practice() ?? null,
      waiting: this.waiting(),
      isSending: this.paired?.runner.isSending ?? false,
    }
  }

  desk(): PairedDesk {
    if (this.paired) return this.paired
    throw this.isMakingAnew ? new DeskTrouble('STORE_UNAVAILABLE', 'The copy on this computer is being made anew.') : notPaired()
  }

  /** Reads the whole copy once a day at most, when nobody is at the desk: what a bad disk does to it shows only where it is read. */
  async checkCopy(): Promise<void> {
    const { paired } = this
    if (!paired?.isLive()) return
    const at = this.now()
    const last = paired.cache.checkedAt()
    if (last !== null && epochMs(at) - epochMs(last) < MS_PER_DAY) return
    try {
      const isWhole = await paired.isWhole()
      if (this.paired !== paired) return
      await paired.writable()
      if (isWhole) paired.cache.noteChecked(at)
      else await this.makeAnew(Object.assign(new Error('the copy is damaged'), { code: 'SQLITE_CORRUPT' }))
    } catch (error) {
      if (this.paired === paired) this.report('check', error)
    }
  }

  /** The present moment by the relay's clock. */
  now() {
    return this.clock.now()
  }

  line(): LineState {
    if (this.paired) return this.paired.line.line()
    const since = toInstant(this.startedAt)
    return { state: 'unpaired', since, asOf: null, reason: clockWords(this.clock.ms), clockOffsetMs: this.clock.ms }
  }

  appState(): AppState {
    const { options, paired } = this
    return {
      paired: paired && { practice: paired.practice(), device: paired.secrets.device, relay: paired.secrets.relay },
      keeping: options.secrets.mode(),
      rebuilt: this.rebuilt,
      pairingLink: options.pairingLink(),
      preferences: options.readPreferences(),
      line: this.line(),
      queue: paired?.runner.queue() ?? [],
      update: options.readUpdate(),
      version: options.version,
      platform: options.platform,
    }
  }

  /** One pairing at a time: a code is good once. */
  pair(given: IpcParsed<'pair.start'>): Promise<AppState> {
    this.pairing ??= this.pairNow(given).finally(() => {
      this.pairing = null
    })
    return this.pairing
  }

  forget({ waiting }: IpcParsed<'pair.forget'>): Promise<AppState> {
    return this.inTurn(async () => {
      const number = this.waiting()
      if (waiting !== number)
        throw new DeskTrouble('WAITING_CHANGED', `${number} changes wait to be sent and would be lost. Look at them first.`, {
          details: { waiting: number },
        })
      await forgetPairing(this.options.secrets)
      await this.paired?.unpairAtRelay()
      await this.leave()
      this.rebuilt = null
      wipeCache(cacheFile(this.options.folder))
      return this.tellState()
    })
  }

  private async pairNow(given: IpcParsed<'pair.start'>): Promise<AppState> {
    this.requireUnpaired()
    const trade = await this.codes.trade(given)
    return this.inTurn(async () => {
      if (this.isStopped) throw new DeskTrouble('NOT_KEPT', 'The desk is closing.')
      this.requireUnpaired()
      return this.take(trade, given.losing)
    })
  }

  private requireUnpaired(): void {
    const { paired } = this
    if (paired && paired.line.line().state !== 'refused')
      throw new DeskTrouble('ALREADY_PAIRED', `This desk is already paired with ${paired.practice().name}. Unpair it first.`)
  }

  /** After this desk was unpaired at the relay, its changes go on to the same practice only, and there as cards for a person: under its
   *  new name the relay cannot tell which of them it has had already. */
  private async take(trade: Trade, losing: number): Promise<AppState> {
    const before = this.paired
    const isSame = before !== null && before.practice().id === trade.practice.id
    const waiting = isSame ? 0 : this.waiting()
    if (before && waiting !== losing && waiting > 0) {
      this.codes.hold(trade)
      throw otherPractice(trade.practice, before.practice(), waiting)
    }
    const { relay, token, device, practice } = trade
    const cacheKey = isSame ? before.secrets.cacheKey : randomBytes(32).toString('hex')
    const secrets: Secrets = { relay, token, cacheKey, device, practice }
    await keepPairing(this.options.secrets, secrets)
    this.codes.hold(null)
    if (isSame) refuseAll(before)
    await this.leave()
    if (!isSame) {
      wipeCache(cacheFile(this.options.folder))
      this.rebuilt = null
    }
    this.open(secrets)
    return this.tellState()
  }

  private tellState(): AppState {
    this.options.push({ kind: 'appState' })
    return this.appState()
  }

  private async leave(): Promise<void> {
    const { paired } = this
    this.paired = null
    await paired?.close()
  }

  private open(secrets: Secrets, { isSuspect = false } = {}): void {
    const report = (where: string, error: unknown) => this.report(where, error)
    this.paired = openPairedDesk(secrets, this.clock, { ...this.options, report, isSuspect })
    this.hasOpened = true
    this.rebuilt = this.paired.rebuilt ?? this.rebuilt
    this.paired.begin()
  }

  /** Pairing, forgetting, stopping and making anew never overlap: each opens or closes the cache. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => undefined)
    return done
  }

  private waiting(): number {
    return this.paired?.runner.queue().length ?? 0
  }

  /** Only the kind of an error and where it arose: its own text may hold a name or a number. */
  private report(where: string, error: unknown): void {
    this.options.report?.(where, codeOf(error))
    if (isDamage(error)) void this.makeAnew(error)
  }

  /** The copy was damaged while it was in use: opening it again makes it anew. */
  private async makeAnew(cause: unknown): Promise<void> {
    const { paired } = this
    if (!paired || this.isMakingAnew) return
    // A disk that damages every copy will not keep the next one.
    if (!this.mayMakeAnew()) return this.options.onBroken?.(cause)
    this.isMakingAnew = true
    try {
      await this.inTurn(async () => {
        if (this.paired !== paired || this.isStopped) return
        await this.leave()
        this.open(paired.secrets, { isSuspect: true })
      })
      this.options.push({ kind: 'appState' })
    } catch (error) {
      // Going on would look as if this desk had never been paired.
      this.options.report?.('cache', codeOf(error))
      this.options.onBroken?.(error)
    } finally {
      this.isMakingAnew = false
    }
  }
}

function refuseAll({ runner, cache }: PairedDesk): void {
  for (const { id, state } of runner.queue()) if (state !== 'refused') cache.queue.refuse(id, { code: 'NOT_PAIRED', message: MADE_BEFORE })
}

const NETWORK_SETTLES_MS = 30_000
const MADE_BEFORE = 'Made before this desk was paired anew. It may have reached the relay; look, and do it again if it did not.'
