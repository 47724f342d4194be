import { randomBytes } from 'node:crypto'
import { toChromium } from '../chromium/addresses.ts'
import type { DevToolsSession } from '../chromium/devtools-pipe.ts'
import { pageScript, preloadScript } from '../page/compose.ts'
import type { FromPreload, ToPreload } from '../page/preload-world.ts'
import { decodeWire, encodeWire } from '../page/wire.ts'
import { settings } from '../settings.ts'
import { requireChromium } from './app-state.ts'
import { GuardedEmitter } from './guard.ts'
import { answerInvoke, IpcMain, ipcMain } from './ipc-main.ts'
import { nativeTheme } from './native-theme.ts'
import { mainFrameOf, originOf, type WebFrameMain } from './web-frame-main.ts'

let lastId = 0

/** The tie between one page in Chromium and the main process: its DevTools session, the two scripts put into it, and IPC. */
export abstract class PageLink extends GuardedEmitter {
  readonly id = ++lastId
  readonly ipc = new IpcMain('webContents.ipc')
  readonly opener = null
  readonly hostWebContents = null
  readonly _webPreferences: Record<string, unknown>
  _devtools!: DevToolsSession
  _targetId = ''
  _frameId = ''
  _contentSize = { width: 800, height: 600 }
  _onReadyToShow: () => void = () => {}
  _onTitle: (title: string) => void = () => {}
  _onCloseAsked: () => void = () => {}
  _onAllowedWindow: (url: string) => void = () => {}
  protected readonly secret = `standin-${randomBytes(12).toString('hex')}`
  protected readonly world = 'standin-preload'
  protected context: number | null = null
  protected url = ''
  protected frame: WebFrameMain = mainFrameOf('', 0, 1)
  protected isGone = false
  protected zoom = 1
  /** Settles when the page exists in Chromium and nothing more has to be set up before it may load. */
  readonly _attached: Promise<void>

  constructor(webPreferences: Record<string, unknown>, createTarget: () => Promise<string>) {
    super('webContents')
    this._webPreferences = webPreferences
    this.setMaxListeners(0)
    this._attached = this._attach(createTarget)
    // A failed start is told by whoever loads the page.
    this._attached.catch(() => {})
  }

  protected abstract _listen(): void
  protected abstract _report(kind: string, detail: string): void
  protected abstract _permit(id: number, permission: string): Promise<void>

  protected async _attach(createTarget: () => Promise<string>): Promise<void> {
    const { pipe } = requireChromium()
    this._targetId = await createTarget()
    const { sessionId } = await pipe.root.send('Target.attachToTarget', { targetId: this._targetId, flatten: true })
    this._devtools = pipe.session(sessionId)
    this._listen()
    const send = this._devtools.send.bind(this._devtools)
    const patterns = [{ urlPattern: '*', requestStage: 'Request' }]
    const [tree] = await Promise.all([
      send('Page.getFrameTree'),
      send('Page.enable'),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      send('Network.enable'),
      send('Inspector.enable'),
      send('Runtime.addBinding', { name: this.secret, executionContextName: this.world }),
      send('Runtime.enable'),
      send('Fetch.enable', { patterns }),
      send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }),
      this._emulate(),
    ])
    this._frameId = tree.frameTree.frame.id
    await this._addScripts()
  }

  protected async _addScripts(): Promise<void> {
    const page = pageScript(this.secret, settings.timeOffsetMs)
    await this._devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: page })
    const source = this._preloadScript()
    await this._devtools.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: this.world })
  }

  protected _preloadScript(): string {
    const preload = this._webPreferences.preload as string | undefined
    const config = { binding: this.secret, deliver: `${this.secret}-deliver`, process: preloadProcess() }
    try {
      return preloadScript(this.secret, settings.timeOffsetMs, preload, config)
    } catch (error) {
      console.error(`Unable to load preload script: ${preload}`, error)
      this.emit('preload-error', {}, preload, error)
      return preloadScript(this.secret, settings.timeOffsetMs, undefined, config)
    }
  }

  protected _hear(message: FromPreload): void {
    if (message.type === 'invoke') void this._answer(message.id, message.channel, message.args)
    else if (message.type === 'send') this._receive(message.channel, message.args)
    else if (message.type === 'permit') void this._permit(message.id, message.permission)
    else if (message.type === 'report') this._report(message.kind, String(message.detail))
    else this._preloadFailed(message.message, message.stack)
  }

  protected _preloadFailed(message: string, stack: string): void {
    const error = Object.assign(new Error(message), { stack })
    console.error(`Unable to load preload script: ${this._webPreferences.preload}`, error)
    this.emit('preload-error', {}, this._webPreferences.preload, error)
  }

  protected _event(): object {
    return {
      sender: this,
      senderFrame: this.frame,
      processId: this.frame.processId,
      frameId: this.frame.routingId,
      type: 'frame',
      ports: [],
    }
  }

  protected async _answer(id: number, channel: string, args: string): Promise<void> {
    const answer = await answerInvoke([this.ipc, ipcMain], this._event(), channel, decodeWire(args) as unknown[])
    this._tellPreload({ type: 'answer', id, ...answer })
  }

  protected _receive(channel: string, args: string): void {
    const reply = (...back: [string, ...unknown[]]) => this.send(...back)
    const event = { ...this._event(), reply }
    for (const receiver of [this.ipc, ipcMain]) receiver.emit(channel, event, ...(decodeWire(args) as unknown[]))
    this.emit('ipc-message', event, channel, ...(decodeWire(args) as unknown[]))
  }

  protected _tellPreload(message: ToPreload): void {
    if (this.context === null || this.isGone) return
    const functionDeclaration = `function (text) { globalThis['${this.secret}-deliver'](text) }`
    const args = [{ value: JSON.stringify(message) }]
    this._devtools.tell('Runtime.callFunctionOn', { functionDeclaration, executionContextId: this.context, arguments: args, silent: true })
  }

  async _emulate(): Promise<void> {
    const { width, height } = this._contentSize
    const size = {
      width: Math.round(width / this.zoom),
      height: Math.round(height / this.zoom),
      deviceScaleFactor: this.zoom,
      mobile: false,
    }
    await Promise.all([
      // A window on a real display has the size its person gave it.
      settings.isHeaded && this.zoom === 1 ? undefined : this._devtools.send('Emulation.setDeviceMetricsOverride', size),
      this._devtools.send('Emulation.setEmulatedMedia', { features: nativeTheme._mediaFeatures() }),
    ])
  }

  _resize(size: { width: number; height: number }): void {
    this._contentSize = size
    this._later(() => this._emulate())
  }

  /** Does something to the page once it exists; a page that is gone meanwhile needs it no more. */
  _later(act: () => Promise<unknown>): void {
    this._attached.then(() => (this.isGone ? undefined : act())).catch(() => {})
  }

  _chromiumOrigin(): string {
    return originOf(toChromium(this.url))
  }

  protected _require(): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this._require()
    this._tellPreload({ type: 'message', channel, args: encodeWire(args) })
  }
}

/** What a sandboxed preload sees of `process`. */
function preloadProcess(): Record<string, unknown> {
  const { platform, arch, versions, pid, argv, env } = process
  const shown = { electron: versions.electron, chrome: versions.chrome, node: versions.node, v8: versions.v8 }
  return {
    platform,
    arch,
    versions: shown,
    pid,
    argv,
    env,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    execPath: process.execPath,
  }
}
