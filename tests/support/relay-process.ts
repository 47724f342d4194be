import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Answer, Fault, Order } from './kill-at.ts'

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

export type RelayOptions = {
  environment: Record<string, string>
  /** Waits with everything but loading its code until `begin`. */
  standsBy?: boolean
}

/** A real relay in a process of its own. */
export type RelayProcess = {
  url: string
  pid: number
  ended: Promise<Ended>
  isRunning(): boolean
  log(): string
  begin(): void
  /** Until `/readyz` says yes; throws with the log when the relay ends first. */
  ready(): Promise<void>
  arm(fault: Fault): Promise<void>
  record(): Promise<void>
  /** Every point reached since `record`, in order. */
  reached(): Promise<string[]>
  kill(): Promise<void>
  /** SIGTERM, as a service manager does. */
  terminate(): Promise<Ended>
}

const MAIN = fileURLToPath(new URL('../../relay/src/main.ts', import.meta.url))
const KILL_AT = new URL('./kill-at.ts', import.meta.url).href
/** Compiled once for all the relays of all the tests. */
const COMPILED = join(tmpdir(), 'dentalanswer-compiled')
const READY_WITHIN_MS = 20_000

export function startRelayProcess(options: RelayOptions): RelayProcess {
  const child = spawn(process.execPath, ['--import', KILL_AT, MAIN], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILED,
      ...options.environment,
      ...(options.standsBy && { FAULT_STANDBY: '1' }),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let log = ''
  const keep = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-200_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  let hasEnded = false
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      hasEnded = true
      resolve({ code, signal })
    })
  })
  const url = `http://127.0.0.1:${options.environment.PORT}`
  const ask = <K extends Answer['kind']>(order: Order, kind: K) => answerTo(child, ended, order, kind)
  return {
    url,
    pid: child.pid!,
    ended,
    isRunning: () => !hasEnded,
    log: () => log,
    begin: () => void child.send({ kind: 'start' } satisfies Order),
    async ready() {
      const until = Date.now() + READY_WITHIN_MS
      // Readiness writes to the database, so it is asked only once the relay listens.
      while (!((await isOk(`${url}/healthz`)) && (await isOk(`${url}/readyz`)))) {
        if (hasEnded) throw new Error(`the relay ended while it started:\n${log}`)
        if (Date.now() > until) throw new Error(`the relay was not ready in time:\n${log}`)
        await sleep(15)
      }
    },
    arm: async (fault) => void (await ask({ kind: 'arm', fault }, 'armed')),
    record: async () => void (await ask({ kind: 'record' }, 'recording')),
    reached: async () => (await ask({ kind: 'list' }, 'list')).points,
    async kill() {
      if (!hasEnded) child.kill('SIGKILL')
      await ended
    },
    async terminate() {
      if (!hasEnded) child.kill('SIGTERM')
      return ended
    },
  }
}

async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    // Refused: it does not listen yet, or no more.
    return false
  }
}

function answerTo<K extends Answer['kind']>(
  child: ChildProcess,
  ended: Promise<Ended>,
  order: Order,
  kind: K,
): Promise<Extract<Answer, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const hear = (answer: Answer) => {
      if (answer.kind !== kind) return
      child.off('message', hear)
      resolve(answer as Extract<Answer, { kind: K }>)
    }
    child.on('message', hear)
    void ended.then(() => reject(new Error(`the relay ended before it answered "${order.kind}"`)))
    child.send(order)
  })
}
