import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { removeOrphans } from '@dentalanswer/relay/src/onboarding/audit-repair.ts'
import { auditVendors } from '@dentalanswer/relay/src/onboarding/audit-vendors.ts'
import { tagOfNumber } from '@dentalanswer/relay/src/onboarding/tags.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import { expect, test } from 'vitest'
import { took } from '../support/set-up-number.ts'
import { ACCOUNT_SID, AUTH_TOKEN, WEBHOOK_SECRET, type World } from '../support/world.ts'
import { openNumberWorld } from './number-scenes.ts'

const HOUR_MS = 3_600_000

/** An id made at that moment, as ours are. */
function idMadeAt(ms: number): PhoneNumberId {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}` as PhoneNumberId
}

/** What a run that was lost with its database would leave behind. */
async function leaveBehind(world: World, ageMs: number) {
  const { supplier, host, addresses, deskVoiceUrl } = world.deps.lines
  const tag = tagOfNumber(idMadeAt(world.clock.nowMs() - ageMs))
  const [available] = took(await supplier.search({ kind: 'local', areaCode: '737', limit: 1 }))
  const { phoneNumber } = available!
  const number = took(await supplier.buyNumber({ phoneNumber, tag, addresses, voiceUrl: deskVoiceUrl }))
  const service = took(await supplier.createService({ tag, inboundUrl: addresses.smsUrl, statusUrl: addresses.statusUrl }))
  const hosted = took(await host!.importNumber({ phoneNumber, tag, desk: '+15125550142' as never }))
  const assistant = world.vapi.addAssistant({ id: randomUUID(), name: tag } as never)
  return { number, service, hosted, assistant }
}

const audit = async (world: World) =>
  (await auditVendors(world.deps.base, world.deps.lines)).map(({ kind, state, id }) => ({ kind, state, id }))

/** The given number of the practice is in the account without our mark, and so is its assistant. */
const oursOnly = (found: Awaited<ReturnType<typeof audit>>) => found.filter((one) => one.state !== 'foreign')

test('an account with what the database knows is as it should be', async () => {
  const { world } = await openNumberWorld()
  world.twilio.addNumber({ phoneNumber: '+13035550111' })
  expect(oursOnly(await audit(world))).toEqual([])
  expect((await audit(world)).map((one) => one.state)).toEqual(['foreign'])
})

test('what belongs to nothing here is listed with its rent, and removed on request; numbers only when that is asked too', async () => {
  const { world, present } = await openNumberWorld()
  const left = await leaveBehind(world, 2 * HOUR_MS)
  expect(oursOnly(await audit(world))).toEqual([
    { kind: 'number', state: 'orphan', id: left.number.sid },
    { kind: 'hosted number', state: 'orphan', id: left.hosted.id },
    { kind: 'assistant', state: 'orphan', id: left.assistant.id },
    { kind: 'service', state: 'orphan', id: left.service.sid },
  ])
  const repair = async (alsoNumbers: boolean) => {
    const findings = await auditVendors(world.deps.base, world.deps.lines)
    expect(findings.find((one) => one.kind === 'number' && one.state === 'orphan')?.rentMicrodollars).toBe(1_150_000)
    await removeOrphans(findings, world.deps.lines, { alsoNumbers, nowMs: world.clock.nowMs() })
  }
  await repair(false)
  expect(oursOnly(await audit(world))).toEqual([{ kind: 'number', state: 'orphan', id: left.number.sid }])
  await repair(true)
  expect(oursOnly(await audit(world))).toEqual([])
  expect((await present()).status).toBe('active')
  expect(world.twilio.numbers()).toHaveLength(2)
})

test('what may be less than an hour old is left: it may be being set up', async () => {
  const { world } = await openNumberWorld()
  await leaveBehind(world, HOUR_MS / 2)
  const findings = await auditVendors(world.deps.base, world.deps.lines)
  const results = await removeOrphans(findings, world.deps.lines, { alsoNumbers: true, nowMs: world.clock.nowMs() })
  expect(results.map((one) => one.outcome)).toEqual(['too young', 'too young', 'too young', 'too young'])
  expect(oursOnly(await audit(world))).toHaveLength(4)
})

test('what the database has and the account has not is told, and so is a second assistant of one number', async () => {
  const { world, phone } = await openNumberWorld()
  const second = world.vapi.addAssistant({ id: randomUUID(), name: tagOfNumber(phone.id) } as never)
  expect(oursOnly(await audit(world))).toEqual([{ kind: 'assistant', state: 'double', id: second.id }])
  world.vapi.removeAssistant(phone.vapiAssistantId!)
  world.twilio.removeNumber(phone.phoneNumber)
  const found = oursOnly(await audit(world))
  expect(found).toContainEqual({ kind: 'number', state: 'missing', id: phone.twilioSid })
  expect(found).toContainEqual({ kind: 'assistant', state: 'missing', id: phone.vapiAssistantId })
})

test('an account that cannot be read wholly is compared with nothing', async () => {
  const { world } = await openNumberWorld()
  world.vapi.faults.set({ reads: '503' })
  await expect(audit(world)).rejects.toMatchObject({ code: 'VENDOR_UNAVAILABLE' })
})

test('the operator’s command prints the table, ends with 1 when something is wrong, and repairs only when told that it is alone', async () => {
  const { world } = await openNumberWorld()
  const left = await leaveBehind(world, 365 * 24 * HOUR_MS)
  const cli = new URL('../../relay/src/cli.ts', import.meta.url).pathname
  const env = {
    ...process.env,
    DATABASE_URL: world.testStore.databaseUrl,
    API_URL: 'http://127.0.0.1:4000',
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_API_BASE: `${world.sandbox.url}/twilio`,
    VAPI_API_KEY: 'key',
    VAPI_BASE_URL: `${world.sandbox.url}/vapi`,
    VAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
  }
  const run = (...args: string[]) =>
    new Promise<{ status: number | null; out: string }>((resolve) => {
      const child = spawn(process.execPath, [cli, 'vendor', 'audit', ...args], { env })
      let out = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk))
      child.on('close', (status) => resolve({ status, out }))
    })
  const told = await run()
  expect(told).toMatchObject({ status: 1 })
  expect(told.out).toContain(left.number.sid)
  expect(told.out).toContain('4 not as it should be; they cost $1.15 a month.')
  expect(await run('--repair')).toMatchObject({ status: 1, out: expect.stringContaining('--only-database') })
  expect(await run('--repair', '--release', '--only-database')).toMatchObject({ status: 0 })
  expect(await run()).toMatchObject({ status: 0, out: expect.stringContaining('Everything is as it should be.') })
})
