import { mkdirSync } from 'node:fs'
import { effects } from '../effects.ts'
import { settings } from '../settings.ts'
import { appState } from './app-state.ts'
import { BrowserWindow, windowNews } from './browser-window.ts'
import { GuardedEmitter, guarded, preventable } from './guard.ts'
import { dropInstanceLock, holdsInstanceLock, takeInstanceLock } from './instance-lock.ts'
import { Menu } from './menu.ts'
import { appPaths } from './paths.ts'

class App extends GuardedEmitter {
  readonly isPackaged = process.env.STANDIN_PACKAGED === '1'
  readonly dock = undefined
  readonly runningUnderARM64Translation = false
  accessibilitySupportEnabled = false
  userAgentFallback = 'stand-in'
  readonly commandLine = guarded('app.commandLine', commandLine())
  private ownName = ''
  private becomeReady!: () => void
  private readonly ready = new Promise<void>((resolve) => {
    this.becomeReady = resolve
  })
  private isEnding = false

  constructor() {
    super('app')
    windowNews.created = (window) => {
      this.emit('web-contents-created', {}, window.webContents)
      this.emit('browser-window-created', {}, window)
    }
    windowNews.focused = (window) => this.emit('browser-window-focus', {}, window)
    windowNews.blurred = (window) => this.emit('browser-window-blur', {}, window)
    windowNews.closed = () => this._windowClosed()
  }

  /** Called by the stand-in once its Chromium runs. */
  _makeReady(): void {
    appState.isReady = true
    this.becomeReady()
    this.emit('ready', {}, {})
  }
  _isQuitting(): boolean {
    return appState.isQuitting
  }
  whenReady(): Promise<void> {
    return this.ready
  }
  isReady(): boolean {
    return appState.isReady
  }

