import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { pruneEvents } from '@dentalanswer/relay/src/store/event-log.ts'
import { expect, test } from 'vitest'
import type { DeskCoreOptions } from '../../desktop/src/main/core/core-options.ts'
import { cacheFile } from '../../desktop/src/main/core/paired-desk.ts'
import { deskNetwork, ManualTimers, RELAY_NAME } from '../support/desk-network.ts'
import { type Machine, newMachine, startDesk } from '../support/desk-under-test.ts'
import { until } from '../support/serve-world.ts'
import { openWorld } from '../support/world.ts'

async function openDesk(more: Partial<DeskCoreOptions> = {}, mode: Machine['mode'] = 'kept') {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  const machine = newMachine(mode)
  const options = { fetch: network.fetch, nowMs: () => world.clock.nowMs(), ...more }
  const desk = await startDesk(machine, options)
  await desk.pair(world, RELAY_NAME)
  let added = 0
  const addPeople = async (count: number) => {
    for (let n = 0; n < count; n++)
      await world.addPatient({ firstName: `Pat${++added}`, lastName: 'Olsen', phone: `+1512555${String(added).padStart(4, '0')}` })
  }
  const people = async (of = desk) => (await of.call('people.search', { text: 'olsen', limit: 500 })).length
  return { world, network, machine, desk, addPeople, people, restart: () => startDesk(machine, options) }
}

const snapshots = (paths: string[]) => paths.filter((path) => path === '/api/desk/snapshot').length

test('a restarted desk shows what it had before it reaches anybody, and then what it missed', async () => {
  const { network, desk, addPeople, people, restart, world } = await openDesk()
  await addPeople(2)
  await desk.hasCaughtUp(world)
  await desk.stop()
  await addPeople(3)
  network.be('down')
  const again = await restart()
  expect(await people(again)).toBe(2)
  await again.reaches('offline')
  const { line } = await again.call('app.state', {})
  expect(line).toMatchObject({ state: 'offline', asOf: '2026-03-02T15:00:00.000Z' })
  expect(line.reason).toContain('does not run')
  world.clock.advance(5)
  network.be('none')
  await again.call('line.retry', {})
  await again.hasCaughtUp(world)
  expect(await people(again)).toBe(5)
  expect(again.applied.map((one) => one.isCatchUp)).toEqual([true, true, true])
  expect(snapshots(network.paths())).toBe(1)
})

test('a relay that restarts is reached again, and nothing is missed or told twice', async () => {
  const { network, desk, addPeople, people, world } = await openDesk()
  await network.stopRelay()
  await until(() => desk.core.state().line.state !== 'live', 'the line to be lost')
  await addPeople(2)
  await network.startRelay()
  await desk.hasCaughtUp(world)
  expect(await people()).toBe(2)
  const told = desk.pushes.flatMap((push) => (push.kind === 'changed' && push.type !== null ? [push.seq] : []))
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
  const order = desk.pushes.flatMap((push) => (push.kind === 'line' ? [push.line.state] : []))
  expect(order.at(-1)).toBe('live')
})

test('an event that went missing on the way is asked for again', async () => {
  const { network, desk, addPeople, people, world } = await openDesk()
  const next = (await world.events()).length + 1
  let lost = 0
  network.stream((text) => {
    if (lost > 0 || !text.includes(`id: ${next}\n`)) return text
    lost++
    return ''
  })
  await addPeople(2)
  await desk.hasCaughtUp(world)
  expect(lost).toBe(1)
  expect(await people()).toBe(2)
  expect(snapshots(network.paths())).toBe(1)
})

test('a desk that was away too long takes a new snapshot', async () => {
  const { network, desk, addPeople, people, world } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await addPeople(6)
  await world.deps.store.write('tidy', () => pruneEvents('1970-01-01T00:00:00.000Z', 2))
  network.be('none')
  await desk.hasCaughtUp(world)
  expect(await people()).toBe(6)
  expect(snapshots(network.paths())).toBe(2)
  expect(desk.pushes.findLast((push) => push.kind === 'changed')).toMatchObject({ type: null })
})

test('an event of a newer relay makes the desk ask for everything anew', async () => {
  const { network, desk, addPeople, people, world } = await openDesk()
  network.stream((text) => text.replaceAll('"type":"patient.changed"', '"type":"tooth.polished"'))
  await addPeople(1)
  await desk.hasCaughtUp(world)
  expect(snapshots(network.paths())).toBe(2)
  expect(await people()).toBe(1)
})

