import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createPairingCode } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { expect, onTestFinished, test } from 'vitest'
import type { SecretStore } from '../../desktop/src/main/core/core-options.ts'
import { deskNetwork, RELAY_NAME } from '../support/desk-network.ts'
import { type DeskUnderTest, startDesk } from '../support/desk-under-test.ts'
import { serveWorld, until } from '../support/serve-world.ts'
import { openWorld } from '../support/world.ts'

test('a paired desk shows its practice, and what happens arrives', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs() })
  expect((await desk.call('app.state', {})).line.state).toBe('unpaired')
  await expect(desk.call('work.read', {})).rejects.toMatchObject({ code: 'NOT_PAIRED' })

  const state = await desk.pair(world, served.url)
  expect(state.paired).toMatchObject({ practice: { id: world.practiceId }, device: { name: 'Front desk' }, relay: `${served.url}/` })
  expect((await desk.call('setup.read', {})).practice.id).toBe(world.practiceId)
  expect(await desk.call('people.search', { text: 'gar' })).toEqual([ana])

  const leo = await world.addPatient({ firstName: 'Leo', lastName: 'Garcia', phone: '+15125550101' })
  await desk.hasCaughtUp(world)
  expect(desk.pushes.at(-1)).toMatchObject({ kind: 'changed', type: 'patient.changed', isOwn: false, kinds: ['patients'] })
  expect((await desk.call('people.search', { text: 'leo' }))[0]).toEqual(leo)

  const files = readdirSync(desk.machine.folder).map((name) => readFileSync(join(desk.machine.folder, name)).toString('latin1'))
  expect(files.join()).not.toContain('Garcia')
})

type Answer = (request: { url?: string }, response: ServerResponse) => void

/** Some other program on this machine. */
async function somethingElse(answer: Answer): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A port that was just given up. */
async function nothingThere(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

const json = (status: number, body: unknown): Answer => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const pair = (desk: DeskUnderTest, address: string, code = 'ABCD-2345') =>
  desk.call('pair.start', { address, code, deskName: 'Front desk' }).then(
    () => 'paired',
    (error) => error.code as string,
  )

test('whatever is wrong with the address is said in its own way, and nothing is kept', async () => {
  const desk = await startDesk()
  const closed = await somethingElse(() => undefined)
  const page: Answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel</h1>')
  const elsewhere: Answer = (_, response) => response.writeHead(302, { location: 'https://login.example/' }).end()
  const wrongs: [string, string][] = [
    ['not an address', 'BAD_ADDRESS'],
    ['ftp://relay.example.com', 'BAD_ADDRESS'],
    ['http://relay.example.com', 'INSECURE_ADDRESS'],
    ['http://192.168.1.20:4000', 'INSECURE_ADDRESS'],
    ['no-such-relay.invalid', 'RELAY_NOT_FOUND'],
    [await nothingThere(), 'RELAY_CLOSED'],
    [`https://${closed}`, 'RELAY_UNTRUSTED'],
    [await somethingElse(page), 'NOT_A_RELAY'],
    [await somethingElse(elsewhere), 'NOT_A_RELAY'],
    [await somethingElse(json(200, { hello: 'world' })), 'NOT_A_RELAY'],
    [await somethingElse(json(404, { error: 'no such page' })), 'NOT_A_RELAY'],
    [await somethingElse((_, response) => response.destroy()), 'RELAY_UNREACHABLE'],
    [await somethingElse((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"tok')), 'NOT_A_RELAY'],
    [await somethingElse(json(200, { contractVersion: 0 })), 'RELAY_OLDER'],
    [await somethingElse(json(200, { contractVersion: 7 })), 'RELAY_NEWER'],
  ]
  for (const [address, code] of wrongs) expect([address, await pair(desk, address)]).toEqual([address, code])
  expect((await desk.call('app.state', {})).paired).toBeNull()
  expect(desk.machine.kept.secrets).toBeNull()
  expect(readdirSync(desk.machine.folder)).toEqual([])
})

test('a relay that never answers is said to be silent', async () => {
  const silent: typeof fetch = () => Promise.reject(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
  const desk = await startDesk(undefined, { fetch: silent })
  expect(await pair(desk, 'relay.example.com')).toBe('RELAY_SILENT')
})

test('a wrong, used or old code is refused, and too many tries are', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs() })
  expect(await pair(desk, served.url, 'short')).toBe('BAD_INPUT')
  const { code } = await createPairingCode(world.deps.base, world.practiceId)
  world.clock.advance(11)
  expect(await pair(desk, served.url, code)).toBe('PAIRING_REFUSED')
  for (let tries = 0; tries < 4; tries++) expect(await pair(desk, served.url)).toBe('PAIRING_REFUSED')
  expect(await pair(desk, served.url)).toBe('TOO_MANY_ATTEMPTS')
})

test('the address and the code are taken as a person types them', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs() })
  const { code } = await createPairingCode(world.deps.base, world.practiceId)
  expect(await pair(desk, ` 127.0.0.1:${served.port}/pair?x=1 `, ` ${code.toLowerCase().replace('-', ' ')} `)).toBe('paired')
  await desk.reaches('live')
  expect(await pair(desk, served.url)).toBe('ALREADY_PAIRED')
})

