import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron'
import { registerMachine } from './machine.js'
import { registerProbes } from './probes.js'

const here = import.meta.dirname
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; media-src 'self'; img-src 'self'"
const TYPES = { html: 'text/html', js: 'text/javascript', wav: 'audio/wav' }

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
const userData = process.argv.find((one) => one.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
if (userData) app.setPath('userData', userData)

const isFirst = app.requestSingleInstanceLock({ from: 'fixture' })
if (!isFirst) app.quit()
else app.whenReady().then(start)

function start() {
  protocol.handle('app', answer)
  session.defaultSession.setPermissionRequestHandler((_contents, permission, done) => done(permission === 'clipboard-read'))
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-read')
  const window = new BrowserWindow({
    width: 1000,
    height: 700,
    show: false,
    webPreferences: { preload: join(here, 'preload.cjs'), contextIsolation: true, sandbox: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(({ url }) => {
    noted.push(`window ${url}`)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event, url) => {
    noted.push(`navigate ${url}`)
    if (!url.startsWith('app://desk/')) event.preventDefault()
  })
  registerProbes(ipcMain, window, noted)
  registerMachine(ipcMain, window, noted)
  window.loadURL('app://desk/index.html')
}

const noted = []
app.on('second-instance', (_event, argv, cwd, data) => noted.push(`second ${argv.at(-1)} ${cwd ? 'cwd' : ''} ${data?.from}`))
app.on('window-all-closed', () => app.quit())

async function answer(request) {
  const url = new URL(request.url)
  if (url.pathname === '/echo')
    return Response.json({ url: request.url, method: request.method, body: await request.text() }, { status: 201 })
  if (url.pathname === '/sound.wav') return sound(request.headers.get('range'))
  try {
    const body = await readFile(join(here, url.pathname))
    const type = TYPES[url.pathname.split('.').at(-1)] ?? 'application/octet-stream'
    return new Response(body, { headers: { 'content-type': type, 'content-security-policy': POLICY } })
  } catch {
    return new Response('not there', { status: 404 })
  }
}

function sound(range) {
  const bytes = wave()
  const [from, to] = (/bytes=(\d+)-(\d*)/.exec(range ?? '') ?? []).slice(1)
  if (from === undefined) return new Response(bytes, { headers: { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' } })
  const end = to ? Number(to) : bytes.length - 1
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'content-range': `bytes ${from}-${end}/${bytes.length}` }
  return new Response(bytes.subarray(Number(from), end + 1), { status: 206, headers })
}

/** Two seconds of silence at 8 kHz. */
function wave() {
  const samples = 16_000
  const bytes = Buffer.alloc(44 + samples, 128)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8_000, 24)
  bytes.writeUInt32LE(8_000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples, 40)
  return bytes
}
