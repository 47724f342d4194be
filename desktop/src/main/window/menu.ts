import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { docsSite, openAllowed } from '../security/lock-contents.ts'

export type MenuDoes = {
  window(): BrowserWindow | null
  zoom(direction: 1 | -1 | 0): void
  quit(): void
}

/** The application's menu. Reload and the developer's tools exist only where the app is not packaged. */
export function setMenu(does: MenuDoes, platform: string, isPackaged: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(does, platform, isPackaged)))
}

export function menuTemplate(does: MenuDoes, platform: string, isPackaged: boolean): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const print: MenuItemConstructorOptions = { label: 'Print…', accelerator: 'CmdOrCtrl+P', click: () => printWindow(does.window()) }
  const close: MenuItemConstructorOptions = isMac ? { role: 'close' } : { label: 'Quit', accelerator: 'Ctrl+Q', click: does.quit }
  return [
    ...(isMac ? [macMenu(does)] : []),
    { label: 'File', submenu: [print, { type: 'separator' }, close] },
    { role: 'editMenu' },
    { label: 'View', submenu: [...zoomItems(does), { type: 'separator' }, { role: 'togglefullscreen' }, ...developerItems(isPackaged)] },
    { role: 'windowMenu' },
    ...(docsSite ? [helpMenu(docsSite)] : []),
  ]
}

function macMenu(does: MenuDoes): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { label: 'Quit DentalAnswer', accelerator: 'Cmd+Q', click: does.quit },
    ],
  }
}

function zoomItems(does: MenuDoes): MenuItemConstructorOptions[] {
  return [
    { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', click: () => does.zoom(1) },
    // The plus key without Shift, and the one on the number pad.
    { label: 'Larger', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true, click: () => does.zoom(1) },
    { label: 'Larger', accelerator: 'CmdOrCtrl+numadd', visible: false, acceleratorWorksWhenHidden: true, click: () => does.zoom(1) },
    { label: 'Smaller', accelerator: 'CmdOrCtrl+-', click: () => does.zoom(-1) },
    { label: 'Smaller', accelerator: 'CmdOrCtrl+numsub', visible: false, acceleratorWorksWhenHidden: true, click: () => does.zoom(-1) },
    { label: 'Usual size', accelerator: 'CmdOrCtrl+0', click: () => does.zoom(0) },
  ]
}

function developerItems(isPackaged: boolean): MenuItemConstructorOptions[] {
  return isPackaged ? [] : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
}

function helpMenu(site: string): MenuItemConstructorOptions {
  return { role: 'help', submenu: [{ label: 'How DentalAnswer works', click: () => void openAllowed(site) }] }
}

function printWindow(window: BrowserWindow | null): void {
  window?.webContents.print({ silent: false, printBackground: true })
}
