import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DemoClock } from '@dentalanswer/relay/sandbox/demo-clock.ts'
import {
  connectNumbers,
  type DemoSecrets,
  demoConfig,
  demoSandbox,
  type RunningDemo,
  seedBeforeMorning,
} from '@dentalanswer/relay/sandbox/demo-connect.ts'
import type { DemoStage } from '@dentalanswer/relay/sandbox/demo-stage.ts'
import { type ServedSandbox, serveSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { type RunningRelay, startRelay } from '@dentalanswer/relay/src/start-relay.ts'

export type DeskRelay = Awaited<ReturnType<typeof startDeskRelay>>

/** The whole relay on a port of its own with the seeded demo practice, over a database in a temporary folder, with the sandbox at the
 *  wire. Both live by a clock that ticks from `at`. */
export async function startDeskRelay(at: string, givenPort?: number) {
  const port = givenPort ?? (await freePort())
  const timeOffsetMs = Date.parse(at) - Date.now()
  const clock = new DemoClock({ nowMs: () => Date.now() + timeOffsetMs })
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-desk-'))
  const secrets: DemoSecrets = { authToken: newSecret(), webhookSecret: newSecret(), apiKey: newSecret() }
  const url = `http://127.0.0.1:${port}`
  let shown: RunningDemo | null = null
  const sandbox: ServedSandbox = await serveSandbox(
    { ...demoSandbox({ secrets, relayBase: url, clock, running: () => shown }), delays: 'none' },
    0,
  )
  const settings = { DATABASE_URL: `sqlite:${join(folder, 'relay.sqlite')}`, LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' }
  const config = demoConfig(settings, { port, sandboxUrl: sandbox.url, secrets })
  let relay: RunningRelay | null = null
  const stop = async () => {
    const running = relay
    relay = null
    await running?.stop()
  }
  const close = async () => {
    await stop()
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    relay = await startRelay(config, { clock })
    const practice = await seedBeforeMorning(relay.deps.base, clock)
    shown = { relay, practice }
    await connectNumbers(shown, sandbox)
    const current = (): RunningRelay => {
      if (!relay) throw new Error('The relay is stopped.')
      return relay
    }
    return {
      url,
      port,
      timeOffsetMs,
      clock,
      practice,
      sandbox,
      current,
      stage: (): DemoStage => ({ ...pick(current()), sandbox, practice, clock }),
      /** On the same port and database; does nothing while it runs. */
      async start() {
        if (relay) return
        relay = await startRelay(config, { clock })
        shown = { relay, practice }
      },
      stop,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const pick = ({ deps: { base, dispatcher } }: RunningRelay) => ({ base, dispatcher })
const newSecret = () => randomBytes(16).toString('hex')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
