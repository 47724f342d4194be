import { effects } from '../effects.ts'
import { appState, requireChromium } from './app-state.ts'
import { guarded } from './guard.ts'
import { NativeImage } from './native-image.ts'
import { nativeTheme } from './native-theme.ts'
import { PageLoading } from './page-loading.ts'
import { defaultSession, type Session } from './session.ts'

const everyContents = new Map<number, WebContents>()

/** One page as the app's main process holds it. */
export class WebContents extends PageLoading {
  protected hasDevTools = false
  protected isMuted = false
  protected userAgentText = ''
  protected styleKeys = 0

  constructor(webPreferences: Record<string, unknown>, createTarget: () => Promise<string>) {
    super(webPreferences, createTarget)
    everyContents.set(this.id, this)
  }

  _destroyed(): void {
    if (this.isGone) return
    this.isGone = true
    this.loading?.reject(Object.assign(new Error(`ERR_ABORTED (-3) loading '${this.loading.url}'`), { errno: -3, code: 'ERR_ABORTED' }))
    everyContents.delete(this.id)
    this.emit('destroyed', {})
  }

  get session(): Session {
    return defaultSession
  }

  get userAgent(): string {
    return this.userAgentText
  }

  set userAgent(text: string) {
    this.setUserAgent(text)
  }

  get zoomFactor(): number {
    return this.getZoomFactor()
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  get zoomLevel(): number {
    return this.getZoomLevel()
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level)
  }

  get audioMuted(): boolean {
    return this.isMuted
  }

  get navigationHistory() {
    return guarded('webContents.navigationHistory', {
      canGoBack: () => false,
      canGoForward: () => false,
      clear: () => {},
      length: () => 1,
      getActiveIndex: () => 0,
    })
  }

  getType(): string {
    return 'window'
  }

  getProcessId(): number {
    return this.frame.processId
  }

  getOSProcessId(): number {
    return requireChromium().process.pid ?? 0
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  focus(): void {
    this._later(() => this._devtools.send('Page.bringToFront'))
  }

  isFocused(): boolean {
    return this._isFocused()
  }

  setZoomFactor(factor: number): void {
    this._require()
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.zoom = factor
    this._later(() => this._emulate())
  }

  getZoomFactor(): number {
    return this.zoom
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }

  async setVisualZoomLevelLimits(_least: number, _most: number): Promise<void> {}

  setUserAgent(text: string): void {
    this.userAgentText = text
    this._later(() => this._devtools.send('Emulation.setUserAgentOverride', { userAgent: text }))
  }

  getUserAgent(): string {
    return this.userAgentText
  }

  setAudioMuted(isMuted: boolean): void {
    this.isMuted = isMuted
  }

  isAudioMuted(): boolean {
    return this.isMuted
  }

  isCurrentlyAudible(): boolean {
    return false
  }

  setBackgroundThrottling(_isAllowed: boolean): void {}
  setIgnoreMenuShortcuts(_ignore: boolean): void {}
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  async executeJavaScript(code: string): Promise<unknown> {
    this._require()
    await this._attached
    const options = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true }
    const { result, exceptionDetails } = await this._devtools.send('Runtime.evaluate', options)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async insertCSS(css: string): Promise<string> {
    const key = `standin-style-${++this.styleKeys}`
    await this.executeJavaScript(
      `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets.push(sheet) }`,
    )
    return key
  }

  async capturePage(): Promise<NativeImage> {
    await this._attached
    const { data } = await this._devtools.send('Page.captureScreenshot', { format: 'png' })
    return new NativeImage(Buffer.from(data, 'base64'), 'page')
  }

  print(_options?: object, callback?: (isPrinted: boolean, reason: string) => void): void {
    this._require()
    effects.printed++
    setImmediate(() => callback?.(true, ''))
  }

  async printToPDF(options: Record<string, unknown> = {}): Promise<Buffer> {
    await this._attached
    const { landscape = false, printBackground = false } = options
    const { data } = await this._devtools.send('Page.printToPDF', { landscape, printBackground })
    return Buffer.from(data, 'base64')
  }

  openDevTools(): void {
    this.hasDevTools = true
    effects.devToolsOpened++
  }

  closeDevTools(): void {
    this.hasDevTools = false
  }

  toggleDevTools(): void {
    if (this.hasDevTools) this.closeDevTools()
    else this.openDevTools()
  }

  isDevToolsOpened(): boolean {
    return this.hasDevTools
  }

  forcefullyCrashRenderer(): void {
    this._later(() => this._devtools.send('Page.crash'))
  }

  close(): void {
    this._onCloseAsked()
  }

  async insertText(text: string): Promise<void> {
    await this._devtools.send('Input.insertText', { text })
  }

  undo = () => this._edit('undo')
  redo = () => this._edit('redo')
  cut = () => this._edit('cut')
  copy = () => this._edit('copy')
  paste = () => this._edit('paste')
  selectAll = () => this._edit('selectAll')
  delete = () => this._edit('delete')

  protected _edit(command: string): void {
    this._later(() => this.executeJavaScript(`document.execCommand('${command}')`))
  }
}

/** `webContents` of the module. */
export const webContents = guarded('webContents', {
  getAllWebContents: () => [...everyContents.values()],
  getFocusedWebContents: () => [...everyContents.values()].find((one) => one.isFocused()) ?? null,
  fromId: (id: number) => everyContents.get(id),
})

defaultSession._pages = () => [...everyContents.values()].filter((page) => page.getURL() !== '' && !appState.isQuitting)
nativeTheme.on('updated', () => {
  for (const page of everyContents.values()) page._later(() => page._emulate())
})