test('a relay of another version is said so, and the desk stays readable', async () => {
  const { network, desk, addPeople, people, world, restart } = await openDesk()
  await addPeople(1)
  await desk.hasCaughtUp(world)
  await desk.stop()
  const newer: typeof fetch = async (input, init) => {
    const response = await network.fetch(input, init)
    if (!String(input).endsWith('/snapshot')) return response
    return Response.json({ ...((await response.json()) as object), contractVersion: 2 })
  }
  const again = await startDesk(desk.machine, { fetch: newer, nowMs: () => world.clock.nowMs() })
  await again.reaches('live')
  network.stream((text) => text.replaceAll('"type":"patient.changed"', '"type":"tooth.polished"'))
  await addPeople(1)
  await again.reaches('outdated')
  expect(again.core.state().line.reason).toContain('newer')
  expect(await people(again)).toBe(1)
  await expect(again.run('patient.create', { firstName: 'A', lastName: 'B' })).rejects.toMatchObject({ code: 'RELAY_NEWER' })
  await again.stop()
  network.stream((text) => text)
  const updated = await restart()
  await updated.hasCaughtUp(world)
  expect(await people(updated)).toBe(2)
})

test('a stream that only looks open is left after 45 seconds of silence', async () => {
  const timers = new ManualTimers()
  const { network, desk, addPeople, people, world } = await openDesk({ timers })
  network.halfOpen(true)
  await addPeople(1)
  timers.advance(44_000)
  expect(desk.core.state().line.state).toBe('live')
  network.be('down')
  timers.advance(1_000)
  await desk.reaches('offline')
  network.halfOpen(false)
  network.be('none')
  await until(() => {
    timers.advance(0)
    return desk.core.state().line.state === 'live'
  }, 'the line to be back')
  await desk.hasCaughtUp(world)
  expect(await people()).toBe(1)
})

test('tries grow rarer up to half a minute, and a machine that wakes up tries at once', async () => {
  const timers = new ManualTimers()
  const { network, desk } = await openDesk({ timers, random: () => 1 })
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  const waited: number[] = []
  for (let tries = 0; tries < 8; tries++) {
    const before = network.requests.length
    waited.push(timers.waits()[0]!)
    timers.advance(timers.waits()[0]!)
    await until(() => network.requests.length > before && timers.waits().length > 0, 'another try')
  }
  expect(waited).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  network.be('none')
  desk.core.suspended()
  desk.core.resumed()
  await until(() => timers.waits()[0] === 2_000, 'the pause of at most two seconds')
  timers.advance(2_000)
  await desk.reaches('live')
})

test('a sleeping machine tries nothing', async () => {
  const { network, desk } = await openDesk()
  desk.core.suspended()
  await desk.reaches('connecting')
  const before = network.requests.length
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(network.requests).toHaveLength(before)
  desk.core.resumed()
  await desk.reaches('live')
})

test('a machine that said it would sleep and did not goes on after a minute', async () => {
  const timers = new ManualTimers()
  const { desk } = await openDesk({ timers })
  desk.core.suspended()
  await desk.reaches('connecting')
  timers.advance(59_000)
  expect(desk.core.state().line.state).toBe('connecting')
  timers.advance(1_000)
  await desk.reaches('live')
})

test('a relay that keeps sending what this desk cannot read is not asked for everything again and again', async () => {
  const timers = new ManualTimers()
  const { network, desk, addPeople, people } = await openDesk({ timers })
  network.stream((text) => text.replaceAll('"type":"patient.changed"', '"type":"tooth.polished"'))
  await addPeople(1)
  const isLive = () => desk.core.state().line.state === 'live'
  await until(async () => {
    timers.advance(0)
    return (await people()) === 1 && isLive()
  }, 'the first to be read in a snapshot')
  for (let times = 0; times < 5; times++) await addPeople(1)
  await desk.reaches('connecting')
  expect(snapshots(network.paths())).toBe(2)
  await until(() => timers.waits().includes(15_000), 'the pause')
  timers.advance(15_000)
  await until(async () => (await people()) === 6, 'all of them')
  expect(snapshots(network.paths())).toBe(3)
})

test('a network that comes and goes leaves a connection alone that it does not touch', async () => {
  const { network, desk } = await openDesk()
  const streams = () => network.paths().filter((path) => path.endsWith('/events')).length
  for (let times = 0; times < 5; times++) desk.core.networkChanged()
  await until(() => streams() === 2, 'the one new connection')
  await desk.reaches('live')
  for (let times = 0; times < 5; times++) desk.core.networkChanged()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([streams(), desk.core.state().line.state]).toEqual([2, 'live'])
})

