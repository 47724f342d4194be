import { randomBytes } from 'node:crypto'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { createPairingCode } from '../src/desk/pair-device.ts'
import { systemClock } from '../src/ports/clock.ts'
import { type RunningRelay, startRelay } from '../src/start-relay.ts'
import { listPractices } from '../src/store/practices.ts'
import { DemoClock } from './demo-clock.ts'
import { connectNumbers, demoConfig, demoSandbox, type RunningDemo, seedBeforeMorning } from './demo-connect.ts'
import { writeHistory } from './demo-history.ts'
import { playMorning } from './demo-morning.ts'
import { type ServedSandbox, serveSandbox } from './sandbox.ts'

export type Demo = {
  relay: RunningRelay
  sandbox: ServedSandbox
  practice: Practice
  isNew: boolean
  phonePage: string
  pairingCode(): Promise<string>
  stop(): Promise<void>
}

/** A port that cannot be had, or a setting that is wrong, in words for whoever starts the demo. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** Starts the relay with a seeded demo practice, and the sandbox that stands in for Twilio and Vapi, all on this machine. Secrets
 *  between the two are made anew at every start; what was booked and said stays in the database. */
export async function startDemo(environment: Record<string, string | undefined>): Promise<Demo> {
  const port = readPort(environment, 'PORT', 4000)
  const sandboxPort = readPort(environment, 'SANDBOX_PORT', 4010)
  const secrets = { authToken: newSecret(), webhookSecret: newSecret(), apiKey: newSecret() }
  const clock = new DemoClock(systemClock)
  let relay: RunningRelay | null = null
  let running: RunningDemo | null = null
  const sandbox = await onPort('SANDBOX_PORT', sandboxPort, () =>
    serveSandbox(demoSandbox({ secrets, relayBase: `http://127.0.0.1:${port}`, clock, running: () => running }), sandboxPort),
  )
  try {
    const config = demoConfig({ DATABASE_URL: 'sqlite:.data/demo.sqlite', ...environment }, { port, sandboxUrl: sandbox.url, secrets })
    relay = await onPort('PORT', port, () => startRelay(config, { clock }))
    const started = relay
    const { base, store, dispatcher } = started.deps
    const [known] = await store.read(() => listPractices())
    const practice = known ?? (await seedBeforeMorning(base, clock))
    running = { relay: started, practice }
    await connectNumbers(running, sandbox)
    if (!known) {
      await playMorning({ base, dispatcher, sandbox, practice, clock })
      await writeHistory(base, practice)
    }
    return {
      relay: started,
      sandbox,
      practice,
      isNew: known === undefined,
      phonePage: `${sandbox.url}/phone/`,
      pairingCode: async () => (await createPairingCode(base, practice.id)).code,
      async stop() {
        await started.stop()
        await sandbox.close()
      },
    }
  } catch (error) {
    await relay?.stop()
    await sandbox.close()
    throw error
  }
}

const newSecret = () => randomBytes(16).toString('hex')

function readPort(environment: Record<string, string | undefined>, name: string, fallback: number): number {
  const text = environment[name] ?? String(fallback)
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new StartProblem(`${name} must be a port number between 1 and 65535, like ${name}=${fallback}.`)
  return port
}

async function onPort<T>(name: string, port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new StartProblem(`Port ${port} is taken by another program. Choose another one: ${name}=${port + 100} npx -y pnpm@12 start`)
  }
}
