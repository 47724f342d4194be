import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoConfig } from '@dentalanswer/relay/sandbox/demo-connect.ts'
import { demoPractice } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import { serveSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { linesOf } from '@dentalanswer/relay/src/deps.ts'
import { createPairingCode, pairDevice } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { createPractice } from '@dentalanswer/relay/src/onboarding/create-practice.ts'
import type { LineDeps } from '@dentalanswer/relay/src/onboarding/line-deps.ts'
import type { VendorAnswer } from '@dentalanswer/relay/src/ports/vendor-answer.ts'
import { type RunningRelay, startRelay } from '@dentalanswer/relay/src/start-relay.ts'
import { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { openDatabases } from './bench-world.ts'
import { type Measurement, measurement } from './measurement.ts'
import type { Engine } from './options.ts'
import { median, quantile } from './statistics.ts'

const LONGEST_MS = 60_000
const LOOK_EVERY_MS = 20

/** From "get this number" to a saved one, with vendors that take as long to answer as the real ones: the whole run, and what the vendors
 *  alone take for the requests that cannot be left out. */
export async function measureOnboarding(engine: Engine, isQuick: boolean): Promise<Measurement[]> {
  const runs = isQuick ? 2 : 8
  const databases = await openDatabases(engine)
  const bench = await openOnboardingBench(databases.relay)
  try {
    const free = done(await bench.lines.supplier.search({ kind: 'local', areaCode: '737', limit: 30 })).map((one) => one.phoneNumber)
    const took: number[] = []
    const bare: number[] = []
    // One after the other in turns, so that whatever else the machine does meets both.
    for (let at = 0; at < runs; at++) {
      took.push(await bench.onboard(free[at]!))
      bare.push(await timed(() => bareRequests(bench.lines, free[runs + at]!)))
    }
    const detail = { runs: took, bare }
    const row = { engine, unit: 'ms', baseline: median(bare) } as const
    const sorted = took.toSorted((a, b) => a - b)
    return [
      measurement({ ...row, name: 'onboarding: a number, bought to saved, median', value: median(took), target: { most: 10_000 }, detail }),
      measurement({ ...row, name: 'onboarding: the slowest of them', value: quantile(sorted, 1), target: { most: 10_000 } }),
    ]
  } finally {
    await bench.close()
    await databases.close()
  }
}

async function openOnboardingBench(databaseUrl: string) {
  const secrets = { authToken: newSecret(), webhookSecret: newSecret(), apiKey: newSecret() }
  let relay: RunningRelay | null = null
  const sandbox = await serveSandbox(
    {
      twilio: { accountSid: `AC${'0'.repeat(32)}`, authToken: secrets.authToken },
      vapi: { apiKey: secrets.apiKey, webhookSecret: secrets.webhookSecret },
      relayBase: () => relay?.url ?? '',
      people: async () => [],
      practice: async () => ({ name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }),
      delays: 'realistic',
    },
    0,
  )
  const config = demoConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }, { port: 0, sandboxUrl: sandbox.url, secrets })
  const started = await startRelay(config)
  relay = started
  return {
    lines: linesOf(config),
    /** A new practice gets its first number. Returns the milliseconds until a desk could see that it is done. */
    async onboard(phoneNumber: PhoneNumber): Promise<number> {
      const practice = await createPractice(started.deps.base, { ...demoPractice, phoneNumbers: [] }, null)
      const { code } = await createPairingCode(started.deps.base, practice.id)
      // Not over HTTP, where so many codes from one address in a minute are refused.
      const { token } = await pairDevice(started.deps.base, { code: code.replace('-', ''), deviceName: 'Bench' })
      const client = deskClient({ baseUrl: started.url, token })
      return timed(async () => {
        const { id } = await client.call('onboarding.start', { way: 'new', phoneNumber })
        await until(async () => (await runOf(client, id)).state === 'done')
      })
    },
    async close() {
      await started.stop()
      await sandbox.close()
    },
  }
}

async function runOf(client: ReturnType<typeof deskClient>, id: OnboardingRun['id']): Promise<OnboardingRun> {
  const run = (await client.call('snapshot.take', {})).entities.onboardingRuns?.find((one) => one.id === id)
  if (!run) throw new Error('the run is not in the snapshot')
  if (run.problem) throw new Error(`the run stopped: ${run.problem.code}`)
  return run
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_MS
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error('the number was not ready within a minute')
    await sleep(LOOK_EVERY_MS)
  }
}

/** The requests without which no number works, asked for one after the other by nobody else. */
async function bareRequests({ supplier, host, addresses, deskVoiceUrl }: LineDeps, phoneNumber: PhoneNumber): Promise<void> {
  if (!host) throw new Error('the voice service is not configured')
  const tag = `da:${randomUUID()}`
  const number = done(await supplier.buyNumber({ phoneNumber, tag, addresses, voiceUrl: deskVoiceUrl }))
  const service = done(await supplier.createService({ tag, inboundUrl: addresses.smsUrl, statusUrl: addresses.statusUrl }))
  done(await supplier.addToService(service.sid, number.sid))
  const hosted = done(await host.importNumber({ phoneNumber, tag, desk: demoPractice.phoneNumber }))
  const assistant = done(await host.createAssistant(SPEC, { tag, practiceId: randomUUID(), phoneNumberId: randomUUID() }))
  done(await host.linkNumber(hosted.id, assistant.id))
  done(await supplier.configureNumber(number.sid, addresses))
  done(await supplier.readNumber(number.sid))
  done(await host.readNumber(hosted.id))
}

const SPEC: Parameters<NonNullable<LineDeps['host']>['createAssistant']>[0] = {
  firstMessage: 'Hello',
  prompt: 'You answer the phone of a dental practice.',
  languages: ['en'],
  voice: 'warm',
  keyterms: [],
  tools: [],
  transfer: null,
  failureWords: 'One moment.',
  desk: demoPractice.phoneNumber,
  recordCalls: false,
  maxSeconds: 600,
  summaryPrompt: 'Two sentences.',
  timeZone: demoPractice.timeZone,
}

function done<T>(answer: VendorAnswer<T>): T {
  if (answer.kind !== 'done') throw new Error(`a vendor answered ${answer.kind} ${answer.vendorCode}`)
  return answer.value
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const newSecret = () => randomBytes(16).toString('hex')
