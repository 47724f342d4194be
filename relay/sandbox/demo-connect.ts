import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Config, readConfig } from '../src/config.ts'
import { textingNumber } from '../src/messaging/queue-text.ts'
import { nowOf } from '../src/ports/clock.ts'
import type { RunningRelay } from '../src/start-relay.ts'
import { listPatients, textNumberOf } from '../src/store/patients.ts'
import { listPractices } from '../src/store/practices.ts'
import { loadSetup } from '../src/store/setup.ts'
import type { Ctx } from '../src/store/transaction.ts'
import { type DemoClock, morningBefore } from './demo-clock.ts'
import { demoPractice } from './demo-practice.ts'
import { seedDemo } from './demo-seed.ts'
import { giveBack } from './demo-vendors.ts'
import type { Sandbox, SandboxOptions } from './sandbox.ts'

const ACCOUNT_SID = `AC${'0'.repeat(32)}`

export type DemoSecrets = { authToken: string; webhookSecret: string; apiKey: string }
export type RunningDemo = { relay: RunningRelay; practice: Practice }

/** A relay's settings that make it talk to the sandbox at `sandboxUrl`; `environment` gives the others. */
export function demoConfig(
  environment: Record<string, string | undefined>,
  { port, sandboxUrl, secrets }: { port: number; sandboxUrl: string; secrets: DemoSecrets },
): Config {
  return readConfig({
    LOG_LEVEL: 'warn',
    ...environment,
    PORT: String(port),
    API_URL: `http://127.0.0.1:${port}`,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: secrets.authToken,
    TWILIO_API_BASE: `${sandboxUrl}/twilio`,
    VAPI_API_KEY: secrets.apiKey,
    VAPI_BASE_URL: `${sandboxUrl}/vapi`,
    VAPI_WEBHOOK_SECRET: secrets.webhookSecret,
  })
}

/** The sandbox of that relay, on the same clock. The patient's phone shows the people of whatever runs at the moment. */
export function demoSandbox(options: {
  secrets: DemoSecrets
  relayBase: string
  clock: DemoClock
  running: () => RunningDemo | null
}): SandboxOptions {
  const { authToken, apiKey, webhookSecret } = options.secrets
  return {
    twilio: { accountSid: ACCOUNT_SID, authToken, reviewSeconds: { brand: 20, campaign: 40, tollFree: 40 } },
    vapi: { apiKey, webhookSecret },
    relayBase: options.relayBase,
    people: () => peopleOf(options.running()),
    practice: () => lineOf(options.running()),
    now: () => options.clock.nowMs(),
  }
}

/** The demo practice as it is now, written down before its morning begins. */
export async function seedBeforeMorning(base: Omit<Ctx, 'practiceId' | 'actor'>, clock: DemoClock): Promise<Practice> {
  const now = nowOf(clock)
  clock.setTo(morningBefore(clock.nowMs(), demoPractice.timeZone).fromMs - 60_000)
  try {
    return await seedDemo(base, ACCOUNT_SID, now)
  } finally {
    clock.showRealTime()
  }
}

/** For trying numbers out: it is nobody's who is a patient. */
const STAFF_PHONE = { name: 'Staff phone', phone: '+15125550195', birthDate: '' }

async function peopleOf(running: RunningDemo | null) {
  if (!running) return []
  const patients = await running.relay.deps.store.read(() => listPatients(running.practice.id))
  const known = patients.flatMap((one) => {
    const phone = textNumberOf(one)
    return phone ? [{ name: `${one.firstName} ${one.lastName}`, phone, birthDate: one.birthDate ?? '', household: one.lastName }] : []
  })
  return [...known, STAFF_PHONE]
}

async function lineOf(running: RunningDemo | null) {
  if (!running) return { name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }
  const { phoneNumbers, practice } = await running.relay.deps.store.read(() => loadSetup(running.practice.id))
  const line = textingNumber(phoneNumbers)
  return {
    name: practice.name,
    phone: line?.phoneNumber ?? practice.phoneNumber,
    zone: practice.timeZone,
    assistantId: line?.vapiAssistantId ?? '',
    phoneNumberId: line?.vapiPhoneNumberId ?? '',
    labels: Object.fromEntries(phoneNumbers.map((one) => [one.phoneNumber, one.label])),
    ownLine: practice.phoneNumber,
  }
}

/** The stand-ins forget at every stop, so they are given back what every practice has there. */
export async function connectNumbers({ relay, practice }: RunningDemo, sandbox: Pick<Sandbox, 'twilio' | 'vapi'>): Promise<void> {
  const all = await relay.deps.store.read(() => listPractices())
  for (const one of all.length > 0 ? all : [practice]) await giveBack(relay.deps, one, sandbox)
}
