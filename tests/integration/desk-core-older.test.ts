import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { deskNetwork, RELAY_NAME } from '../support/desk-network.ts'
import { at, typeNamed } from '../support/desk-samples.ts'
import { newMachine, startDesk } from '../support/desk-under-test.ts'
import { openWorld } from '../support/world.ts'

const ANA = '+15125550101'
const LEO = '+15125550102'
const day = (text: string) => ({ from: text as LocalDate, to: text as LocalDate })

/** A desk that was paired forty days after something happened. */
async function openLate() {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: ANA })
  const setup = await world.setup()
  const other = await world.pair('Other desk')
  const cleaning = { appointmentTypeId: typeNamed(setup, 'Cleaning').id, startsAt: at('03-03 09:00'), patientId: ana.id, sendText: false }
  const visit = await other.client.call('appointment.book', cleaning)
  await world.text(ANA, 'do you take my insurance?')
  await world.text(LEO, 'hello')
  world.clock.advance(40 * 24 * 60)
  await world.text(ANA, 'and parking?')
  const machine = newMachine()
  const options = { fetch: network.fetch, nowMs: () => world.clock.nowMs() }
  const desk = await startDesk(machine, options)
  await desk.pair(world, RELAY_NAME)
  const asked = (path: string) => network.paths().filter((one) => one === path).length
  const goOffline = async () => {
    network.be('down')
    network.cut()
    await desk.reaches('offline')
  }
  return { world, network, desk, visit, asked, goOffline, restart: () => startDesk(machine, options) }
}

test('texts older than a desk keeps are fetched once and stay readable offline', async () => {
  const { desk, asked, goOffline } = await openLate()
  const thread = await desk.call('thread.read', { phoneNumber: ANA as never })
  const said = thread.messages.filter((one) => one.direction === 'inbound').map((one) => one.body)
  expect(said).toEqual(['do you take my insurance?', 'and parking?'])
  expect(thread).toMatchObject({ hasOlder: false })
  expect(thread.isPartial).toBeUndefined()
  await goOffline()
  expect(await desk.call('thread.read', { phoneNumber: ANA as never })).toEqual(thread)
  expect(asked(`/api/desk/threads/${encodeURIComponent(ANA)}`)).toBe(1)
})

test('a long thread is read a page at a time, and says when there is more', async () => {
  const { desk } = await openLate()
  expect(await desk.call('thread.read', { phoneNumber: ANA as never, limit: 1 })).toMatchObject({
    messages: [{ body: expect.any(String) }],
    hasOlder: true,
  })
})

test('offline, a thread whose beginning is not kept says so', async () => {
  const { desk, goOffline } = await openLate()
  await goOffline()
  const thread = await desk.call('thread.read', { phoneNumber: LEO as never })
  expect(thread).toMatchObject({ messages: [], isPartial: true })
})

test('a day before those a desk keeps is fetched once; offline it says that it is not kept', async () => {
  const { desk, visit, goOffline, asked } = await openLate()
  const view = await desk.call('days.read', day('2026-03-03'))
  expect(view).toMatchObject({ appointments: [{ id: visit.id }], patients: [{ firstName: 'Ana' }] })
  expect(view.isPartial).toBeUndefined()
  await goOffline()
  expect((await desk.call('days.read', day('2026-03-03'))).appointments).toHaveLength(1)
  expect(await desk.call('days.read', day('2026-03-02'))).toMatchObject({ appointments: [], isPartial: true })
  expect((await desk.call('days.read', day('2026-04-13'))).isPartial).toBeUndefined()
  expect(asked('/api/desk/schedule')).toBe(1)
})

test('a fetched day follows what changes there, and is asked for again after all was replaced', async () => {
  const { desk, visit, world, network } = await openLate()
  await desk.call('days.read', day('2026-03-03'))
  await desk.run('appointment.note', { appointmentId: visit.id, note: 'paid' })
  expect((await desk.call('days.read', day('2026-03-03'))).appointments).toMatchObject([{ note: 'paid' }])
  // An event this desk cannot read makes it take everything anew.
  let isOdd = true
  network.stream((text) => {
    const odd = isOdd && text.includes('"type":"patient.changed"') ? text.replace('"type":"patient.changed"', '"type":"moon.rose"') : text
    if (odd !== text) isOdd = false
    return odd
  })
  await world.addPatient({ firstName: 'Nia', lastName: 'Olsen', phone: '+15125550103' })
  await desk.hasCaughtUp(world)
  await desk.reaches('live')
  expect((await desk.call('days.read', day('2026-03-03'))).appointments).toMatchObject([{ note: 'paid' }])
  expect(network.paths().filter((one) => one === '/api/desk/schedule')).toHaveLength(2)
})

test('a relay that is too slow is not waited for again with every change', async () => {
  const { desk, network } = await openLate()
  network.be('hangs')
  const started = performance.now()
  expect(await desk.call('days.read', day('2026-03-03'))).toMatchObject({ isPartial: true })
  const waitedMs = performance.now() - started
  expect(waitedMs).toBeGreaterThan(2_000)
  expect(await desk.call('days.read', day('2026-03-03'))).toMatchObject({ isPartial: true })
  expect(performance.now() - started - waitedMs).toBeLessThan(500)
})

test('what could not be read in full is to be read again as soon as the relay is there', async () => {
  const { desk, network, goOffline } = await openLate()
  await goOffline()
  await desk.call('days.read', day('2026-03-03'))
  const before = desk.pushes.length
  network.be('none')
  await desk.call('line.retry', {})
  await desk.reaches('live')
  expect(desk.pushes.slice(before)).toContainEqual(expect.objectContaining({ kind: 'changed', type: null }))
  expect((await desk.call('days.read', day('2026-03-03'))).appointments).toHaveLength(1)
})

test('nobody reads a hundred years at once', async () => {
  const { desk } = await openLate()
  const all = { from: '1926-01-01' as LocalDate, to: '2126-01-01' as LocalDate }
  await expect(desk.call('days.read', all)).rejects.toMatchObject({ code: 'RANGE_TOO_LONG' })
})
