import { effects, type WindowEffect } from '../effects.ts'
import { appState, requireChromium } from './app-state.ts'
import { preventable } from './guard.ts'
import type { NativeImage } from './native-image.ts'
import { WebContents } from './web-contents.ts'
import { type Shape, WindowFrame, type WindowOptions } from './window-frame.ts'

const windows = new Map<number, BrowserWindow>()
/** Told of every new page and window; `app` listens. */
export const windowNews = {
  created(_window: BrowserWindow): void {},
  focused(_window: BrowserWindow): void {},
  blurred(_window: BrowserWindow): void {},
  closed(): void {},
}
let focused: BrowserWindow | null = null

/** A window and its one page. */
export class BrowserWindow extends WindowFrame {
  static getAllWindows = () => [...windows.values()]
  static getFocusedWindow = () => focused
  static fromId = (id: number) => windows.get(id) ?? null
  static fromWebContents = (contents: WebContents) => [...windows.values()].find((one) => one.webContents === contents) ?? null

  readonly webContents: WebContents
  protected shapeBefore: Shape = 'normal'
  protected isShown: boolean
  protected isClosing = false
  protected isReadyTold = false

  constructor(options: WindowOptions = {}) {
    requireChromium()
    super(options)
    this.isShown = options.show ?? true
    const { width, height } = this.bounds
    this.webContents = new WebContents({ ...lockedByDefault, ...options.webPreferences }, () => createTarget(width, height))
    this._join()
    windows.set(this.id, this)
    setImmediate(() => this.isShown && !this.isGone && this._focus())
    windowNews.created(this)
  }

  protected _join(): void {
    const page = this.webContents
    page._contentSize = { width: this.bounds.width, height: this.bounds.height }
    page._isFocused = () => focused === this
    page._onCloseAsked = () => this.close()
    page._onTitle = (title) => this.setTitle(title)
    page._onReadyToShow = () => {
      if (!this.isReadyTold && !this.isGone) setImmediate(() => this.emit('ready-to-show', {}))
      this.isReadyTold = true
    }
    page._onAllowedWindow = (url) => {
      const opened = new BrowserWindow()
      page.emit('did-create-window', opened, { url })
      void opened.loadURL(url).catch(() => {})
    }
    page._attached.catch((error) => {
      if (!appState.isQuitting) console.error('The window could not be opened:', error)
    })
  }

  loadURL(url: string): Promise<void> {
    this._require()
    return this.webContents.loadURL(url)
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path)
  }

  reload(): void {
    this.webContents.reload()
  }

  show(): void {
    this._require()
    effects.focusCalls.push({ windowId: this.id, by: 'show' })
    this._appear()
    this._focus()
  }

  showInactive(): void {
    this._require()
    this._appear()
  }

  hide(): void {
    this._require()
    if (!this.isShown) return
    this.isShown = false
    this._blur()
    this.emit('hide', {})
  }

  focus(): void {
    this._require()
    effects.focusCalls.push({ windowId: this.id, by: 'focus' })
    if (this.isShown) this._focus()
  }

  blur(): void {
    this._blur()
  }

  moveTop(): void {
    effects.focusCalls.push({ windowId: this.id, by: 'moveTop' })
  }

  minimize(): void {
    this._require()
    if (this.shape === 'minimized') return
    this.shapeBefore = this.shape
    this.shape = 'minimized'
    this._blur()
    this.emit('minimize', {})
  }

  restore(): void {
    this._require()
    if (this.shape !== 'minimized') {
      this.unmaximize()
      return
    }
    effects.focusCalls.push({ windowId: this.id, by: 'restore' })
    this.shape = this.shapeBefore
    this.isShown = true
    this.emit('restore', {})
    this._focus()
  }

  maximize(): void {
    this._require()
    this._appear()
    this._reshape('maximized', 'maximize')
  }

  unmaximize(): void {
    if (this.shape === 'maximized') this._reshape('normal', 'unmaximize')
  }

  setFullScreen(isFull: boolean): void {
    if (isFull !== this.isFullScreen()) this._reshape(isFull ? 'fullscreen' : 'normal', isFull ? 'enter-full-screen' : 'leave-full-screen')
  }

  protected _reshape(shape: Shape, event: string): void {
    if (this.shape === shape) return
    this.shape = shape
    this.emit(event, {})
    this._sizeChanged()
  }

  protected _appear(): void {
    if (this.isShown) return
    this.isShown = true
    this.emit('show', {})
  }

  protected _focus(): void {
    this.flashing = false
    if (focused === this) return
    focused?._blur()
    focused = this
    this.webContents._setFocus(true)
    this.emit('focus', {})
    windowNews.focused(this)
  }

  _blur(): void {
    if (focused !== this) return
    focused = null
    this.webContents._setFocus(false)
    this.emit('blur', {})
    windowNews.blurred(this)
  }

  protected _sizeChanged(): void {
    const { width, height } = this.getBounds()
    this.webContents._resize({ width, height })
    this.emit('resize', {})
    this.emit('resized', {})
  }

  close(): void {
    if (this.isGone || this.isClosing) return
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) windowNews.closed()
    else this._end()
  }

  destroy(): void {
    if (!this.isGone) this._end()
  }

  protected _end(): void {
    this.isClosing = true
    this._blur()
    this.isGone = true
    windows.delete(this.id)
    const { pipe } = requireChromium()
    const targetId = this.webContents._targetId
    this.webContents._destroyed()
    if (targetId) pipe.root.tell('Target.closeTarget', { targetId })
    setImmediate(() => {
      this.emit('closed', {})
      windowNews.closed()
    })
  }

  isVisible(): boolean {
    return this.isShown && this.shape !== 'minimized'
  }

  isFocused(): boolean {
    return focused === this
  }

  capturePage(): Promise<NativeImage> {
    return this.webContents.capturePage()
  }

  _effect(): WindowEffect {
    const { isFocused, isVisible, isMinimized, isMaximized } = this
    return {
      id: this.id,
      url: this.webContents.getURL(),
      title: this.text,
      isVisible: isVisible.call(this),
      isFocused: isFocused.call(this),
      isMinimized: isMinimized.call(this),
      isMaximized: isMaximized.call(this),
      isFlashing: this.flashing,
      isCrashed: this.webContents.isCrashed(),
      crashes: this.webContents._crashes,
      progress: this.progress,
      zoomFactor: this.webContents.getZoomFactor(),
      bounds: this.getBounds(),
      webPreferences: JSON.parse(JSON.stringify(this.webContents._webPreferences)),
    }
  }
}

/** What Electron assumes of a page when nothing else is said. */
const lockedByDefault = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false }

async function createTarget(width: number, height: number): Promise<string> {
  const { pipe } = requireChromium()
  const { targetId } = await pipe.root.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
  return targetId
}
