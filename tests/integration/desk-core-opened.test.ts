import { expect, test } from 'vitest'
import { deskNetwork, RELAY_NAME } from '../support/desk-network.ts'
import { at, typeNamed } from '../support/desk-samples.ts'
import { newMachine, startDesk } from '../support/desk-under-test.ts'
import { openWorld } from '../support/world.ts'

async function openDesk(before: (world: Awaited<ReturnType<typeof openWorld>>) => Promise<unknown> = async () => undefined) {
  const world = await openWorld()
  await before(world)
  const network = await deskNetwork(world.deps)
  const desk = await startDesk(newMachine(), { fetch: network.fetch, nowMs: () => world.clock.nowMs() })
  await desk.pair(world, RELAY_NAME)
  const goOffline = async () => {
    network.be('down')
    network.cut()
    await desk.reaches('offline')
  }
  return { world, network, desk, goOffline }
}

test('a person’s history is asked for when they are opened, not when live data changes, and shown while the relay can be reached', async () => {
  const { desk, world, goOffline } = await openDesk()
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  await desk.hasCaughtUp(world)
  const patientId = ana.id
  const looks = async () => (await world.rows<{ action: string }>('audit_log')).filter((line) => line.action === 'patient.read').length
  expect(await desk.call('person.read', { patientId })).toMatchObject({ patient: ana, isComplete: false, audit: [] })
  expect(await looks()).toBe(0)
  expect(await Promise.all([desk.call('person.open', { patientId }), desk.call('person.open', { patientId })])).toContainEqual({
    isNew: true,
  })
  const read = await desk.call('person.read', { patientId })
  expect(read).toMatchObject({ patient: ana, isComplete: true, audit: [{ action: 'patient.read', who: expect.any(String) }] })
  for (let times = 0; times < 3; times++) {
    expect(await desk.call('person.open', { patientId })).toEqual({ isNew: false })
    await desk.call('person.read', { patientId })
  }
  expect(await looks()).toBe(1)
  await goOffline()
  expect(await desk.call('person.open', { patientId })).toEqual({ isNew: false })
  expect(await desk.call('person.read', { patientId })).toMatchObject({ patient: ana, isComplete: false, audit: [] })
  await expect(desk.call('person.read', { patientId: crypto.randomUUID() as never })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an appointment is read by its id: what is not kept is fetched once, then kept, and offline the rest is not there', async () => {
  const visits: Awaited<ReturnType<typeof book>>[] = []
  async function book(world: Awaited<ReturnType<typeof openWorld>>) {
    const { client } = await world.pair('Back office')
    const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
    const appointmentTypeId = typeNamed(await world.setup(), 'Cleaning').id
    const made = (startsAt: ReturnType<typeof at>) =>
      client.call('appointment.book', { patientId: ana.id, appointmentTypeId, startsAt, sendText: false })
    return { ana, old: await made(at('03-03 09:00')), older: await made(at('03-04 09:00')) }
  }
  const { desk, network, goOffline } = await openDesk(async (world) => {
    visits.push(await book(world))
    world.clock.advance(60 * 1_440)
  })
  const { ana, old, older } = visits[0]!
  const asked = () => network.paths().filter((path) => path.startsWith('/api/desk/appointments/')).length
  const expected = { appointment: old, patients: [ana] }
  expect(await desk.call('appointment.read', { appointmentId: old.id })).toMatchObject(expected)
  expect(await desk.call('appointment.read', { appointmentId: crypto.randomUUID() as never })).toBeNull()
  expect(asked()).toBe(2)
  await goOffline()
  expect(await desk.call('appointment.read', { appointmentId: old.id })).toMatchObject(expected)
  expect(await desk.call('appointment.read', { appointmentId: older.id })).toBeNull()
  expect(asked()).toBe(2)
})
