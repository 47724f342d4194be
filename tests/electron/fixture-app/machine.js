import electron, {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  shell,
  Tray,
} from 'electron'

/** Deeds a person at the machine would notice, as one IPC call by name. */
export function registerMachine(ipcMain, window, noted) {
  let hides = false
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen']) powerMonitor.on(event, () => noted.push(event))
  nativeTheme.on('updated', () => noted.push(`dark ${nativeTheme.shouldUseDarkColors}`))
  app.on('open-url', (_event, url) => noted.push(`open ${url}`))
  app.on('before-quit', () => {
    hides = false
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    noted.push(`gone ${reason}`)
    window.webContents.reload()
  })
  let tray = null
  window.on('close', (event) => {
    if (!hides) return
    event.preventDefault()
    window.hide()
  })

  const deeds = {
    notify: (options) => {
      const toast = new Notification(options)
      for (const event of ['show', 'click', 'close']) toast.on(event, () => noted.push(`toast ${event}`))
      toast.show()
    },
    tray: () => {
      tray = new Tray(nativeImage.createEmpty())
      tray.setToolTip('2 waiting')
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: 'Open', click: () => noted.push('tray open') },
          { label: 'Grey', enabled: false },
        ]),
      )
      tray.on('click', () => noted.push('tray click'))
    },
    menu: () => {
      const zoom = { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', click: () => noted.push('larger') }
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'View', submenu: [zoom, { type: 'separator' }] }]))
    },
    shortcut: () => globalShortcut.register('Alt+Space', () => noted.push('shortcut')),
    badge: (count) => app.setBadgeCount(count),
    ask: () => dialog.showMessageBox(window, { message: 'Sure?', buttons: ['Yes', 'No'], cancelId: 1 }),
    save: () => dialog.showSaveDialog({ defaultPath: 'day.pdf' }),
    external: (url) => shell.openExternal(url),
    copy: (text) => clipboard.writeText(text),
    pasted: () => clipboard.readText(),
    theme: (source) => {
      nativeTheme.themeSource = source
    },
    login: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
    loginState: () => app.getLoginItemSettings().openAtLogin,
    idle: (threshold) => [powerMonitor.getSystemIdleTime(), powerMonitor.getSystemIdleState(threshold)],
    hideOnClose: () => {
      hides = true
    },
    windowState: () => ({ count: BrowserWindow.getAllWindows().length, isVisible: window.isVisible(), isFocused: window.isFocused() }),
    bounds: (bounds) => {
      window.setBounds(bounds)
      window.maximize()
      return [window.getNormalBounds(), window.getBounds(), screen.getPrimaryDisplay().workArea]
    },
    attention: () => {
      window.flashFrame(true)
      window.setProgressBar(0.5)
      window.setTitle('Fixture (2)')
    },
    backend: () => safeStorage.getSelectedStorageBackend(),
    unknown: (part, name) => electron[part][name](),
    lateScheme: () => protocol.registerSchemesAsPrivileged([]),
    sendToClosed: async () => {
      const other = new BrowserWindow({ show: false })
      const { webContents } = other
      other.destroy()
      return webContents.send('x')
    },
    throwLater: () => {
      setTimeout(() => {
        throw new Error('nobody caught this')
      }, 0)
    },
    exit: (code) => app.exit(code),
    time: () => [Date.now(), Date.parse(new Date().toISOString()), Temporal.Now.instant().epochMilliseconds],
  }
  ipcMain.handle('deed', (_event, name, ...args) => deeds[name](...args))
}
