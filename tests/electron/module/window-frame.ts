import { effects } from '../effects.ts'
import { settings } from '../settings.ts'
import { GuardedEmitter } from './guard.ts'
import type { Menu } from './menu.ts'
import type { NativeImage } from './native-image.ts'
import { workArea } from './screen.ts'

export type Rectangle = { x: number; y: number; width: number; height: number }
export type WindowOptions = Electron.BrowserWindowConstructorOptions
export type Shape = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

let lastId = 0

/** The frame of a window: where it is, how large, what is written on it. There is no such frame on any screen; it is kept in mind. */
export abstract class WindowFrame extends GuardedEmitter {
  readonly id = ++lastId
  protected bounds: Rectangle
  protected shape: Shape = 'normal'
  protected text: string
  protected isGone = false
  protected flashing = false
  protected progress = -1
  protected minimum: [number, number]
  protected maximum: [number, number]
  protected onTop = false
  protected background: string

  protected able = {
    closable: true,
    minimizable: true,
    maximizable: true,
    resizable: true,
    movable: true,
    fullScreenable: true,
    focusable: true,
    enabled: true,
  }

  protected menuBar = { isVisible: true, autoHides: false }
  protected opacity = 1
  protected menu: Menu | null = null

  constructor(options: WindowOptions) {
    super('BrowserWindow')
    this.bounds = firstBounds(options)
    this.text = options.title ?? 'Electron'
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.maximum = [options.maxWidth ?? 0, options.maxHeight ?? 0]
    this.background = options.backgroundColor ?? '#FFF'
    this.menuBar.autoHides = options.autoHideMenuBar ?? false
    this.onTop = options.alwaysOnTop ?? false
  }

  protected abstract _sizeChanged(): void

  isDestroyed(): boolean {
    return this.isGone
  }

  protected _require(): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
  }

  isMinimized(): boolean {
    return this.shape === 'minimized'
  }

  isMaximized(): boolean {
    return this.shape === 'maximized'
  }

  isFullScreen(): boolean {
    return this.shape === 'fullscreen'
  }

  isNormal(): boolean {
    return this.shape === 'normal'
  }

  getNormalBounds(): Rectangle {
    this._require()
    return { ...this.bounds }
  }

  getBounds(): Rectangle {
    this._require()
    return this.shape === 'maximized' || this.shape === 'fullscreen' ? { ...workArea() } : { ...this.bounds }
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  setBounds(change: Partial<Rectangle>): void {
    this._require()
    const before = this.bounds
    const next = { ...before, ...change }
    this.bounds = { ...next, width: Math.max(next.width, this.minimum[0]), height: Math.max(next.height, this.minimum[1]) }
    if (this.bounds.x !== before.x || this.bounds.y !== before.y) this._moved()
    if (this.bounds.width !== before.width || this.bounds.height !== before.height) this._sizeChanged()
  }

  protected _moved(): void {
    this.emit('move', {})
    this.emit('moved', {})
  }

  setContentBounds(change: Rectangle): void {
    this.setBounds(change)
  }

  getSize(): number[] {
    return [this.getBounds().width, this.getBounds().height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getPosition(): number[] {
    return [this.getBounds().x, this.getBounds().y]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  center(): void {
    const area = workArea()
    this.setBounds({ x: Math.round((area.width - this.bounds.width) / 2), y: Math.round((area.height - this.bounds.height) / 2) })
  }

  getMinimumSize(): number[] {
    return [...this.minimum]
  }

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
  }

  getMaximumSize(): number[] {
    return [...this.maximum]
  }

  setMaximumSize(width: number, height: number): void {
    this.maximum = [width, height]
  }

  getTitle(): string {
    return this.text
  }

  setTitle(title: string): void {
    this._require()
    this.text = title
  }

  get title(): string {
    return this.text
  }

  set title(title: string) {
    this.setTitle(title)
  }

  flashFrame(isFlashing: boolean): void {
    this._require()
    this.flashing = isFlashing
  }

  setProgressBar(progress: number): void {
    this._require()
    this.progress = progress
  }

  setAlwaysOnTop(isOnTop: boolean): void {
    this.onTop = isOnTop
  }

  isAlwaysOnTop(): boolean {
    return this.onTop
  }

  getBackgroundColor(): string {
    return this.background
  }

  setBackgroundColor(color: string): void {
    this.background = color
  }

  getOpacity(): number {
    return this.opacity
  }

  setOpacity(opacity: number): void {
    this.opacity = opacity
  }

  setMenu(menu: Menu | null): void {
    this.menu = menu
  }

  removeMenu(): void {
    this.menu = null
  }

  _ownMenu(): Menu | null {
    return this.menu
  }

  setMenuBarVisibility(isVisible: boolean): void {
    this.menuBar.isVisible = isVisible
  }

  isMenuBarVisible(): boolean {
    return this.menuBar.isVisible
  }

  setAutoHideMenuBar(hides: boolean): void {
    this.menuBar.autoHides = hides
  }

  isMenuBarAutoHide(): boolean {
    return this.menuBar.autoHides
  }

  setEnabled(isEnabled: boolean): void {
    this.able.enabled = isEnabled
  }

  isEnabled(): boolean {
    return this.able.enabled
  }

  setResizable(is: boolean): void {
    this.able.resizable = is
  }

  isResizable(): boolean {
    return this.able.resizable
  }

  setClosable(is: boolean): void {
    this.able.closable = is
  }

  isClosable(): boolean {
    return this.able.closable
  }

  // What only the window's frame or the taskbar would show.
  setIcon(_icon: NativeImage | string): void {}

  setOverlayIcon(image: NativeImage | null, description: string): void {
    effects.badgeText = image ? description : ''
  }

  setSkipTaskbar(_skip: boolean): void {}
  setAppDetails(_details: object): void {}
  setVisibleOnAllWorkspaces(_isVisible: boolean): void {}
  setContentProtection(_isProtected: boolean): void {}
  setTitleBarOverlay(_options: object): void {}
  setBackgroundMaterial(_material: string): void {}
  setVibrancy(_type: string | null): void {}

  getParentWindow(): null {
    return null
  }

  getChildWindows(): [] {
    return []
  }

  isModal(): boolean {
    return false
  }
}

function firstBounds(options: WindowOptions): Rectangle {
  const area = workArea()
  const width = settings.windowSize?.width ?? options.width ?? 800
  const height = settings.windowSize?.height ?? options.height ?? 600
  const x = options.x ?? area.x + Math.round((area.width - width) / 2)
  const y = options.y ?? area.y + Math.round((area.height - height) / 2)
  return { x, y, width, height }
}