test('a machine whose clock is wrong pairs, follows the relay’s time and says how far off it is', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs() - 17 * 60_000 })
  await desk.pair(world, served.url)
  const { line } = desk.core.state()
  expect(line.clockOffsetMs).toBe(17 * 60_000)
  expect(line.reason).toBe('This computer’s clock is 17 minutes behind. Times shown here are right; set the clock.')
  expect(line.since).toBe('2026-03-02T15:00:00.000Z')
})

test('when the pairing cannot be kept on this machine, it says so and stays unpaired', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const secrets: SecretStore = {
    mode: () => 'kept',
    load: async () => null,
    save: () => Promise.reject(new Error('no space left at /home/someone')),
    forget: async () => undefined,
  }
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs(), secrets })
  const { code } = await createPairingCode(world.deps.base, world.practiceId)
  expect(await pair(desk, served.url, code)).toBe('NOT_KEPT')
  expect((await desk.call('app.state', {})).paired).toBeNull()
})

test('nothing that is answered or reported holds the token, a name or a number', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs() })
  await desk.pair(world, served.url)
  const answers = [
    await desk.core.handle('people.search', { text: { name: 'Garcia' } }),
    await desk.core.handle('thread.read', { phoneNumber: '+1 512 555 0101 Garcia' }),
    await desk.core.handle('command.run', { name: 'text.send', input: { to: '+15125550101', body: '' }, label: 'Text Ana Garcia' }),
    await desk.core.handle('no.such', { text: 'Garcia' }),
    await desk.core.handle('constructor', {}),
  ]
  expect(answers.map((one) => one.ok)).toEqual([false, false, false, false, false])
  const said = JSON.stringify([answers, desk.reports])
  for (const secret of [desk.machine.kept.secrets!.token, 'Garcia', '5550101', desk.machine.kept.secrets!.cacheKey])
    expect(said).not.toContain(secret)
  expect(JSON.stringify(await desk.call('app.state', {}))).not.toContain(desk.machine.kept.secrets!.token)
})

test('a recording is streamed to the window with its range, or refused in plain words', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs() })
  expect((await desk.core.fetchRecording(crypto.randomUUID(), null)).status).toBe(404)
  await desk.pair(world, served.url)
  for (const id of ['../../snapshot', crypto.randomUUID()]) {
    const refused = await desk.core.fetchRecording(id, null)
    expect(refused.status).toBe(404)
    expect(await refused.text()).not.toContain('{')
  }
})