  quit(): void {
    if (appState.isQuitting) return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    appState.isQuitting = true
    const open = BrowserWindow.getAllWindows()
    for (const window of open) window.close()
    if (open.length === 0) setImmediate(() => this._lastClosed())
  }
  private _windowClosed(): void {
    const isOneLeft = BrowserWindow.getAllWindows().length > 0
    // A window refused to close, so the app does not quit.
    if (isOneLeft) appState.isQuitting = false
    if (isOneLeft || this.isEnding) return
    if (appState.isQuitting) this._lastClosed()
    else if (!this.emit('window-all-closed')) this.quit()
  }
  private _lastClosed(): void {
    if (this.isEnding) return
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) {
      appState.isQuitting = false
      return
    }
    void this._end(0)
  }
  exit(code = 0): void {
    if (this.isEnding) return
    appState.isQuitting = true
    this.isEnding = true
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    void this._end(code)
  }
  private async _end(code: number): Promise<void> {
    this.isEnding = true
    this.emit('quit', {}, code)
    await appState.chromium?.close()
    dropInstanceLock()
    process.exit(code)
  }
  relaunch(options: { args?: string[] } = {}): void {
    effects.relaunches.push({ args: options.args ?? process.argv.slice(1) })
  }

  getName(): string {
    return this.ownName || appState.packageName
  }
  setName(name: string): void {
    this.ownName = name
  }
  get name(): string {
    return this.getName()
  }
  set name(name: string) {
    this.setName(name)
  }
  getVersion(): string {
    return appState.packageVersion
  }
  getAppPath(): string {
    return appState.appPath
  }
  getPath(name: string): string {
    const path = appPaths.get(name)
    if (name === 'userData' || name === 'logs') mkdirSync(path, { recursive: true })
    return path
  }
  setPath(name: string, path: string): void {
    appPaths.set(name, path)
  }
  setAppLogsPath(path?: string): void {
    if (path) appPaths.set('logs', path)
  }
  getLocale(): string {
    return settings.locale
  }
  getSystemLocale(): string {
    return settings.locale
  }
  getLocaleCountryCode(): string {
    return settings.locale.split('-')[1] ?? ''
  }
  getPreferredSystemLanguages(): string[] {
    return [settings.locale]
  }
  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    return takeInstanceLock(additionalData, ({ argv, cwd, additionalData }) => this.emit('second-instance', {}, argv, cwd, additionalData))
  }
  hasSingleInstanceLock(): boolean {
    return holdsInstanceLock()
  }
  releaseSingleInstanceLock(): void {
    dropInstanceLock()
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    if (!effects.protocolClients.includes(scheme)) effects.protocolClients.push(scheme)
    return true
  }
  removeAsDefaultProtocolClient(scheme: string): boolean {
    effects.protocolClients = effects.protocolClients.filter((one) => one !== scheme)
    return true
  }
  isDefaultProtocolClient(scheme: string): boolean {
    return effects.protocolClients.includes(scheme)
  }
  setLoginItemSettings(item: Record<string, unknown>): void {
    effects.loginItem = { openAtLogin: false, ...item }
  }
  getLoginItemSettings(): Record<string, unknown> {
    const wasOpenedAtLogin = process.env.STANDIN_OPENED_AT_LOGIN === '1'
    return {
      openAtLogin: false,
      openAsHidden: false,
      wasOpenedAtLogin,
      wasOpenedAsHidden: false,
      restoreState: false,
      ...effects.loginItem,
    }
  }
  setBadgeCount(count?: number): boolean {
    effects.badge = count ?? 0
    return true
  }
  getBadgeCount(): number {
    return effects.badge
  }
  get badgeCount(): number {
    return effects.badge
  }
  set badgeCount(count: number) {
    effects.badge = count
  }
  get applicationMenu(): Menu | null {
    return Menu.getApplicationMenu()
  }
  set applicationMenu(menu: Menu | null) {
    Menu.setApplicationMenu(menu)
  }
  setAppUserModelId(id: string): void {
    effects.appUserModelId = id
  }
  focus(): void {
    effects.focusCalls.push({ windowId: 0, by: 'app' })
  }
  isActive(): boolean {
    return BrowserWindow.getFocusedWindow() !== null
  }
  isHidden(): boolean {
    return BrowserWindow.getAllWindows().every((window) => !window.isVisible())
  }
  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled
  }
  setAccessibilitySupportEnabled(isEnabled: boolean): void {
    this.accessibilitySupportEnabled = isEnabled
  }
  enableSandbox(): void {
    if (appState.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  disableHardwareAcceleration(): void {
    if (appState.isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }
  isHardwareAccelerationEnabled(): boolean {
    return false
  }
  // What no test can notice on a machine without a shell around the app.
  setAboutPanelOptions(_options: object): void {}
  setJumpList(_categories: unknown): string {
    return 'ok'
  }
  setUserTasks(_tasks: unknown): boolean {
    return true
  }
  setDesktopName(_name: string): void {}
  addRecentDocument(_path: string): void {}
  clearRecentDocuments(): void {}
  getAppMetrics() {
    return [{ pid: process.pid, type: 'Browser', memory: { workingSetSize: Math.round(process.memoryUsage.rss() / 1024) } }]
  }
}

export const chromiumSwitches: string[] = []

function commandLine() {
  const own = () => process.argv.slice(2).filter((one) => one.startsWith('--'))
  const named = (name: string) => [...own(), ...chromiumSwitches].find((one) => one === `--${name}` || one.startsWith(`--${name}=`))
  return {
    appendSwitch: (name: string, value?: string) => void chromiumSwitches.push(value === undefined ? `--${name}` : `--${name}=${value}`),
    appendArgument: (value: string) => void chromiumSwitches.push(value),
    hasSwitch: (name: string) => named(name) !== undefined,
    getSwitchValue: (name: string) => named(name)?.split('=').slice(1).join('=') ?? '',
    removeSwitch(name: string): void {
      const at = chromiumSwitches.findIndex((one) => one === `--${name}` || one.startsWith(`--${name}=`))
      if (at >= 0) chromiumSwitches.splice(at, 1)
    },
  }
}

export const app = new App()
