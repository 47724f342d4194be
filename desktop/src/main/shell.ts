import { join } from 'node:path'
import { app, clipboard, nativeTheme } from 'electron'
import type { Preferences, PreferencesChange } from '../ipc/preferences.ts'
import type { Push } from '../ipc/pushes.ts'
import type { DeskCore, DeskCoreOptions, SecretStore } from './core/core-options.ts'
import { createDeskCore } from './core/desk-core.ts'
import { showBadge } from './os/badge.ts'
import { cannotRun } from './os/cannot-run.ts'
import { openTray, type TrayShows } from './os/desk-tray.ts'
import type { Links } from './os/hear-links.ts'
import { followLoginItem } from './os/login-item.ts'
import { type NoticesDo, openNotices } from './os/notices.ts'
import { codeOf, report } from './os/report.ts'
import { saveFile } from './os/save-file.ts'
import type { SettingsFile } from './os/settings-file.ts'
import { showToast } from './os/toast.ts'
import { NO_UPDATES, openUpdates, type Updates } from './os/updates.ts'
import { openAllowed } from './security/lock-contents.ts'
import type { TheWindow } from './window/the-window.ts'
import { nextZoom } from './window/zoom.ts'

const HALF_AN_HOUR_MS = 30 * 60_000
const { platform } = process

export type Ground = { folder: string; dist: string; settings: SettingsFile; window: TheWindow; links: Links; secrets: SecretStore }

/** The core, the notices, the tray and the updates, each told of what the others do. */
export class Shell {
  readonly core: DeskCore
  readonly notices: ReturnType<typeof openNotices>
  private readonly ground: Ground
  private readonly tray: ReturnType<typeof openTray>
  private readonly icons: string
  private readonly shows: TrayShows = { line: 'unpaired', badge: { count: 0, isUrgent: false }, hasAlarm: false, isPaused: false }
  private updates: Updates = NO_UPDATES

  constructor(ground: Ground) {
    this.ground = ground
    this.icons = join(ground.dist, 'icons')
    this.core = createDeskCore(this.coreOptions())
    this.notices = openNotices(this.noticesDo())
    const does = { open: () => ground.window.show(), pauseNotices: (is: boolean) => this.pauseNotices(is), quit: () => app.quit() }
    this.tray = openTray(this.icons, does, this.shows, platform)
    this.follow(ground.settings.read().preferences)
  }

  async lookForUpdates(): Promise<void> {
    this.updates = await openUpdates(app.isPackaged, {
      changed: (update) => this.ground.window.push({ kind: 'update', update }),
      business: () => ({ ...this.notices.business(), isSending: this.core.state().isSending }),
      beforeInstall: () => this.ground.window.letClose(),
      report,
    })
  }

  zoom(direction: 1 | -1 | 0): void {
    const zoom = direction === 0 ? 1 : nextZoom(this.ground.settings.read().preferences.zoom, direction)
    this.ground.window.push({ kind: 'preferences', preferences: this.changePreferences({ zoom }) })
  }

  beforeQuit(): void {
    this.ground.window.letClose()
    this.updates.beforeQuit()
  }

  async stop(): Promise<void> {
    this.notices.stop()
    this.tray.close()
    await Promise.allSettled([this.core.stop(), this.ground.settings.written()])
  }

  private coreOptions(): DeskCoreOptions {
    const { folder, secrets, settings, window, links } = this.ground
    return {
      folder,
      secrets,
      push: (push) => this.hearCore(push),
      onNoticeSource: (change) => void this.notices.hear(change),
      onBroken: cannotRun,
      readPreferences: () => settings.read().preferences,
      changePreferences: (change) => this.changePreferences(change),
      openExternal: openAllowed,
      writeClipboard: (text) => clipboard.writeText(text),
      saveFile: (file) => saveFile(window.get(), file),
      setBadge: (badge) => {
        showBadge(window.get(), badge, this.icons, platform)
        this.showTray({ badge })
      },
      readUpdate: () => this.updates.state(),
      installUpdate: () => this.updates.install(),
      pairingLink: () => links.current(),
      version: app.getVersion(),
      platform,
      report,
    }
  }

  private noticesDo(): NoticesDo {
    const { window, settings } = this.ground
    return {
      ask: (name, input) => this.core.handle(name, input),
      push: (push) => window.push(push),
      toast: showToast,
      open: (target) => window.show(target),
      flash: () => {
        if (!window.isLookedAt()) window.get()?.flashFrame(true)
        app.dock?.bounce('critical')
      },
      isFocused: () => window.isLookedAt(),
      preferences: () => settings.read().preferences,
      alarmsChanged: (hasAlarm) => this.showTray({ hasAlarm }),
      clockOffsetMs: () => this.core.state().line.clockOffsetMs,
      failed: (error) => report('notice', codeOf(error)),
    }
  }

  private hearCore(push: Push): void {
    this.ground.window.push(push)
    if (push.kind === 'line') this.showTray({ line: push.line.state })
    if (push.kind === 'appState') this.showTray({ line: this.core.state().line.state })
    if (push.kind === 'appState' && this.core.state().isPaired) this.ground.links.forget()
    if (push.kind === 'appState' || (push.kind === 'changed' && push.type === null)) void this.notices.reread()
  }

  private changePreferences(change: PreferencesChange): Preferences {
    const preferences = this.ground.settings.changePreferences(change)
    this.follow(preferences)
    return preferences
  }

  private follow({ theme, zoom, startWithComputer }: Preferences): void {
    nativeTheme.themeSource = theme
    this.ground.window.get()?.webContents.setZoomFactor(zoom)
    followLoginItem(startWithComputer, platform)
  }

  private showTray(change: Partial<TrayShows>): void {
    Object.assign(this.shows, change)
    this.tray.show(this.shows)
  }

  private pauseNotices(isPaused: boolean): void {
    this.notices.pause(isPaused ? HALF_AN_HOUR_MS : 0, () => this.showTray({ isPaused: false }))
    this.showTray({ isPaused })
  }
}
