import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokenHash } from '@dentalanswer/relay/src/http/require-device.ts'
import { deviceOfToken, listDevices } from '@dentalanswer/relay/src/store/devices.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import { expect, onTestFinished, test } from 'vitest'
import { createTestStore } from '../support/test-store.ts'
import { openWorld } from '../support/world.ts'

const cli = new URL('../../relay/src/cli.ts', import.meta.url).pathname
const example = new URL('../../relay/practice.example.json', import.meta.url).pathname

function relay(databaseUrl: string, ...args: string[]) {
  const done = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: databaseUrl } })
  return { status: done.status, out: done.stdout, error: done.stderr }
}

test('a practice is set up from the example file, listed, and a desk is paired with the printed code and revoked again', async () => {
  const world = await openWorld()
  const { databaseUrl } = world.testStore
  expect(relay(databaseUrl, 'migrate').out).toBe('The database is up to date.\n')
  const created = relay(databaseUrl, 'practice', 'create', '--file', example)
  expect(created.error).toBe('')
  expect(created.out).toMatch(/^[0-9a-f-]{36} {2}Bright Smiles Dental\n$/)
  expect(relay(databaseUrl, 'practice', 'list').out.trim().split('\n')).toHaveLength(2)

  const [, code] = /^(\w{4}-\w{4}) /.exec(relay(databaseUrl, 'pair', '--practice', world.practiceId).out) ?? []
  const paired = await world.request('/api/pair', { method: 'POST', body: JSON.stringify({ code, deviceName: 'Front desk' }) })
  expect(paired.status).toBe(200)
  const { device, token } = (await paired.json()) as { device: { id: string }; token: string }
  expect(relay(databaseUrl, 'device', 'list', '--practice', world.practiceId).out).toContain(`${device.id}  Front desk`)
  expect(relay(databaseUrl, 'device', 'revoke', '--practice', world.practiceId, '--device', device.id).status).toBe(0)
  const refused = await world.request('/api/desk/setup', { headers: { authorization: `Bearer ${token}` } })
  expect(refused.status).toBe(401)
})

test('bad input is named and changes nothing', async () => {
  const store = await createTestStore()
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-cli-'))
  onTestFinished(async () => {
    rmSync(folder, { recursive: true })
    await store.drop()
  })
  const file = join(folder, 'practice.json')
  writeFileSync(file, JSON.stringify({ name: 'X', timeZone: 'America/Nowhere' }))
  const wrong = relay(store.databaseUrl, 'practice', 'create', '--file', file)
  expect(wrong.status).toBe(1)
  expect(wrong.error).toContain('not an IANA time zone')
  expect(relay(store.databaseUrl, 'practice', 'list').out).toBe('')
  expect(relay(store.databaseUrl, 'pair', '--practice', 'nobody').error).toContain('--practice must be an id')
  expect(relay(store.databaseUrl, 'fly').status).toBe(2)
  expect(relay('mysql://x', 'migrate').error).toContain('use sqlite:<file> or postgres://')
  expect(relay(store.databaseUrl, 'practice', 'create', '--file', example).status).toBe(0)
  const twice = relay(store.databaseUrl, 'practice', 'create', '--file', example)
  expect(twice.error).toContain('already belongs to a practice')
  expect(relay(store.databaseUrl, 'practice', 'list').out.trim().split('\n')).toHaveLength(1)
})

test('a failed text is listed without what it says, and tried again', async () => {
  const world = await openWorld()
  const { databaseUrl } = world.testStore
  await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550199' })
  const { client } = await world.pair()
  world.twilio.mark('+15125550199', 'landline')
  await client.call('text.send', { to: '+15125550199' as never, body: 'Please call about the secret thing' })
  await world.drain()
  const listed = relay(databaseUrl, 'outbox', 'list')
  expect(listed.out).toMatch(/ failed {2}text.send {2}tries 1 .* 21614\n$/)
  expect(listed.out).not.toContain('secret thing')
  expect(listed.out).not.toContain('5550199')
  world.twilio.mark('+15125550199', null)
  expect(relay(databaseUrl, 'outbox', 'retry', '--id', listed.out.split(' ')[0]!).status).toBe(0)
  // The command runs on the machine's own clock.
  world.clock.set(new Date(Date.now() + 60_000).toISOString())
  await world.drain()
  expect(world.twilio.messages().filter((one) => one.status === 'delivered')).toHaveLength(1)
  expect(relay(databaseUrl, 'outbox', 'list').out).toBe('')
})

test('devices of one practice are not those of another', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  await world.pair('Desk A')
  await other.pair('Desk B')
  const store = openStore(world.testStore.address)
  onTestFinished(() => store.close())
  expect((await store.read(() => listDevices(world.practiceId))).map((one) => one.name)).toEqual(['Desk A'])
})

test('everything is backed up while the relay runs, and moved to another database, where the desk stays paired', async () => {
  const world = await openWorld()
  const { databaseUrl } = world.testStore
  const { token } = await world.pair()
  await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550199' })
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-cli-'))
  const target = await createTestStore()
  onTestFinished(async () => {
    rmSync(folder, { recursive: true })
    await target.drop()
  })
  let source = databaseUrl
  if (databaseUrl.startsWith('sqlite:')) {
    const file = join(folder, 'copy.sqlite')
    expect(relay(databaseUrl, 'backup', '--to', file)).toMatchObject({ status: 0, error: '' })
    expect(relay(databaseUrl, 'backup', '--to', file).error).toContain('exists already')
    source = `sqlite:${file}`
  } else expect(relay(databaseUrl, 'backup', '--to', join(folder, 'x')).error).toContain('pg_dump')
  const copied = relay('', 'copy', '--from', source, '--to', target.databaseUrl)
  expect(copied.error).toBe('')
  expect(copied.out).toMatch(/ 1 {2}practices\n/)
  expect(relay('', 'copy', '--from', source, '--to', target.databaseUrl).error).toContain('already holds a practice')
  const store = openStore(target.address)
  onTestFinished(() => store.close())
  expect(await store.read(() => deviceOfToken(tokenHash(token)))).toMatchObject({ practiceId: world.practiceId })
})
