import type { ControlAnswer, ControlRequest, Controls } from './control.ts'
import { effects } from './effects.ts'
import { app } from './module/app.ts'
import { BrowserWindow } from './module/browser-window.ts'
import { answerDialog } from './module/dialog.ts'
import { pressShortcut, registeredShortcuts } from './module/global-shortcut.ts'
import { Menu, type MenuItem } from './module/menu.ts'
import { nativeTheme } from './module/native-theme.ts'
import { Notification } from './module/notification.ts'
import { powerMonitor } from './module/power-monitor.ts'
import { Tray } from './module/tray.ts'

type Acts = { [Name in keyof Controls]: (...args: Controls[Name]['in']) => Controls[Name]['out'] }

const POWER = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'on-ac',
  'on-battery',
  'shutdown',
  'user-did-become-active',
  'user-did-resign-active',
]
const APP = ['second-instance', 'open-url', 'open-file', 'activate', 'child-process-gone', 'accessibility-support-changed']

const acts: Acts = {
  effects: () => ({
    ...effects,
    windows: BrowserWindow.getAllWindows().map((one) => one._effect()),
    trays: Tray._all.map((one) => one._effect()),
    applicationMenu: Menu.getApplicationMenu()?._effect() ?? [],
    shortcuts: registeredShortcuts(),
  }),
  emit(event, ...args) {
    if (POWER.includes(event)) return powerMonitor.emit(event, {})
    if (APP.includes(event)) return app.emit(event, { preventDefault() {} }, ...args)
    throw new Error(`the stand-in does not know how to emit ${event}`)
  },
  notificationEvent(index, event, argument) {
    const shown = Notification._shown.at(index)
    if (!shown) throw new Error(`There is no notification ${index}; ${Notification._shown.length} were shown.`)
    if (event === 'close') shown.close()
    else
      shown.emit(
        event,
        event === 'action' ? { actionIndex: argument } : event === 'reply' ? { reply: argument } : {},
        ...(argument === undefined ? [] : [argument]),
      )
    return null
  },
  clickTray(event = 'click') {
    if (!liveTray().emit(event, {}, {}, {})) throw new Error(`Nothing listens to a ${event} on the tray icon.`)
    return null
  },
  clickTrayMenu: (label) => click(liveTray()._menu, label),
  clickMenu: (label) => click(Menu._lastPopup ?? Menu.getApplicationMenu(), label),
  pressShortcut(accelerator) {
    if (pressShortcut(accelerator)) return true
    const item = Menu.getApplicationMenu()
      ?._all()
      .find((one) => sameKeys(one.accelerator, accelerator))
    if (item) choose(item)
    return item !== undefined
  },
  answerDialog: (answer) => done(answerDialog(answer)),
  setSystemColorScheme: (scheme) => done(nativeTheme._setSystem(scheme)),
  setIdleSeconds(seconds) {
    powerMonitor._idleSeconds = seconds
    return null
  },
  setClipboard(text) {
    effects.clipboard = text
    return null
  },
  closeWindow: (id) => done(windowOf(id).close()),
  moveWindow: (bounds, id) => done(windowOf(id).setBounds(bounds)),
  focusWindow(isFocused, id) {
    const window = windowOf(id)
    if (isFocused) window.focus()
    else window._blur()
    return null
  },
  crashRenderer: (id) => done(windowOf(id).webContents.forcefullyCrashRenderer()),
  quit: () => done(void setImmediate(() => app.quit())),
}

const done = (_nothing: unknown): null => null

/** Lets the test that started this process drive it over Node's own channel. */
export function serveControls(): void {
  process.on('message', (request: ControlRequest) => process.send?.(answer(request)))
}

function answer({ id, name, args }: ControlRequest): ControlAnswer {
  try {
    return { id, value: (acts[name] as (...args: unknown[]) => unknown)(...args) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

function windowOf(id: number | undefined): BrowserWindow {
  const window = id === undefined ? BrowserWindow.getAllWindows()[0] : BrowserWindow.fromId(id)
  if (!window) throw new Error('There is no such window.')
  return window
}

function liveTray(): Tray {
  const tray = Tray._all.find((one) => !one.isDestroyed())
  if (!tray) throw new Error('There is no tray icon.')
  return tray
}

function click(menu: Menu | null, label: string): null {
  const item = menu?._all().find((one) => one.label === label && one.visible)
  if (!item)
    throw new Error(
      `No item "${label}" in the menu: ${menu
        ?._all()
        .map((one) => one.label)
        .join(', ')}`,
    )
  if (!item.enabled) throw new Error(`"${label}" is greyed out.`)
  choose(item)
  return null
}

type WebCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'delete' | 'reload' | 'toggleDevTools'
const WEB_COMMANDS: readonly string[] = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'delete', 'reload', 'toggleDevTools']

function choose(item: MenuItem): void {
  const window = BrowserWindow.getFocusedWindow() ?? undefined
  const { role } = item
  if (role === 'quit') app.quit()
  else if (role === 'close') window?.close()
  else if (role === 'minimize') window?.minimize()
  else if (role === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen())
  else if (role && WEB_COMMANDS.includes(role)) window?.webContents[role as WebCommand]()
  else item.click({ triggeredByAccelerator: false }, window)
}

function sameKeys(one: string | undefined, other: string): boolean {
  const main = process.platform === 'darwin' ? 'Command' : 'Control'
  const norm = (keys: string) =>
    keys
      .replace(/CmdOrCtrl|CommandOrControl/i, main)
      .replace(/\bCtrl\b/i, 'Control')
      .replace(/\bCmd\b/i, 'Command')
      .toLowerCase()
  return one !== undefined && norm(one) === norm(other)
}
