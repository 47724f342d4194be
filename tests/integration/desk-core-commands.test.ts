import { expect, test } from 'vitest'
import type { QueuedCommand } from '../../desktop/src/ipc/queue-state.ts'
import { openCache } from '../../desktop/src/main/cache/open-cache.ts'
import { cacheFile } from '../../desktop/src/main/core/paired-desk.ts'
import { deskNetwork, RELAY_NAME } from '../support/desk-network.ts'
import { at, typeNamed } from '../support/desk-samples.ts'
import { newMachine, startDesk } from '../support/desk-under-test.ts'
import { until } from '../support/serve-world.ts'
import { openWorld } from '../support/world.ts'

async function openDesk() {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  const setup = await world.setup()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const ben = await world.addPatient({ firstName: 'Ben', lastName: 'Ito', phone: '+15125550102' })
  const cleaning = { appointmentTypeId: typeNamed(setup, 'Cleaning').id, startsAt: at('03-03 09:00'), patientId: ana.id, sendText: false }
  const machine = newMachine()
  const options = { fetch: network.fetch, nowMs: () => world.clock.nowMs() }
  const desk = await startDesk(machine, options)
  await desk.pair(world, RELAY_NAME)
  const other = await world.pair('Other desk')
  const booked = await other.client.call('appointment.book', cleaning)
  await desk.hasCaughtUp(world)
  return { world, network, desk, other, ana, ben, cleaning, booked, restart: () => startDesk(machine, options) }
}

const states = (queue: QueuedCommand[]) => queue.map((one) => [one.name, one.state])
const notes = (world: Awaited<ReturnType<typeof openWorld>>) => world.rows<{ id: string; note: string }>('appointments')

test('a change is sent at once, and the desk reads its own write', async () => {
  const { desk, booked } = await openDesk()
  const outcome = await desk.run('appointment.confirm', { appointmentId: booked.id })
  expect(outcome).toMatchObject({ kind: 'done', value: { confirmation: 'confirmed' } })
  const { appointments } = await desk.call('days.read', { from: '2026-03-03', to: '2026-03-03' })
  expect(appointments).toMatchObject([{ id: booked.id, confirmation: 'confirmed' }])
  expect(desk.pushes.findLast((push) => push.kind === 'changed')).toMatchObject({ isOwn: true, type: 'appointment.confirmed' })
  const started = performance.now()
  await desk.run('appointment.confirm', { appointmentId: booked.id })
  expect(performance.now() - started).toBeLessThan(900)
})