test('a recording plays from where the window asks, and its own words say when the relay is away', async () => {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  const call = await world.call()
  await call.say('user', 'I would like a cleaning')
  await call.end()
  const [row] = await world.rows<{ id: string }>('calls')
  const desk = await startDesk(undefined, { fetch: network.fetch, nowMs: () => world.clock.nowMs() })
  await desk.pair(world, RELAY_NAME)
  const whole = await desk.core.fetchRecording(row!.id, null)
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav'])
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const part = await desk.core.fetchRecording(row!.id, 'bytes=100-299')
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-299/${bytes.length}`])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(100, 300))
  network.be('down')
  const away = await desk.core.fetchRecording(row!.id, null)
  expect([away.status, (await away.text()).includes('relay')]).toEqual([503, true])
})

/** A desk that was removed from its practice, with a change that was never sent. */
async function openRemoved() {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  const next = await world.addPractice({ name: 'Elm Dental', phoneNumbers: [] })
  const desk = await startDesk(undefined, { fetch: network.fetch, nowMs: () => world.clock.nowMs() })
  await desk.pair(world, RELAY_NAME)
  const other = await world.pair('Other desk')
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await desk.run('patient.create', { firstName: 'Nia', lastName: 'Olsen' })
  await other.client.call('device.revoke', { deviceId: desk.machine.kept.secrets!.device.id })
  network.be('none')
  await desk.call('line.retry', {})
  await desk.reaches('refused')
  const { code } = await createPairingCode(world.deps.base, next.practiceId)
  const pairNext = (losing?: number) => desk.call('pair.start', { address: RELAY_NAME, code, deskName: 'Front desk', losing })
  return { world, network, desk, next, pairNext }
}

test('pairing with another practice loses what waits for the first only when a person has agreed, with the same code', async () => {
  const { desk, next, pairNext } = await openRemoved()
  const before = desk.machine.kept.secrets
  const refused = { code: 'OTHER_PRACTICE', details: { waiting: 1, practice: next.practice.name } }
  await expect(pairNext()).rejects.toMatchObject(refused)
  await expect(pairNext(2)).rejects.toMatchObject(refused)
  expect(desk.machine.kept.secrets).toEqual(before)
  expect(await desk.queue()).toHaveLength(1)
  expect(await pairNext(1)).toMatchObject({ paired: { practice: { id: next.practiceId } }, queue: [] })
  await desk.reaches('live')
})

test('a desk that forgets its first practice meanwhile pairs with the next by the same code', async () => {
  const { desk, next, pairNext } = await openRemoved()
  await expect(pairNext()).rejects.toMatchObject({ code: 'OTHER_PRACTICE' })
  await desk.call('pair.forget', { waiting: 1 })
  expect(await pairNext()).toMatchObject({ paired: { practice: { id: next.practiceId } } })
})

test('a desk that is closed while it pairs opens nothing afterwards', async () => {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  let answer: (() => void) | null = null
  const slow: typeof fetch = async (input, init) => {
    const response = await network.fetch(input, init)
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return response
  }
  const desk = await startDesk(undefined, { fetch: slow, nowMs: () => world.clock.nowMs() })
  const { code } = await createPairingCode(world.deps.base, world.practiceId)
  const pairing = pair(desk, RELAY_NAME, code)
  await until(() => answer !== null, 'the relay to have answered')
  await desk.stop()
  answer!()
  expect(await pairing).toBe('NOT_KEPT')
  expect([desk.core.state().isPaired, desk.machine.kept.secrets]).toEqual([false, null])
  expect(readdirSync(desk.machine.folder)).toEqual([])
})

test('a pairing that cannot be deleted stays whole', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  let kept: Parameters<SecretStore['save']>[0] | null = null
  const secrets: SecretStore = {
    mode: () => 'kept',
    load: async () => kept,
    save: async (next) => {
      kept = next
    },
    forget: () => Promise.reject(Object.assign(new Error('in use'), { code: 'EBUSY' })),
  }
  const desk = await startDesk(undefined, { nowMs: () => world.clock.nowMs(), secrets })
  await desk.pair(world, served.url)
  await expect(desk.call('pair.forget', { waiting: 0 })).rejects.toMatchObject({ code: 'NOT_FORGOTTEN' })
  expect(desk.core.state()).toMatchObject({ isPaired: true, line: { state: 'live' } })
  expect((await desk.call('setup.read', {})).practice.id).toBe(world.practiceId)
})
