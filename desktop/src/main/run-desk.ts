import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, nativeTheme, safeStorage, session } from 'electron'
import type { PreferencesChange } from '../ipc/preferences.ts'
import type { Push, Target } from '../ipc/pushes.ts'
import type { DeskCore } from './core/core-options.ts'
import { createDeskCore } from './core/desk-core.ts'
import { registerCalls } from './ipc/register-calls.ts'
import { showBadge } from './os/badge.ts'
import { LINK_SCHEME, type PairingLink, pairingLinkIn } from './os/deep-link.ts'
import { openTray, type TrayShows } from './os/desk-tray.ts'
import { hearLinks } from './os/hear-links.ts'
import { followLoginItem } from './os/login-item.ts'
import { watchNetwork } from './os/network-watch.ts'
import { openNotices } from './os/notices.ts'
import { watchPower } from './os/power.ts'
import { quitInOrder } from './os/quit-in-order.ts'
import { openSettings } from './os/settings-file.ts'
import { showToast } from './os/toast.ts'
import { openUpdates } from './os/updates.ts'
import { serveAppScheme } from './security/app-scheme.ts'
import { lockSession, openAllowed } from './security/lock-contents.ts'
import { openSecretStore } from './security/secret-store.ts'
import { pairingIn } from './start-args.ts'
import { bringToFront, openMainWindow, pushTo } from './window/main-window.ts'
import { setMenu } from './window/menu.ts'
import { surviveCrash } from './window/survive-crash.ts'
import { nextZoom } from './window/zoom.ts'

const HALF_AN_HOUR_MS = 30 * 60_000
const dist = join(import.meta.dirname, '..')
const icons = join(dist, 'icons')
const { platform } = process

const report = (where: string, code: string) => console.error(`${where}: ${code}`)

/** Joins the core with the window and the system, and runs until the app quits. */
export async function runDesk(): Promise<void> {
  const folder = app.getPath('userData')
  const settings = openSettings(folder, report)
  let window: BrowserWindow | null = null
  let link: PairingLink | null = pairingLinkIn(process.argv)
  let isQuitting = false
  const shows: TrayShows = { line: 'unpaired', badge: { count: 0, isUrgent: false }, hasAlarm: false, isPaused: false }

  hearLinks((next) => {
    showWindow()
    if (!next) return
    link = next
    pushTo(window, { kind: 'pairingLink', ...next })
  })
  await app.whenReady()

  const secrets = await openSecretStore(folder, safeStorage, platform, report)
  const updates = await openUpdates(app.isPackaged, {
    changed: (update) => pushTo(window, { kind: 'update', update }),
    business: () => ({ ...notices.business(), isSending: core.state().isSending }),
    beforeInstall: () => {
      isQuitting = true
    },
    report,
  })

  const notices = openNotices({
    ask: (name, input) => core.handle(name, input),
    push: (push) => pushTo(window, push),
    toast: showToast,
    open: (target) => showWindow(target),
    flash: () => {
      if (window && !window.isFocused()) window.flashFrame(true)
      app.dock?.bounce('critical')
    },
    isFocused: () => window?.isFocused() === true && window.isVisible(),
    preferences: () => settings.read().preferences,
    alarmsChanged: (hasAlarm) => showTray({ hasAlarm }),
    clockOffsetMs: () => core.state().line.clockOffsetMs,
  })

  const core: DeskCore = createDeskCore({
    folder,
    secrets,
    push: hearCore,
    onNoticeSource: (change) => void notices.hear(change),
    readPreferences: () => settings.read().preferences,
    changePreferences: (change) => changePreferences(change),
    openExternal: openAllowed,
    writeClipboard: (text) => clipboard.writeText(text),
    setBadge(badge) {
      showBadge(window, badge, icons, platform)
      showTray({ badge })
    },
    readUpdate: () => updates.state(),
    installUpdate: () => updates.install(),
    pairingLink: () => link,
    version: app.getVersion(),
    platform,
    report,
  })

  function hearCore(push: Push): void {
    pushTo(window, push)
    if (push.kind === 'line') showTray({ line: push.line.state })
    if (push.kind === 'appState') link = core.state().isPaired ? null : link
    if (push.kind === 'appState' || (push.kind === 'changed' && push.type === null)) void notices.reread()
  }

  function changePreferences(change: PreferencesChange) {
    const preferences = settings.changePreferences(change)
    nativeTheme.themeSource = preferences.theme
    window?.webContents.setZoomFactor(preferences.zoom)
    followLoginItem(preferences.startWithComputer, platform)
    return preferences
  }

  function showWindow(target?: Target): void {
    if (!app.isReady()) return
    if (!window || window.isDestroyed()) window = makeWindow()
    else bringToFront(window)
    if (target) pushTo(window, { kind: 'open', target })
  }

  function makeWindow(): BrowserWindow {
    const made = openMainWindow({
      preload: join(dist, 'preload/preload.cjs'),
      icon: join(icons, 'app.png'),
      isPackaged: app.isPackaged,
      state: settings.read().window,
      zoom: () => settings.read().preferences.zoom,
      hidesOnClose: () => !isQuitting && settings.read().preferences.keepInTray,
      onMoved: (state) => settings.keepWindow(state),
    })
    surviveCrash(made, report)
    made.on('focus', () => made.flashFrame(false))
    made.on('closed', () => {
      window = null
    })
    return made
  }

  function showTray(change: Partial<TrayShows>): void {
    Object.assign(shows, change)
    tray.show(shows)
  }

  function pauseNotices(isPaused: boolean): void {
    notices.pause(isPaused ? HALF_AN_HOUR_MS : 0, () => showTray({ isPaused: false }))
    showTray({ isPaused })
  }

  lockSession(session.defaultSession, app.isPackaged)
  session.defaultSession.setSpellCheckerLanguages(platform === 'darwin' ? [] : ['en-US', 'es'])
  serveAppScheme({ folder: join(dist, 'renderer'), fetchRecording: (callId, range) => core.fetchRecording(callId, range) })
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  nativeTheme.themeSource = settings.read().preferences.theme
  followLoginItem(settings.read().preferences.startWithComputer, platform)
  const tray = openTray(icons, { open: () => showWindow(), pauseNotices, quit: () => app.quit() }, shows, platform)
  const zoom = (direction: 1 | -1 | 0) => {
    const zoom = direction === 0 ? 1 : nextZoom(settings.read().preferences.zoom, direction)
    pushTo(window, { kind: 'preferences', preferences: changePreferences({ zoom }) })
  }
  setMenu({ window: () => window, zoom, quit: () => app.quit() }, platform, app.isPackaged)

  registerCalls(() => window, core)
  // The cache first, then the window: its first question finds the answer ready.
  await core.start()
  window = makeWindow()
  void notices.reread()
  const stopNetwork = watchNetwork(() => core.networkChanged())
  watchPower({
    suspended: () => core.suspended(),
    resumed: () => core.resumed(),
    locked: (isLocked) => notices.setLocked(isLocked),
  })

  app.on('activate', () => showWindow())
  quitInOrder({
    beforeQuit() {
      isQuitting = true
      updates.beforeQuit()
    },
    stop() {
      stopNetwork()
      notices.stop()
      tray.close()
      return Promise.allSettled([core.stop(), settings.written()])
    },
  })

  const pairing = pairingIn(process.argv, app.isPackaged)
  if (pairing && !core.state().isPaired) {
    const answer = await core.handle('pair.start', { ...pairing, deskName: 'This computer' })
    if (!answer.ok) report('pair', answer.code)
  }
}
