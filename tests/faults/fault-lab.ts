import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { serveSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { createPairingCode, pairDevice } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { createPractice } from '@dentalanswer/relay/src/onboarding/create-practice.ts'
import { PracticeFile } from '@dentalanswer/relay/src/onboarding/practice-file.ts'
import { systemClock } from '@dentalanswer/relay/src/ports/clock.ts'
import { openStore, type StoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import type { Row, SqlValue } from '@dentalanswer/relay/src/store/work.ts'
import { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import type { OnboardingStep } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Fault } from '../support/kill-at.ts'
import { freePort } from '../support/postgres.ts'
import { practiceFile } from '../support/practice-file.ts'
import { type RelayProcess, startRelayProcess } from '../support/relay-process.ts'
import { createTestStore, type TestStore } from '../support/test-store.ts'
import { ACCOUNT_SID, AUTH_TOKEN, WEBHOOK_SECRET } from '../support/world.ts'

export type Lab = Awaited<ReturnType<typeof openLab>>
export type LabPractice = Awaited<ReturnType<Lab['addPractice']>>

/** Long enough ago for any lease and any wait for proof to be over. */
const LONG_AGO = '2020-01-01T00:00:00.000Z'
const SETTLED_WITHIN_MS = 15_000

let numbers = 0
/** A number nobody else in this test process has. */
export const newNumber = (area: '512' | '737'): PhoneNumber => `+1${area}${2_000_000 + ++numbers}` as PhoneNumber

/** Labs that do the same work side by side; each has a database of its own. */
export async function openLabs(count = 2): Promise<Lab[]> {
  return Promise.all(Array.from({ length: count }, () => openLab()))
}

export const closeLabs = (labs: Lab[]) => Promise.all(labs.map((lab) => lab.close()))

/** One database and one sandbox that outlive the relays which run on them, one after the other. `throughUrl` is another address of the
 *  same database for the relay, e.g. through a proxy. */
export async function openLab(given: { testStore?: TestStore; throughUrl?: string; environment?: Record<string, string> } = {}) {
  const testStore = given.testStore ?? (await createTestStore())
  const port = await freePort()
  const relayUrl = `http://127.0.0.1:${port}`
  const sandbox = await serveSandbox(
    {
      twilio: { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN },
      vapi: { apiKey: 'key', webhookSecret: WEBHOOK_SECRET },
      relayBase: relayUrl,
      people: async () => [],
      practice: async () => ({ name: '', phone: '', zone: 'UTC', assistantId: '', phoneNumberId: '' }),
      delays: 'manual',
      // The carrier tells whole seconds; ahead of ours, its clock never makes a reply seem older than what it answers.
      now: () => Date.now() + 1_000,
    },
    0,
  )
  const store = openStore(testStore.address as StoreAddress, { poolSize: 3 })
  const base = { store, clock: systemClock, newId: () => randomUUID(), committed() {} }
  const environment = {
    API_URL: relayUrl,
    PORT: String(port),
    DATABASE_URL: given.throughUrl ?? testStore.databaseUrl,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_API_BASE: `${sandbox.url}/twilio`,
    VAPI_API_KEY: 'key',
    VAPI_BASE_URL: `${sandbox.url}/vapi`,
    VAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
    ...given.environment,
  }
  let next: RelayProcess | null = null
  let relay: RelayProcess | null = null

  const sql = (text: string, values: SqlValue[] = []): Promise<Row[]> =>
    store.write('test', function* () {
      return yield (engine) => ({ text: engine === 'postgres' ? numbered(text) : text, values })
    })
  const requireRelay = () => {
    if (!relay) throw new Error('no relay was started')
    return relay
  }
  /** Until the dispatcher has nothing left to do for the practice. */
  const dispatched = async (practiceId: string): Promise<void> => {
    const until = Date.now() + SETTLED_WITHIN_MS
    for (;;) {
      const left = await sql(
        `select id, state, last_error from outbox where practice_id = ? and (state in ('sending', 'unknown') or (state = 'pending' and run_after <= ?))`,
        [practiceId, new Date().toISOString()],
      )
      if (left.length === 0) return
      if (Date.now() > until) throw new Error(`texts were not settled: ${JSON.stringify(left)}\n${requireRelay().log()}`)
      await sleep(15)
    }
  }
  return {
    testStore,
    sandbox,
    store,
    base,
    sql,
    environment,
    relay: requireRelay,
    /** The next relay. The one after it loads its code meanwhile. */
    async start(how: { fault?: Fault; records?: boolean } = {}): Promise<RelayProcess> {
      await relay?.kill()
      const starting = next ?? startRelayProcess({ environment, standsBy: true })
      next = null
      if (how.fault) await starting.arm(how.fault)
      if (how.records) await starting.record()
      starting.begin()
      relay = starting
      if (how.fault) await Promise.race([starting.ended, starting.ready().catch(() => undefined)])
      else await starting.ready()
      next = startRelayProcess({ environment, standsBy: true })
      return starting
    },
    /** While no relay runs: whoever held a lease is dead, and everything that waits for proof has waited long enough. */
    async expireLeases(practiceId: string): Promise<void> {
      await sql(`update outbox set lease_until = ?, run_after = ? where practice_id = ? and state in ('sending', 'unknown')`, [
        LONG_AGO,
        LONG_AGO,
        practiceId,
      ])
      for (const { id, steps } of await sql('select id, steps from onboarding_runs where practice_id = ?', [practiceId])) {
        const begun = JSON.parse(String(steps)) as OnboardingStep[]
        const long = begun.map((one) => (one.state === 'running' ? { ...one, startedAt: LONG_AGO } : one))
        await sql('update onboarding_runs set steps = ? where practice_id = ? and id = ?', [JSON.stringify(long), practiceId, String(id)])
      }
    },
    dispatched,
    /** Dispatched, and the carrier has told how every text ended. */
    async settle(practiceId: string): Promise<void> {
      await dispatched(practiceId)
      await sandbox.twilio.flush()
    },
    addPractice: () => addPractice(base, sandbox, relayUrl),
    async close(): Promise<void> {
      await Promise.all([relay?.kill(), next?.kill()])
      await sandbox.close()
      await store.close()
      if (!given.testStore) await testStore.drop()
    },
  }
}

const numbered = (text: string) => {
  let count = 0
  return text.replace(/\?/g, () => `$${++count}`)
}

async function addPractice(
  base: Parameters<typeof createPractice>[0],
  sandbox: Awaited<ReturnType<typeof serveSandbox>>,
  relayUrl: string,
) {
  const [assistantId, phoneNumberId, ourNumber] = [randomUUID(), randomUUID(), newNumber('512')]
  const phoneNumbers = [{ phoneNumber: ourNumber, vapiAssistantId: assistantId, vapiPhoneNumberId: phoneNumberId }]
  const practice = await createPractice(base, PracticeFile.parse({ ...practiceFile(), phoneNumbers }), ACCOUNT_SID)
  sandbox.twilio.addNumber({ phoneNumber: ourNumber })
  sandbox.vapi.addAssistant({ id: assistantId, name: 'Receptionist' } as never)
  sandbox.vapi.addPhoneNumber({ id: phoneNumberId, number: ourNumber, assistantId })
  return {
    practice,
    id: practice.id,
    ourNumber,
    call: (from: PhoneNumber) => sandbox.vapi.startCall({ from, phoneNumberId, assistantId, to: ourNumber }),
    async pair() {
      const { code } = await createPairingCode(base, practice.id)
      const { token } = await pairDevice(base, { code: code.replace('-', ''), deviceName: 'Front desk' })
      return { token, client: deskClient({ baseUrl: relayUrl, token }) }
    },
  }
}
