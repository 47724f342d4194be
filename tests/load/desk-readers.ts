import { connect, type Socket } from 'node:net'

// A thousand desks in one process: plain sockets that read the live feed and note how old each event is when it arrives.

export type Desk = { path: string; token: string }
export type ReaderAsk = { kind: 'open'; url: string; desks: Desk[]; isStalled: boolean } | { kind: 'take' } | { kind: 'close' }
/** `agesMs`: from the time written in an event, when its transaction began, to the moment a desk has read it. */
export type ReaderAnswer = { open: number; agesMs: number[] }

const sockets = new Set<Socket>()
let agesMs: number[] = []

process.on('message', (ask: ReaderAsk) => {
  answer(ask).then(
    (given) => process.send!(given),
    (error: unknown) => process.send!({ failed: String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))

async function answer(ask: ReaderAsk): Promise<ReaderAnswer> {
  if (ask.kind === 'open')
    // Not all at once: the listen backlog is shorter than a thousand.
    for (let at = 0; at < ask.desks.length; at += 50) await Promise.all(ask.desks.slice(at, at + 50).map((desk) => openDesk(ask, desk)))
  if (ask.kind === 'close') {
    const closed = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of sockets) socket.destroy()
    await Promise.all(closed)
  }
  const taken = agesMs
  agesMs = []
  return { open: sockets.size, agesMs: taken }
}

/** Resolves with the first bytes of the stream; a stalled desk reads nothing after them. */
function openDesk({ url, isStalled }: Extract<ReaderAsk, { kind: 'open' }>, { path, token }: Desk): Promise<void> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', reject)
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${token}\r\naccept: text/event-stream\r\n\r\n`)
    let rest = ''
    socket.on('data', (bytes) => {
      rest = readFrames(rest + bytes.toString('latin1'), Date.now())
      if (isStalled) socket.pause()
    })
    socket.once('data', (bytes) => {
      const status = bytes.toString('latin1').slice(9, 12)
      if (status === '200') resolve()
      else reject(new Error(`the feed answered ${status}`))
    })
  })
}

/** Notes every whole frame and returns what is left over. */
function readFrames(text: string, now: number): string {
  let from = 0
  for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n', from)) {
    const data = text.indexOf('data: ', from)
    const at = data >= 0 && data < end ? text.indexOf('"at":"', data) + 6 : -1
    if (at > 5) agesMs.push(now - Date.parse(text.slice(at, at + 24)))
    from = end + 2
  }
  return text.slice(from)
}
