import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/postgres.ts'
import { ACCOUNT_SID, AUTH_TOKEN, WEBHOOK_SECRET } from './vendor-requests.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const RELAY_MAIN = fileURLToPath(import.meta.resolve('@dentalanswer/relay/src/main.ts'))
const START_MS = 30_000

const running = new Set<ChildProcess>()

/** Ends everything this run has started; for an end that was not planned. */
export function endProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Ends with the bench, however the bench ends. */
export function watched(child: ChildProcess): ChildProcess {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** `cpuMs` is the processor time used so far, which a busy machine hardly changes. */
export type ServerProcess = {
  url: string
  cpuMs(): number
  /** Resident memory in bytes after a full garbage collection. */
  settledMemory(): Promise<number>
  stop(): Promise<void>
}
export type RelayProcess = ServerProcess & { metric(name: string): Promise<number> }

const COLLECTABLE = ['--expose-gc', '--import', here('collect-on-signal.ts')]

/** The relay as an operator runs it, in a process of its own. `profileFolder` keeps a CPU profile of its whole life there. */
export async function startRelay(databaseUrl: string, twilioUrl: string, profileFolder?: string): Promise<RelayProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const flags = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []
  const child = watched(
    spawn(process.execPath, [...flags, ...COLLECTABLE, RELAY_MAIN], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        PATH: process.env.PATH,
        API_URL: url,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'warn',
        TWILIO_ACCOUNT_SID: ACCOUNT_SID,
        TWILIO_AUTH_TOKEN: AUTH_TOKEN,
        TWILIO_API_BASE: twilioUrl,
        VAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
      },
    }),
  )
  await untilHealthy(url, child)
  return {
    ...serverOf(child, url),
    async metric(name) {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(new RegExp(`^${name}(?:{[^}]*})? (.+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
    },
  }
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const since = Date.now(); Date.now() - since < START_MS; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`the relay ended with ${child.exitCode}`)
    const reply = await fetch(`${url}/healthz`).catch(() => null)
    if (reply?.ok) return
  }
  throw new Error('the relay did not start in time')
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exit
  clearTimeout(force)
}

function serverOf(child: ChildProcess, url: string): ServerProcess {
  return {
    url,
    cpuMs: () => cpuMs(child.pid!),
    stop: () => ended(child, 'SIGTERM'),
    async settledMemory() {
      for (let round = 0; round < 3; round++) {
        child.kill('SIGUSR2')
        await sleep(400)
      }
      return residentBytes(child.pid!)
    },
  }
}

/** Resident memory of a running process. */
export function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

const MS_PER_TICK = 10

/** User and system time of a process, from the fields after its name in brackets. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

/** The yardstick server over a database of its own on the same disk. */
export async function startBareServer(databaseUrl: string): Promise<ServerProcess> {
  const child = watched(fork(here('bare-server.ts'), { execArgv: COLLECTABLE, env: { ...process.env, DATABASE_URL: databaseUrl } }))
  const { port } = await message<{ port: number }>(child)
  return serverOf(child, `http://127.0.0.1:${port}`)
}

export type Worker<Ask, Answer> = { ask(question: Ask): Promise<Answer>; stop(): Promise<void> }

/** A process of the bench that answers one message at a time, such as the load generator. */
export function startWorker<Ask extends object, Answer>(file: string): Worker<Ask, Answer> {
  const child = watched(fork(here(file), { serialization: 'advanced', execArgv: [] }))
  return {
    async ask(question) {
      const answer = message<Answer & { failed?: string }>(child)
      child.send(question)
      const given = await answer
      if (given.failed) throw new Error(given.failed)
      return given
    },
    stop: () => ended(child, 'SIGTERM'),
  }
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a process of the bench ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (given) => {
      child.off('exit', onExit)
      resolve(given as T)
    })
  })
}
