import { pathToFileURL } from 'node:url'
import { toApp, toChromium } from '../chromium/addresses.ts'
import type { Incoming } from '../chromium/devtools-pipe.ts'
import { effects } from '../effects.ts'
import { preventable } from './guard.ts'
import { PageLink } from './page-link.ts'
import { applyChecks, decidePermission } from './permissions.ts'
import { gateRequest } from './request-gate.ts'
import { mainFrameOf, originOf, type WebFrameMain } from './web-frame-main.ts'

type OpenHandler = (details: { url: string; frameName: string; disposition: string; features: string; referrer: object }) => {
  action: string
}
type Loading = { url: string; resolve(): void; reject(error: Error): void }

/** Where a page is, where it may go, and what Electron tells about the way. */
export abstract class PageLoading extends PageLink {
  protected title = ''
  protected loading: Loading | null = null
  protected isBusy = false
  protected expected: string | null = null
  protected openHandler: OpenHandler | null = null
  protected hasCrashed = false
  _crashes = 0
  _isFocused: () => boolean = () => false

  protected _listen(): void {
    const on = (method: string, listener: (params: Incoming) => void) => this._devtools.on(method, listener)
    on('Fetch.requestPaused', (paused) => void gateRequest(this, paused))
    on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === this.world && context.auxData?.frameId === this._frameId) this.context = context.id
    })
    on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.context = null
    })
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.secret && executionContextId === this.context) this._hear(JSON.parse(payload))
    })
    on('Runtime.consoleAPICalled', (call) => this._onConsole(call))
    on('Inspector.targetCrashed', () => this._crashed())
    on('Network.webSocketCreated', ({ url }) => effects.blockedRequests.push({ url, resourceType: 'webSocket', by: 'webSocket' }))
    this._listenToLoading(on)
  }

  protected _listenToLoading(on: (method: string, listener: (params: Incoming) => void) => void): void {
    on('Page.frameNavigated', ({ frame }) => !frame.parentId && this._navigated(frame))
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this._frameId) return
      this._moveTo(toApp(url))
      this.emit('did-navigate-in-page', {}, this.url, true, this.frame.processId, this.frame.routingId)
    })
    on('Page.windowOpen', ({ url }) => this._openWindow(toApp(url), 'foreground-tab'))
    on('Page.frameRequestedNavigation', ({ frameId, url }) => frameId === this._frameId && this._leaving(url))
    on('Page.frameStartedLoading', ({ frameId }) => frameId === this._frameId && this._busy(true))
    on('Page.frameStoppedLoading', ({ frameId }) => frameId === this._frameId && this._busy(false))
    on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    on('Page.loadEventFired', () => this._loaded())
    on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === this._frameId && name === 'firstPaint' && this.url !== 'about:blank') this._onReadyToShow()
    })
  }

  /** Whether the main frame may go there. What the app itself started may; the rest is asked of `will-navigate`. */
  _mayNavigate(url: string): boolean {
    if (this.expected === url) {
      this.expected = null
      this._startNavigation(url)
      return true
    }
    if (this._prevents(url)) return false
    this._startNavigation(url)
    return true
  }

  protected _startNavigation(url: string): void {
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false }, url, false, true, this.frame.processId, 1)
  }

  protected _prevents(url: string): boolean {
    const event = preventable({ url, isMainFrame: true, isSameDocument: false, frame: this.frame, initiator: this.frame })
    this.emit('will-frame-navigate', event)
    if (!event.defaultPrevented) this.emit('will-navigate', event, url)
    if (event.defaultPrevented) effects.preventedNavigations.push(url)
    return event.defaultPrevented
  }

  /** Chromium does not fetch for schemes it does not know, so those never reach the gate. */
  protected _leaving(url: string): void {
    if (/^(https?|about|blob|data|javascript):/.test(url) || this._prevents(url)) return
    if (toChromium(url) !== url) void this.loadURL(url).catch(() => {})
    else effects.externalNavigations.push(url)
  }

  protected _navigated(frame: Incoming): void {
    const url = toApp(frame.unreachableUrl ?? frame.url)
    this.hasCrashed = false
    this._moveTo(url)
    this.emit('did-navigate', {}, url, 200, 'OK')
    if (frame.unreachableUrl) this._failed(-2, 'ERR_FAILED', url)
    if (!this._isFocused()) this._setFocus(false)
    void applyChecks(this, originOf(url)).catch(() => {})
  }

  /** Chromium without a display counts every page as focused, so the page is told what its window knows. */
  _setFocus(isFocused: boolean): void {
    const expression = `document.hasFocus = () => ${isFocused}; window.dispatchEvent(new FocusEvent('${isFocused ? 'focus' : 'blur'}'))`
    this._later(() => this._devtools.send('Runtime.evaluate', { expression }))
  }

  protected _moveTo(url: string): void {
    this.url = url
    this.frame = mainFrameOf(url, 1, 1)
  }

  protected _busy(isBusy: boolean): void {
    if (this.isBusy === isBusy) return
    this.isBusy = isBusy
    this.emit(isBusy ? 'did-start-loading' : 'did-stop-loading', {})
  }

  protected _loaded(): void {
    if (this.url === 'about:blank' && this.loading?.url !== 'about:blank') return
    const loading = this.loading
    this.loading = null
    this.emit('did-finish-load', {})
    this._onReadyToShow()
    loading?.resolve()
  }

  protected _failed(code: number, text: string, url: string): void {
    const loading = this.loading
    this.loading = null
    this.emit('did-fail-load', {}, code, text, url, true, 1, 1)
    loading?.reject(Object.assign(new Error(`${text} (${code}) loading '${url}'`), { errno: code, code: text, url }))
  }

  _crashed(): void {
    this.hasCrashed = true
    this._crashes++
    this.context = null
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  }

  protected _setTitle(title: string): void {
    if (title === this.title || title === '') return
    this.title = title
    const event = preventable({})
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this._onTitle(title)
  }

  protected _onConsole({ type, args, stackTrace }: Incoming): void {
    const level = ({ debug: 'debug', warning: 'warning', error: 'error' } as Record<string, string>)[type] ?? 'info'
    const message = args.map((one: Incoming) => String(one.value ?? one.description ?? one.type)).join(' ')
    const call = stackTrace?.callFrames?.[0]
    this.emit('console-message', { level, message, lineNumber: call?.lineNumber ?? 0, sourceId: toApp(call?.url ?? ''), frame: this.frame })
  }

  protected async _permit(id: number, permission: string): Promise<void> {
    this._tellPreload({ type: 'permitted', id, isGranted: await decidePermission(this, permission) })
  }

  protected _report(kind: string, url: string): void {
    if (kind === 'title') this._setTitle(url)
    if (kind === 'window.close') this._onCloseAsked()
    if (kind === 'window.print') effects.printed++
    if (kind === 'window.open') this._openWindow(toApp(url), 'new-window')
  }

  /** A page or a link wants a new window: the app's handler decides. */
  _openWindow(url: string, disposition: string): void {
    const details = {
      url,
      frameName: '',
      disposition,
      features: '',
      referrer: { url: this.url, policy: 'strict-origin-when-cross-origin' },
    }
    const { action } = this.openHandler ? this.openHandler(details) : { action: 'allow' }
    if (action === 'allow') this._onAllowedWindow(url)
    else effects.deniedWindows.push({ url, disposition })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  get mainFrame(): WebFrameMain {
    return this.frame
  }

  async loadURL(url: string): Promise<void> {
    this._require()
    const target = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+$/i.test(url) ? `${url}/` : url
    const done = new Promise<void>((resolve, reject) => {
      this.loading = { url: target, resolve, reject }
    })
    done.catch(() => {})
    await this._attached
    this.expected = toApp(new URL(toChromium(target)).href)
    const { errorText } = await this._devtools.send('Page.navigate', { url: toChromium(target) })
    if (errorText) this._failed(errorText === 'net::ERR_ABORTED' ? -3 : -2, errorText.replace('net::', ''), url)
    return done
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(path).href)
  }

  reload(): void {
    this._require()
    const url = this.url
    this._later(() => {
      this.expected = url.split('#')[0]!
      return this.hasCrashed ? this._devtools.send('Page.navigate', { url: toChromium(url) }) : this._devtools.send('Page.reload')
    })
  }

  reloadIgnoringCache(): void {
    this.reload()
  }

  stop(): void {
    this._later(() => this._devtools.send('Page.stopLoading'))
  }

  getURL(): string {
    this._require()
    return this.url
  }

  getTitle(): string {
    return this.title
  }

  isCrashed(): boolean {
    return this.hasCrashed
  }

  isLoading(): boolean {
    return this.isBusy
  }

  isLoadingMainFrame(): boolean {
    return this.isBusy
  }
}
