import { app, BrowserWindow, protocol } from 'electron'
import { mark } from '../marks.ts'
import '../watch-app.ts'

// What any app costs here: one locked window with a line of text, opened the way the desk opens its own.

const PAGE = '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Empty</p><script src="page.js"></script>'
const SCRIPT = "addEventListener('keydown', () => document.body.append(document.createElement('hr')))"
const POLICY = "default-src 'none'; script-src 'self'"

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
app.enableSandbox()
const folder = process.argv.find((one) => one.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
if (folder) app.setPath('userData', folder)
app.on('window-all-closed', () => app.quit())
mark('main')

void app.whenReady().then(() => {
  protocol.handle('app', ({ url }) => {
    const isScript = url.endsWith('.js')
    const headers = { 'content-type': isScript ? 'text/javascript' : 'text/html', 'content-security-policy': POLICY }
    return new Response(isScript ? SCRIPT : PAGE, { headers })
  })
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false } })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://desk/index.html')
})
