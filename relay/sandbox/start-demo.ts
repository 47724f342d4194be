import { randomBytes } from 'node:crypto'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { readConfig } from '../src/config.ts'
import { createPairingCode } from '../src/desk/pair-device.ts'
import { textingNumber } from '../src/messaging/queue-text.ts'
import { type RunningRelay, startRelay } from '../src/start-relay.ts'
import { listPatients, textNumberOf } from '../src/store/patients.ts'
import { listPractices } from '../src/store/practices.ts'
import { loadSetup } from '../src/store/setup.ts'
import { seedDemo } from './demo-practice.ts'
import { type ServedSandbox, serveSandbox } from './sandbox.ts'

const ACCOUNT_SID = `AC${'0'.repeat(32)}`

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
  const [authToken, webhookSecret, apiKey] = Array.from({ length: 3 }, () => randomBytes(16).toString('hex')) as [string, string, string]
  let running: { relay: RunningRelay; practice: Practice } | null = null
  const sandbox = await onPort('SANDBOX_PORT', sandboxPort, () =>
    serveSandbox(
      {
        twilio: { accountSid: ACCOUNT_SID, authToken },
        vapi: { apiKey, webhookSecret },
        relayBase: `http://127.0.0.1:${port}`,
        people: () => peopleOf(running),
        practice: () => lineOf(running),
      },
      sandboxPort,
    ),
  )
  try {
    const config = readConfig({
      DATABASE_URL: 'sqlite:.data/demo.sqlite',
      LOG_LEVEL: 'warn',
      ...environment,
      PORT: String(port),
      API_URL: `http://127.0.0.1:${port}`,
      TWILIO_ACCOUNT_SID: ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_API_BASE: `${sandbox.url}/twilio`,
      VAPI_API_KEY: apiKey,
      VAPI_BASE_URL: `${sandbox.url}/vapi`,
      VAPI_WEBHOOK_SECRET: webhookSecret,
    })
    const relay = await onPort('PORT', port, () => startRelay(config))
    const { base, store } = relay.deps
    const [known] = await store.read(() => listPractices())
    const practice = known ?? (await seedDemo(base, ACCOUNT_SID))
    running = { relay, practice }
    await connectNumbers(running, sandbox)
    return {
      relay,
      sandbox,
      practice,
      isNew: known === undefined,
      phonePage: `${sandbox.url}/phone/`,
      pairingCode: async () => (await createPairingCode(base, practice.id)).code,
      async stop() {
        await relay.stop()
        await sandbox.close()
      },
    }
  } catch (error) {
    await sandbox.close()
    throw error
  }
}

type Running = { relay: RunningRelay; practice: Practice } | null

async function peopleOf(running: Running) {
  if (!running) return []
  const patients = await running.relay.deps.store.read(() => listPatients(running.practice.id))
  return patients.flatMap((one) => {
    const phone = textNumberOf(one)
    return phone ? [{ name: `${one.firstName} ${one.lastName}`, phone, birthDate: one.birthDate ?? '', household: one.lastName }] : []
  })
}

async function lineOf(running: Running) {
  if (!running) return { name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }
  const { phoneNumbers, practice } = await running.relay.deps.store.read(() => loadSetup(running.practice.id))
  const line = textingNumber(phoneNumbers)
  return {
    name: practice.name,
    phone: line?.phoneNumber ?? practice.phoneNumber,
    zone: practice.timeZone,
    assistantId: line?.vapiAssistantId ?? '',
    phoneNumberId: line?.vapiPhoneNumberId ?? '',
  }
}

/** The stand-ins forget at every stop, so they are given the practice's numbers and assistants again. */
async function connectNumbers({ relay, practice }: NonNullable<Running>, sandbox: ServedSandbox): Promise<void> {
  const { phoneNumbers } = await relay.deps.store.read(() => loadSetup(practice.id))
  for (const { phoneNumber, vapiAssistantId, vapiPhoneNumberId } of phoneNumbers) {
    sandbox.twilio.addNumber({ phoneNumber })
    if (!vapiAssistantId || !vapiPhoneNumberId) continue
    const firstMessage = `${practice.name}, this is the virtual receptionist. How can I help?`
    sandbox.vapi.addAssistant({ id: vapiAssistantId, name: 'Receptionist', firstMessage })
    sandbox.vapi.addPhoneNumber({ id: vapiPhoneNumberId, number: phoneNumber, assistantId: vapiAssistantId })
  }
}

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
