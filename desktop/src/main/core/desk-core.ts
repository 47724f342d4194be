import { randomBytes } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AppState, IpcParsed } from '../../ipc/contract.ts'
import type { LineState } from '../../ipc/line-state.ts'
import { isDamage } from '../cache/database.ts'
import { wipeCache } from '../cache/open-cache.ts'
import { answerCall } from '../ipc/answer-call.ts'
import { type Handlers, handlersOf } from '../ipc/handlers.ts'
import { ClockOffset, clockWords } from '../relay/clock-offset.ts'
import { pairWithRelay } from '../relay/pair-with-relay.ts'
import type { DeskCore, DeskCoreOptions } from './core-options.ts'
import { DeskTrouble, isTrouble, notPaired } from './desk-trouble.ts'
import { fetchRecording } from './fetch-recording.ts'
import { cacheFile, openPairedDesk, type PairedDesk } from './paired-desk.ts'
import type { Secrets } from './secrets.ts'

/** The main process without the system it runs on: pairing, the cache, the line to the relay and every call of the window. */
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

  constructor(options: DeskCoreOptions) {
    this.options = options
    this.handlers = handlersOf(this)
    this.clock = new ClockOffset(options.nowMs ?? Date.now, () => this.paired?.line.clockChanged())
    this.startedAt = this.clock.nowMs()
  }

  async start(): Promise<void> {
    const secrets = await this.options.secrets.load()
    if (secrets) this.open(secrets)
    // Without its key the copy can never be read again.
    else wipeCache(cacheFile(this.options.folder))
  }

  async stop(): Promise<void> {
    await this.paired?.close()
    this.paired = null
    if (this.options.secrets.mode() === 'session') wipeCache(cacheFile(this.options.folder))
  }

  handle(name: string, input: unknown) {
    return answerCall(this.handlers, name, input, (error) => this.report(`ipc ${name}`, error))
  }

  async fetchRecording(callId: string, range: string | null): Promise<Response> {
    const parsed = CallId.safeParse(callId)
    if (!this.paired || !parsed.success) return new Response('There is no such recording.', { status: 404 })
    return fetchRecording(this.paired.client, parsed.data, range)
  }

  networkChanged(): void {
    this.paired?.line.wake({ jitter: true })
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
    if (!this.paired) throw notPaired()
    return this.paired
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

  async forget({ waiting }: IpcParsed<'pair.forget'>): Promise<AppState> {
    const number = this.waiting()
    if (waiting !== number)
      throw new DeskTrouble('WAITING_CHANGED', `${number} changes wait to be sent and would be lost. Look at them first.`, {
        details: { waiting: number },
      })
    await this.paired?.close()
    this.paired = null
    this.rebuilt = null
    await this.options.secrets.forget()
    wipeCache(cacheFile(this.options.folder))
    this.options.push({ kind: 'appState' })
    return this.appState()
  }

  private async pairNow(given: IpcParsed<'pair.start'>): Promise<AppState> {
    const { paired } = this
    if (paired && paired.line.line().state !== 'refused')
      throw new DeskTrouble('ALREADY_PAIRED', `This desk is already paired with ${paired.practice().name}. Unpair it first.`)
    const { relay, token, device, practice } = await pairWithRelay(given, { fetch: this.options.fetch ?? fetch, clock: this.clock })
    const isSame = paired !== null && paired.secrets.practice.id === practice.id
    const cacheKey = isSame ? paired.secrets.cacheKey : randomBytes(32).toString('hex')
    const secrets: Secrets = { relay, token, cacheKey, device, practice }
    await this.keep(secrets)
    if (paired) await this.leave(paired, isSame)
    else wipeCache(cacheFile(this.options.folder))
    this.open(secrets)
    this.options.push({ kind: 'appState' })
    return this.appState()
  }

  private async keep(secrets: Secrets): Promise<void> {
    try {
      await this.options.secrets.save(secrets)
    } catch (error) {
      throw new DeskTrouble('NOT_KEPT', 'This computer could not keep the pairing. Make room on its disk, then ask for a new code.', {
        cause: error,
      })
    }
  }

  /** After this desk was unpaired at the relay and paired anew. Under its new name the relay cannot tell which changes it has had already,
   *  so what waited is for a person to look at. */
  private async leave(before: PairedDesk, isSame: boolean): Promise<void> {
    if (isSame)
      for (const { id, state } of before.runner.queue())
        if (state !== 'refused') before.cache.queue.refuse(id, { code: 'NOT_PAIRED', message: MADE_BEFORE })
    await before.close()
    this.paired = null
    if (!isSame) wipeCache(cacheFile(this.options.folder))
  }

  private open(secrets: Secrets, { isSuspect = false } = {}): void {
    const report = (where: string, error: unknown) => this.report(where, error)
    this.paired = openPairedDesk(secrets, this.clock, { ...this.options, report, isSuspect })
    this.rebuilt = this.paired.rebuilt
    this.paired.begin()
  }

  private waiting(): number {
    return this.paired?.runner.queue().length ?? 0
  }

  /** Only the kind of an error and where it arose: its own text may hold a name or a number. */
  private report(where: string, error: unknown): void {
    const { code } = error as { code?: unknown }
    const kind = isTrouble(error) || error instanceof DeskError ? error.code : typeof code === 'string' ? code : kindOf(error)
    this.options.report?.(where, kind)
    if (isDamage(error)) void this.makeAnew()
  }

  /** The copy was damaged while it was in use: opening it again makes it anew. */
  private async makeAnew(): Promise<void> {
    const { paired } = this
    if (!paired || this.isMakingAnew) return
    this.isMakingAnew = true
    try {
      await paired.close()
      if (this.paired !== paired) return
      this.paired = null
      this.open(paired.secrets, { isSuspect: true })
      this.options.push({ kind: 'appState' })
    } catch (error) {
      this.options.report?.('cache', kindOf(error))
    } finally {
      this.isMakingAnew = false
    }
  }
}

const MADE_BEFORE = 'Made before this desk was paired anew. It may have reached the relay; look, and do it again if it did not.'
const kindOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)
