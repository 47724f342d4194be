import { app, ipcMain, type WebContents } from 'electron'
import { mark } from './marks.ts'
import { watchPage } from './watch-page.ts'

// Marks what the app does from outside of it: its own code stays as it is built.

const { BENCH_SHOWN = 'body', BENCH_ANSWERED = 'body', BENCH_KEY } = process.env
const offsetMs = Number(process.env.STANDIN_TIME_OFFSET_MS ?? 0)

type DevTools = { send(method: string, params: object): Promise<unknown> }

/** The stand-in's page has a line to its Chromium; Electron's types do not know it. */
const standInOf = (contents: WebContents) => contents as unknown as { _attached: Promise<void>; _devtools: DevTools }

app.whenReady().then(() => mark('ready'))

app.on('web-contents-created', (_event, contents) => {
  mark('window')
  const page = standInOf(contents)
  const watched = JSON.stringify({ offsetMs, shown: BENCH_SHOWN, answered: BENCH_ANSWERED })
  void page._attached.then(() =>
    page._devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchPage.toString()})(${watched})` }),
  )
  contents.on('console-message', ({ message }) => {
    if (!message.startsWith('mark ')) return
    const { name, atMs } = JSON.parse(message.slice(5)) as { name: string; atMs: number }
    mark(name, { atMs })
    if (name === 'shown' && BENCH_KEY) press(page._devtools, BENCH_KEY)
    if (name === 'answered') isAnswered = true
  })
  const send = contents.send.bind(contents)
  contents.send = (channel, ...args) => {
    const push = args[0] as { kind?: string; seq?: number; line?: { state: string } } | undefined
    mark('push', { kind: push?.kind, seq: push?.seq })
    send(channel, ...args)
    if (push?.line?.state === 'live') mark('live')
  }
})

let isAnswered = false

/** Presses a key every 50 ms until the page has done what it is for: nobody listens yet to one that comes too early. */
function press(devtools: DevTools, key: string): void {
  const one = { key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0) }
  // A window that closes meanwhile needs no key.
  const tell = (more: object) => void devtools.send('Input.dispatchKeyEvent', { ...one, ...more }).catch(() => {})
  const tap = () => {
    if (isAnswered) return
    tell({ type: 'keyDown', text: key })
    tell({ type: 'keyUp' })
    setTimeout(tap, 50).unref()
  }
  tap()
}

const handle = ipcMain.handle.bind(ipcMain)
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...args) => {
    const since = performance.now()
    try {
      return await listener(event, ...args)
    } finally {
      mark('call', { call: args[0], ms: performance.now() - since })
    }
  })

const send = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  mark('asked', { pathname })
  const response = await send(input, init)
  mark('answered by relay', { pathname })
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) return response
  return new Response(response.body.pipeThrough(markEvents()), response)
}

/** Marks each event of the live feed as it arrives, with the moment its transaction began. */
function markEvents(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder()
  return new TransformStream({
    transform(chunk, controller) {
      for (const frame of decoder.decode(chunk, { stream: true }).split('\n\n')) {
        const at = /"at":"([^"]+)"/.exec(frame)?.[1]
        const words = /words-\d+/.exec(frame)?.[0]
        if (at) mark('event', { seq: Number(/^id: (\d+)/m.exec(frame)?.[1]), begunMs: Date.parse(at) - offsetMs, words })
      }
      controller.enqueue(chunk)
    },
  })
}
