import { randomUUID } from 'node:crypto'
import { type ServedSandbox, serveSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { createApp } from '@dentalanswer/relay/src/app.ts'
import type { Config } from '@dentalanswer/relay/src/config.ts'
import { createDeps, type RelayDeps } from '@dentalanswer/relay/src/deps.ts'
import { createPairingCode } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { createPractice } from '@dentalanswer/relay/src/onboarding/create-practice.ts'
import { PracticeFile } from '@dentalanswer/relay/src/onboarding/practice-file.ts'
import { drainOnce } from '@dentalanswer/relay/src/outbox/dispatcher.ts'
import { eventsAfter, readStoredEvent } from '@dentalanswer/relay/src/store/event-log.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import { insertPatient } from '@dentalanswer/relay/src/store/patients.ts'
import { loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { type Ctx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import { all, statement } from '@dentalanswer/relay/src/store/work.ts'
import { deskClient, pairDesk } from '@dentalanswer/shared/contract/desk-client.ts'
import type { DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { onTestFinished } from 'vitest'
import { practiceFile } from './practice-file.ts'
import { createTestStore, type TestStore } from './test-store.ts'

export const ACCOUNT_SID = `AC${'0123456789abcdef'.repeat(2)}`
export const AUTH_TOKEN = 'fedcba9876543210fedcba9876543210'
export const WEBHOOK_SECRET = 'a-secret-for-the-tests-only'
const RELAY = 'http://relay.test'

/** Monday 2 March 2026, 9:00 in Chicago. */
export const MONDAY_NINE = '2026-03-02T15:00:00.000Z'

export class TestClock {
  private ms: number
  constructor(at: string) {
    this.ms = Date.parse(at)
  }
  nowMs(): number {
    return this.ms
  }
  set(at: string): void {
    this.ms = Date.parse(at)
  }
  advance(minutes: number): void {
    this.ms += minutes * 60_000
  }
}

export type Person = { firstName: string; lastName: string; birthDate?: string; phone: string; isNew?: boolean; language?: 'en' | 'es' }
type CallOptions = { from?: string | null; phoneNumberId?: string; assistantId?: string }

export type World = Awaited<ReturnType<typeof openWorld>>

export function testConfig(store: TestStore, sandboxUrl: string): Config {
  return {
    apiUrl: RELAY,
    port: 0,
    host: '127.0.0.1',
    store: store.address,
    twilio: { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, previousAuthToken: null, apiBase: `${sandboxUrl}/twilio` },
    vapi: {
      apiKey: 'key',
      baseUrl: `${sandboxUrl}/vapi`,
      webhookSecret: WEBHOOK_SECRET,
      previousWebhookSecret: null,
      credentialId: null,
    },
    fallbackUrl: RELAY,
    prices: {
      costs: { segmentOut: 12_500, segmentIn: 8_300, rentLocal: 1_150_000, rentTollFree: 2_150_000 },
      charges: null,
      showsMargin: false,
    },
    trustProxy: true,
    logLevel: process.env.LOG_LEVEL ?? 'silent',
    metricsToken: null,
  }
}

/** The real relay over a real database, with the sandbox at the wire and a clock the test moves. Closed when the test ends. */
export async function openWorld(options: { now?: string; practice?: Partial<PracticeFile>; delays?: 'none' | 'manual' } = {}) {
  const clock = new TestClock(options.now ?? MONDAY_NINE)
  const testStore = await createTestStore()
  const app: { fetch(request: Request): Response | Promise<Response> } = { fetch: () => new Response(null, { status: 503 }) }
  const send: typeof fetch = async (input, init) => app.fetch(new Request(input, init))
  const sandbox: ServedSandbox = await serveSandbox(
    {
      twilio: { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN },
      vapi: { apiKey: 'key', webhookSecret: WEBHOOK_SECRET },
      relayBase: RELAY,
      people: async () => [],
      practice: async () => ({ name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }),
      now: () => clock.nowMs(),
      delays: options.delays ?? 'manual',
      fetch: send as never,
    },
    0,
  )
  const deps: RelayDeps = createDeps(testConfig(testStore, sandbox.url), { clock, store: openStore(testStore.address) })
  const relay = createApp(deps, { lastDispatchAt: () => null, isStopping: () => false })
  app.fetch = (request) => relay.app.fetch(request)
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    relay.close()
    deps.feed.close()
    await sandbox.close()
    await deps.store.close()
    await testStore.drop()
  }
  onTestFinished(close)

  const base = await addPractice(deps, sandbox, send, options.practice)
  return {
    ...base,
    deps,
    clock,
    sandbox,
    twilio: sandbox.twilio,
    vapi: sandbox.vapi,
    request: (path: string, init?: RequestInit) => send(new URL(path, RELAY), init),
    fetch: send,
    testStore,
    close,
    /** A second practice on the same relay. */
    addPractice: (file?: Partial<PracticeFile>) => addPractice(deps, sandbox, send, file),
    /** Lets the dispatcher do all that is due, then lets the carrier deliver. */
    async drain() {
      for (let round = 0; round < 20 && (await drainOnce(deps.dispatcher)) > 0; round++);
      await sandbox.twilio.flush()
    },
    drainOnly: () => drainOnce(deps.dispatcher),
  }
}

export type PracticeWorld = Awaited<ReturnType<typeof addPractice>>

async function addPractice(deps: RelayDeps, sandbox: ServedSandbox, send: typeof fetch, given: Partial<PracticeFile> = {}) {
  const file = PracticeFile.parse({ ...practiceFile(), ...given })
  const practice: Practice = await createPractice(deps.base, file, ACCOUNT_SID)
  const [number] = file.phoneNumbers
  if (number) {
    sandbox.twilio.addNumber({ phoneNumber: number.phoneNumber })
    if (number.vapiAssistantId) sandbox.vapi.addAssistant({ id: number.vapiAssistantId, name: 'Receptionist' } as never)
    if (number.vapiPhoneNumberId)
      sandbox.vapi.addPhoneNumber({
        id: number.vapiPhoneNumberId,
        number: number.phoneNumber,
        ...(number.vapiAssistantId ? { assistantId: number.vapiAssistantId } : {}),
      })
  }
  const ourNumber = (number?.phoneNumber ?? '') as PhoneNumber
  const ctx: Ctx = { ...deps.base, practiceId: practice.id, actor: { kind: 'system', id: null } }

  const rows = <T>(name: string) => deps.store.read(() => all(everything(name), { practiceId: practice.id })) as Promise<T[]>
  return {
    practice,
    practiceId: practice.id,
    ourNumber,
    file,
    ctx,
    setup: (): Promise<Setup> => deps.store.read(() => loadSetup(practice.id)),
    rows,
    events: async (): Promise<DeskEvent[]> => (await deps.store.read(() => eventsAfter(practice.id, 0, 100_000))).map(readStoredEvent),
    addPatient: (person: Person): Promise<Patient> => addPatient(ctx, person),
    call: (options: CallOptions = {}) =>
      sandbox.vapi.startCall({
        from: options.from === undefined ? '+15125550199' : options.from,
        phoneNumberId: options.phoneNumberId ?? number?.vapiPhoneNumberId ?? undefined,
        assistantId: options.assistantId ?? number?.vapiAssistantId ?? undefined,
        to: ourNumber,
      } as never),
    text: (from: string, body: string, more: object = {}) => sandbox.twilio.receiveText({ from, to: ourNumber, body, ...more }),
    async pair(name = 'Front desk') {
      const { code } = await createPairingCode(deps.base, practice.id)
      const paired = await pairDesk(RELAY, { code, deviceName: name }, send)
      return { ...paired, client: deskClient({ baseUrl: RELAY, token: paired.token, fetch: send }) }
    },
  }
}

const everything = (name: string) =>
  statement((db, p: { practiceId: string }) =>
    db
      .selectFrom(name as 'appointments')
      .selectAll()
      .where((name === 'practices' ? 'id' : 'practice_id') as 'practice_id', '=', p.practiceId),
  )

async function addPatient(ctx: Ctx, person: Person): Promise<Patient> {
  return write(ctx, 'test-patient', function* (tx) {
    const patient = yield* insertPatient(tx, {
      id: randomUUID() as PatientId,
      firstName: person.firstName,
      lastName: person.lastName,
      birthDate: (person.birthDate ?? null) as LocalDate | null,
      language: person.language ?? 'en',
      isNew: person.isNew ?? false,
      guardianId: null,
      note: '',
      contactPoints: [{ phoneNumber: person.phone as PhoneNumber, label: 'mobile', isPrimary: true, status: 'active' }],
      source: 'import',
      mergedIntoId: null,
      version: 1,
      createdAt: tx.now as Instant,
      updatedAt: tx.now,
    })
    tx.emit('patient.changed')
    return patient
  })
}
