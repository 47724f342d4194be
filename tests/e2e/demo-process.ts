import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname

export type DemoProcess = {
  phonePage: string
  relayUrl: string
  pairingCode: string
  /** Everything that was printed so far. */
  printed: () => string
  /** Ctrl-C; resolves with the exit code and how long stopping took. */
  interrupt: () => Promise<{ exitCode: number | null; tookMs: number }>
}

export type DemoSettings = { PORT: string; SANDBOX_PORT: string; DATABASE_URL: string }

/** Two free ports and a database that does not exist yet. */
export async function demoSettings(): Promise<DemoSettings & { drop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-demo-'))
  const [port, sandboxPort] = [await takePort(), await takePort()]
  await Promise.all([port.free(), sandboxPort.free()])
  return {
    PORT: String(port.number),
    SANDBOX_PORT: String(sandboxPort.number),
    DATABASE_URL: `sqlite:${join(folder, 'demo.sqlite')}`,
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A port that is taken until it is freed. */
export async function takePort(): Promise<{ number: number; free: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return { number: port, free: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Starts the demo as `pnpm start` does and waits until it has introduced itself. */
export async function startDemoProcess(settings: DemoSettings): Promise<DemoProcess> {
  const { child, printed } = runDemo(settings)
  const ended = once(child, 'exit') as Promise<[number | null]>
  await Promise.race([
    untilPrinted(child, printed, 'Ctrl-C'),
    ended.then(() => {
      throw new Error(`The demo did not start:\n${printed()}`)
    }),
  ])
  return {
    phonePage: after(printed(), "The patient's phone"),
    relayUrl: after(printed(), 'The relay'),
    pairingCode: after(printed(), 'Pairing code'),
    printed,
    async interrupt() {
      const startedAt = performance.now()
      child.kill('SIGINT')
      const [exitCode] = await ended
      return { exitCode, tookMs: performance.now() - startedAt }
    },
  }
}

/** Runs a demo that is expected to give up by itself. */
export async function runDemoToEnd(settings: DemoSettings): Promise<{ exitCode: number | null; printed: string }> {
  const { child, printed } = runDemo(settings)
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  return { exitCode, printed: printed() }
}

function runDemo({ PORT, SANDBOX_PORT, DATABASE_URL }: DemoSettings): { child: ChildProcess; printed: () => string } {
  const env = { ...process.env, NODE_ENV: '', DESK: 'none', PORT, SANDBOX_PORT, DATABASE_URL }
  const child = spawn(process.execPath, ['relay/sandbox/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  // A demo that outlives its test would keep the ports.
  process.once('exit', () => child.kill('SIGKILL'))
  return { child, printed: () => text }
}

async function untilPrinted(child: ChildProcess, printed: () => string, words: string): Promise<void> {
  while (!printed().includes(words)) await once(child.stdout!, 'data')
}

const after = (printed: string, label: string) => new RegExp(`${label}\\s+(\\S+)`).exec(printed)?.[1] ?? ''
