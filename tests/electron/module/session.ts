import { join } from 'node:path'
import { effects } from '../effects.ts'
import { appState, requireChromium } from './app-state.ts'
import { GuardedEmitter, guarded } from './guard.ts'
import { net } from './net.ts'
import type { PageLoading } from './page-loading.ts'
import { appPaths } from './paths.ts'
import { protocol } from './protocol.ts'
import { webRequest } from './web-request.ts'

type RequestHandler = (contents: PageLoading, permission: string, callback: (isGranted: boolean) => void, details: object) => void
type CheckHandler = (contents: PageLoading | null, permission: string, origin: string, details: object) => boolean
type DeviceHandler = (details: object) => boolean

class Session extends GuardedEmitter {
  protocol = protocol
  webRequest = webRequest
  availableSpellCheckerLanguages = ['en-US', 'es', 'es-419']
  spellCheckerEnabled = true
  _onRequest: RequestHandler | null = null
  _onCheck: CheckHandler | null = null
  _onDevice: DeviceHandler | null = null
  private userAgent = ''

  constructor() {
    super('session')
  }
  get storagePath(): string {
    return appPaths.get('sessionData')
  }
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this._onRequest = handler
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this._onCheck = handler
  }
  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    this._onDevice = handler
  }
  // A page cannot reach a USB device or capture the screen here, so there is nothing for these two to refuse.
  setUSBProtectedClassesHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  setCertificateVerifyProc(_proc: unknown): void {}
  setSpellCheckerLanguages(languages: string[]): void {
    effects.spellCheckerLanguages = languages
  }
  getSpellCheckerLanguages(): string[] {
    return effects.spellCheckerLanguages ?? []
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled
  }
  setSpellCheckerDictionaryDownloadURL(_url: string): void {}
  isPersistent(): boolean {
    return true
  }
  getStoragePath(): string {
    return this.storagePath
  }
  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent
  }
  getUserAgent(): string {
    return this.userAgent
  }
  getPreloadScripts(): [] {
    return []
  }
  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    return net.fetch(input, init)
  }
  async clearCache(): Promise<void> {
    await this._onEveryPage('Network.clearBrowserCache')
  }
  async clearStorageData(): Promise<void> {
    for (const origin of this._origins()) await this._onEveryPage('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  }
  async clearData(): Promise<void> {
    await this.clearStorageData()
    await this.clearCache()
  }
  async clearAuthCache(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async clearCodeCaches(): Promise<void> {}
  async closeAllConnections(): Promise<void> {}
  flushStorageData(): void {}
  async setProxy(): Promise<void> {}
  async resolveProxy(): Promise<string> {
    return 'DIRECT'
  }
  async getCacheSize(): Promise<number> {
    return 0
  }

  _pages: () => PageLoading[] = () => []
  private _origins(): string[] {
    return [...new Set(this._pages().map((page) => page._chromiumOrigin()))]
  }
  private async _onEveryPage(method: string, params = {}): Promise<void> {
    requireChromium()
    await Promise.all(this._pages().map((page) => page._devtools.send(method, params)))
  }
}

export const defaultSession: Session = new Session()
export type { Session }

/** `session` of the module: one default session. Partitions are not known. */
export const session = guarded('session', {
  get defaultSession(): Session {
    if (!appState.isReady) throw new Error('Session can only be received when app is ready')
    return defaultSession
  },
})

/** Where Chromium keeps its profile: local storage survives a restart as it does in Electron. */
export const profileFolder = () => join(appPaths.get('sessionData'), 'standin-chromium')
