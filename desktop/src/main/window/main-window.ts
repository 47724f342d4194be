import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_ORIGIN, PUSH_CHANNEL } from '../../ipc/contract.ts'
import type { Push } from '../../ipc/pushes.ts'
import { lockedPreferences } from '../security/web-preferences.ts'
import { placeWindow, SMALLEST, type WindowState } from './window-state.ts'

export const PAGE = `${APP_ORIGIN}/index.html`

export type MainWindowOptions = {
  preload: string
  icon: string
  isPackaged: boolean
  state: WindowState | null
  zoom(): number
  /** Whether closing only hides it. */
  hidesOnClose(): boolean
  onMoved(state: WindowState): void
}

/** The one window. It shows itself once the page has something to show. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const place = placeWindow(options.state, areas)
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'DentalAnswer',
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171a' : '#f7f8f9',
    webPreferences: lockedPreferences(options.preload, options.isPackaged),
  })
  if (place.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(options.zoom()))
  window.on('close', (event) => {
    options.onMoved(stateOf(window))
    if (!options.hidesOnClose()) return
    event.preventDefault()
    window.hide()
  })
  keepPlace(window, options.onMoved)
  void window.loadURL(PAGE)
  return window
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Tells the page, if there is one to tell. */
export function pushTo(window: BrowserWindow | null, push: Push): void {
  if (window && !window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(PUSH_CHANNEL, push)
}

function keepPlace(window: BrowserWindow, onMoved: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!window.isDestroyed() && !window.isMinimized()) onMoved(stateOf(window))
    }, 500)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('closed', () => clearTimeout(timer))
}

function stateOf(window: BrowserWindow): WindowState {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
}