test('five hundred changes missed while offline arrive in order, and the window is told of the last', async () => {
  const { network, desk, addPeople, world, people } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await addPeople(500)
  network.be('none')
  await desk.hasCaughtUp(world)
  expect(await people()).toBe(500)
  const seqs = desk.applied.map((one) => one.event.seq)
  expect(seqs).toEqual(Array.from({ length: 500 }, (_, n) => seqs[0]! + n))
})

test('a damaged cache is made anew and says so', async () => {
  const { desk, addPeople, people, world, restart } = await openDesk()
  await addPeople(2)
  await desk.hasCaughtUp(world)
  await desk.stop()
  writeFileSync(cacheFile(desk.machine.folder), 'this is no database at all, but long enough to look like one'.repeat(200))
  const again = await restart()
  expect((await again.call('app.state', {})).rebuilt).toContain('made anew')
  await again.reaches('live')
  expect(await people(again)).toBe(2)
})

test('unpairing names what would be lost, and leaves nothing on the machine', async () => {
  const { network, desk } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await desk.run('patient.create', { firstName: 'Nia', lastName: 'Olsen' })
  await expect(desk.call('pair.forget', { waiting: 0 })).rejects.toMatchObject({ code: 'WAITING_CHANGED', details: { waiting: 1 } })
  expect(desk.machine.kept.secrets).not.toBeNull()
  const state = await desk.call('pair.forget', { waiting: 1 })
  expect(state).toMatchObject({ paired: null, queue: [], line: { state: 'unpaired' } })
  expect(desk.machine.kept.secrets).toBeNull()
  expect(readdirSync(desk.machine.folder)).toEqual([])
  await expect(desk.call('people.search', { text: 'nia' })).rejects.toMatchObject({ code: 'NOT_PAIRED' })
})

test('unpairing takes the desk off the practice’s list', async () => {
  const { world, desk } = await openDesk()
  await desk.call('pair.forget', { waiting: 0 })
  const devices = await world.rows<{ revoked_at: string | null }>('devices')
  expect(devices.map((one) => one.revoked_at !== null)).toEqual([true])
})

test('a cache whose key is gone is deleted, and one of a session stays on no disk', async () => {
  const { desk, restart } = await openDesk()
  await desk.stop()
  desk.machine.kept.secrets = null
  expect(existsSync(cacheFile(desk.machine.folder))).toBe(true)
  await restart()
  expect(readdirSync(desk.machine.folder)).toEqual([])

  const session = await openDesk({}, 'session')
  await session.desk.stop()
  expect(readdirSync(session.machine.folder)).toEqual([])
})

test('a call is read with what the relay adds, and from the cache when the relay is silent', async () => {
  const { network, desk, world } = await openDesk()
  const call = await world.call()
  await call.end()
  await until(async () => (await desk.call('calls.read', {})).calls[0]?.status === 'ended', 'the ended call')
  const callId = (await desk.call('calls.read', {})).calls[0]!.id
  const read = await desk.call('call.read', { callId })
  expect(read).toMatchObject({ call: { id: callId }, isComplete: true })
  network.be('hangs')
  expect(await desk.call('call.read', { callId })).toEqual(read)
  network.be('none')
  await expect(desk.call('call.read', { callId: crypto.randomUUID() as never })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a cache that is damaged while in use is made anew without a restart', async () => {
  let isDamaged = false
  const { desk, addPeople, people, world } = await openDesk({
    // The engine keeps small files in memory, so what it says of a damaged page is said for it.
    onNoticeSource() {
      if (isDamaged) throw Object.assign(new Error('page of Olsen'), { code: 'SQLITE_CORRUPT' })
    },
  })
  await addPeople(2)
  await desk.hasCaughtUp(world)
  isDamaged = true
  for (const end of ['', '-wal']) writeFileSync(cacheFile(desk.machine.folder) + end, Buffer.alloc(400_000, 7))
  await addPeople(1)
  await until(async () => (await desk.call('app.state', {})).rebuilt !== null, 'the cache to be made anew')
  isDamaged = false
  await until(async () => (await people().catch(() => 0)) === 3, 'the people')
  expect(desk.reports).toContain('notice SQLITE_CORRUPT')
  expect(desk.reports.join()).not.toContain('Olsen')
})