test('a person sees at once why the relay refuses', async () => {
  const { desk, ben, cleaning } = await openDesk()
  const refused = desk.run('appointment.book', { ...cleaning, patientId: ben.id })
  await expect(refused).rejects.toMatchObject({ code: 'SLOT_TAKEN', details: { alternatives: { length: 3 } } })
  expect(await desk.queue()).toEqual([])
  await expect(desk.run('appointment.book', { startsAt: 'soon' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('changes made offline wait in order, survive a restart and arrive once each', async () => {
  const { world, network, desk, booked, restart } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  for (const note of ['first', 'second', 'third'])
    expect(await desk.run('appointment.note', { appointmentId: booked.id, note })).toMatchObject({ kind: 'waiting' })
  await expect(desk.run('appointment.note', { appointmentId: booked.id, note: 'now' }, false)).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
  })
  expect(states(await desk.queue())).toEqual(Array(3).fill(['appointment.note', 'waiting']))
  expect(desk.pushes.findLast((push) => push.kind === 'queue')).toMatchObject({ queue: { length: 3 } })
  await desk.stop()

  const again = await restart()
  expect(await again.queue()).toHaveLength(3)
  expect((await again.call('days.read', { from: '2026-03-03', to: '2026-03-03' })).appointments).toHaveLength(1)
  const before = (await world.events()).length
  network.be('none')
  await again.call('line.retry', {})
  await until(async () => (await again.queue()).length === 0, 'an empty queue')
  const written = (await world.events()).slice(before).flatMap((event) => event.changed.appointments?.map((one) => one.note) ?? [])
  expect(written).toEqual(['first', 'second', 'third'])
})

test('a change whose answer was lost is sent again with its key and has one effect', async () => {
  const { world, network, desk, ana, cleaning } = await openDesk()
  network.be('answers lost')
  const next = { ...cleaning, patientId: ana.id, startsAt: at('03-04 10:00') }
  expect(await desk.run('appointment.book', next)).toMatchObject({ kind: 'waiting' })
  await until(async () => (await world.rows('appointments')).length === 2, 'the booking')
  network.be('none')
  await desk.call('queue.retry', {})
  await until(async () => (await desk.queue()).length === 0, 'an empty queue')
  expect(await world.rows('appointments')).toHaveLength(2)
  const keys = network.requests.filter((one) => one.path === '/api/desk/appointments').map((one) => one.key)
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
})

test('a desk that dies between the answer and noting it sends the change again with one effect', async () => {
  const { world, network, desk, booked, ana, cleaning, restart } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await desk.run('appointment.book', { ...cleaning, patientId: ana.id, startsAt: at('03-04 10:00') })
  await desk.run('appointment.note', { appointmentId: booked.id, note: 'after it' })
  await desk.stop()
  // What such a death leaves: the relay has the change, the file still says that it is being sent.
  const { cache } = openCache({ file: cacheFile(desk.machine.folder), key: Buffer.from(desk.machine.kept.secrets!.cacheKey, 'hex') })
  const first = cache.queue.next()!
  cache.queue.markSending(first.id)
  cache.close()
  network.be('none')
  const { token, relay } = desk.machine.kept.secrets!
  await network.fetch(new URL('/api/desk/appointments', relay), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': first.key },
    body: JSON.stringify(first.input),
  })
  expect(await world.rows('appointments')).toHaveLength(2)

  const again = await restart()
  await until(async () => (await again.queue()).length === 0, 'an empty queue')
  expect(await world.rows('appointments')).toHaveLength(2)
  expect((await notes(world)).find((row) => row.id === booked.id)?.note).toBe('after it')
})

test('a conflict stays as a card and holds back only what is about the same', async () => {
  const { world, network, desk, other, ana, ben, booked, cleaning } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await desk.run('appointment.book', { ...cleaning, patientId: ben.id, startsAt: at('03-04 10:00') })
  await desk.run('patient.change', { patientId: ben.id, note: 'likes mornings' })
  await desk.run('appointment.confirm', { appointmentId: booked.id })
  await other.client.call('appointment.book', { ...cleaning, patientId: ana.id, startsAt: at('03-04 10:00') })
  network.be('none')
  await desk.call('line.retry', {})
  await until(async () => (await desk.queue())[0]?.state === 'refused' && (await desk.queue()).length === 2, 'the conflict')
  const [card, held] = await desk.queue()
  expect(card).toMatchObject({ name: 'appointment.book', label: 'A change', error: { code: 'SLOT_TAKEN', details: { alternatives: {} } } })
  expect(held).toMatchObject({ name: 'patient.change', state: 'waiting' })
  expect(await world.rows('appointments')).toMatchObject(expect.arrayContaining([expect.objectContaining({ confirmation: 'confirmed' })]))

  // Somebody acts on other things meanwhile.
  expect(await desk.run('appointment.note', { appointmentId: booked.id, note: 'x' })).toMatchObject({ kind: 'done' })
  expect(await desk.call('queue.drop', { id: card!.id })).toMatchObject([{ id: held!.id }])
  await until(async () => (await desk.queue()).length === 0, 'the held change to go')
  expect(await world.rows('patients')).toMatchObject(expect.arrayContaining([expect.objectContaining({ note: 'likes mornings' })]))
})

test('while the relay is busy changes wait behind each other', async () => {
  const { world, network, desk, booked } = await openDesk()
  network.be('busy')
  expect(await desk.run('appointment.note', { appointmentId: booked.id, note: 'one' })).toMatchObject({ kind: 'waiting' })
  expect(await desk.run('appointment.note', { appointmentId: booked.id, note: 'two' })).toMatchObject({ kind: 'waiting' })
  network.be('none')
  await until(async () => (await desk.queue()).length === 0, 'an empty queue')
  expect((await notes(world)).find((row) => row.id === booked.id)?.note).toBe('two')
})

test('a revoked desk keeps its changes, says that it is unpaired and stays readable', async () => {
  const { world, network, desk, other, booked, restart } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await desk.run('appointment.note', { appointmentId: booked.id, note: 'kept' })
  await other.client.call('device.revoke', { deviceId: desk.machine.kept.secrets!.device.id })
  network.be('none')
  await desk.call('line.retry', {})
  await desk.reaches('refused')
  expect(await desk.queue()).toMatchObject([{ state: 'waiting' }])
  await expect(desk.run('appointment.note', { appointmentId: booked.id, note: 'more' })).rejects.toMatchObject({ code: 'NOT_PAIRED' })
  expect((await desk.call('days.read', { from: '2026-03-03', to: '2026-03-03' })).appointments).toHaveLength(1)
  await desk.stop()

  // Paired anew, the relay could no longer tell a repeat from a new change: a person decides.
  const again = await restart()
  await again.reaches('refused')
  await again.pair(world, RELAY_NAME)
  expect(await again.queue()).toMatchObject([{ state: 'refused', error: { code: 'NOT_PAIRED' } }])
  expect((await notes(world)).find((row) => row.id === booked.id)?.note).toBe('')
})

test('two desks see each other’s changes, each knowing its own', async () => {
  const { world, network, desk, booked } = await openDesk()
  const second = await startDesk(newMachine(), { fetch: network.fetch, nowMs: () => world.clock.nowMs() })
  await second.pair(world, RELAY_NAME)
  await desk.run('appointment.confirm', { appointmentId: booked.id })
  await second.hasCaughtUp(world)
  const seen = second.applied.at(-1)!
  expect(seen).toMatchObject({ isOwn: false, isCatchUp: false, event: { type: 'appointment.confirmed' } })
  expect(seen.before.appointments).toMatchObject([{ id: booked.id, confirmation: 'unconfirmed' }])
  expect(desk.applied.at(-1)).toMatchObject({ isOwn: true, event: { type: 'appointment.confirmed' } })
})

test('a change that could not be sent for a month is for a person to look at', async () => {
  const { world, network, desk, booked, restart } = await openDesk()
  network.be('down')
  network.cut()
  await desk.reaches('offline')
  await desk.run('appointment.note', { appointmentId: booked.id, note: 'from last month' })
  await desk.stop()
  world.clock.advance(29 * 24 * 60)
  network.be('none')
  const again = await restart()
  await until(async () => (await again.queue())[0]?.state === 'refused', 'the card')
  expect(await again.queue()).toMatchObject([{ state: 'refused', error: { code: 'CHANGED_MEANWHILE' } }])
  expect((await notes(world)).find((row) => row.id === booked.id)?.note).toBe('')
})
