import { app, safeStorage } from 'electron'

/** What a contract needs to ask of the main process, as IPC calls. */
export function registerProbes(ipcMain, window, noted) {
  ipcMain.handle('echo', (_event, ...args) => args)
  ipcMain.handle('kinds', (_event, value) =>
    Object.fromEntries(Object.entries(value).map(([key, one]) => [key, Object.prototype.toString.call(one)])),
  )
  ipcMain.handle('fail', () => {
    throw Object.assign(new RangeError('too far'), { code: 'OWN' })
  })
  ipcMain.handle('give-function', () => () => 1)
  ipcMain.handle('sender', (event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    parent: event.senderFrame.parent,
    isWindow: event.sender === window.webContents,
    ids: [typeof event.processId, typeof event.frameId],
  }))
  ipcMain.on('push-back', (_event, value) => window.webContents.send('pushed', value, new Date(0)))
  ipcMain.handle('noted', () => noted)
  ipcMain.handle('contents', () => ({
    url: window.webContents.getURL(),
    title: window.getTitle(),
    zoom: window.webContents.getZoomFactor(),
  }))
  ipcMain.handle('zoom', (_event, factor) => window.webContents.setZoomFactor(factor))
  ipcMain.handle('app', () => ({
    name: app.getName(),
    version: app.getVersion(),
    packaged: app.isPackaged,
    userData: app.getPath('userData'),
  }))
  ipcMain.handle('now', () => Date.now())
  ipcMain.handle('run', (_event, code) => window.webContents.executeJavaScript(code))
  ipcMain.handle('seal', async (_event, text) => (await safeStorage.encryptStringAsync(text)).toString('base64'))
  ipcMain.handle('unseal', async (_event, sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result)
  ipcMain.handle('can-seal', () => safeStorage.isAsyncEncryptionAvailable())
  ipcMain.handle('pdf', async () => (await window.webContents.printToPDF({})).subarray(0, 5).toString('latin1'))
}
