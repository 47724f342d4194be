import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { DeskCoreOptions, SecretStore } from '../../desktop/src/main/core/core-options.ts'
import { createDeskCore } from '../../desktop/src/main/core/desk-core.ts'
import { DeskTrouble } from '../../desktop/src/main/core/desk-trouble.ts'
import { cacheFile } from '../../desktop/src/main/core/paired-desk.ts'
import { deskNetwork, RELAY_NAME } from '../support/desk-network.ts'
import { at, typeNamed } from '../support/desk-samples.ts'
import { newMachine, startDesk } from '../support/desk-under-test.ts'
import { until } from '../support/serve-world.ts'
import { openWorld } from '../support/world.ts'

async function openDesk(more: Partial<DeskCoreOptions> = {}) {
  const world = await openWorld()
  const network = await deskNetwork(world.deps)
  const ana = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  const setup = await world.setup()
  const machine = newMachine()
  const answers = { areLost: false }
  /** The relay gets what is sent, and its answer never comes. */
  const send: typeof fetch = async (input, init) => {
    const response = await network.fetch(input, init)
    if (answers.areLost && init?.method === 'POST') await new Promise(() => undefined)
    return response
  }
  const options = { fetch: send, nowMs: () => world.clock.nowMs(), ...more }
  const desk = await startDesk(machine, options)
  await desk.pair(world, RELAY_NAME)
  const booking = { appointmentTypeId: typeNamed(setup, 'Cleaning').id, startsAt: at('03-03 09:00'), patientId: ana.id, sendText: false }
  const people = (of: typeof desk, text: string) => of.call('people.search', { text }).catch(() => [])
  return { world, network, desk, machine, booking, answers, people, restart: () => startDesk(machine, options) }
}

test('a change that is on its way when the desk closes is sent again at the next start, and has one effect', async () => {
  const { world, network, desk, booking, answers, restart } = await openDesk()
  answers.areLost = true
  void desk.core.handle('command.run', { name: 'appointment.book', input: booking, label: 'Book Ana' })
  await until(async () => (await world.rows('appointments')).length === 1, 'the booking')
  await desk.stop()
  answers.areLost = false
  const again = await restart()
  await until(async () => (await again.queue()).length === 0, 'an empty queue')
  expect(await world.rows('appointments')).toHaveLength(1)
  const keys = network.requests.filter((one) => one.path === '/api/desk/appointments').map((one) => one.key)
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
})

test('closing twice, or before the start has ended, leaves nothing running', async () => {
  const { network, desk, restart } = await openDesk()
  await Promise.all([desk.core.stop(), desk.core.stop()])
  const again = await restart()
  await Promise.all([again.core.start(), again.core.stop()])
  const before = network.requests.length
  await wait(300)
  expect(network.requests.length).toBe(before)
  expect(again.core.state().isPaired).toBe(false)
})

test('a copy that fails although a look at it finds nothing is made anew, and what waits in it is kept', async () => {
  let failures = 0
  const { world, network, desk, people } = await openDesk({
    onNoticeSource() {
      if (failures-- > 0) throw Object.assign(new Error('an index is wrong'), { code: 'SQLITE_CORRUPT_INDEX' })
    },
  })
  network.be('busy')
  await desk.run('patient.create', { firstName: 'Nia', lastName: 'Olsen' })
  failures = 1
  await world.addPatient({ firstName: 'Leo', lastName: 'Tran', phone: '+15125550109' })
  await until(async () => desk.reports.includes('notice SQLITE_CORRUPT_INDEX'), 'the failure')
  await until(async () => (await desk.call('app.state', {})).rebuilt?.includes('One change that waits was kept') === true, 'a new copy')
  network.be('none')
  await until(async () => (await people(desk, 'nia')).length === 1, 'what waited')
  expect(await people(desk, 'leo')).toHaveLength(1)
})

test('when the copy cannot be made anew the desk says so instead of looking unpaired', async () => {
  const broken: { code?: string }[] = []
  let isFailing = false
  const { world, desk, machine } = await openDesk({
    onBroken: (error) => broken.push(error as { code?: string }),
    onNoticeSource() {
      if (isFailing) throw Object.assign(new Error('unreadable'), { code: 'SQLITE_CORRUPT' })
    },
  })
  isFailing = true
  // As with a disk that was pulled out.
  rmSync(machine.folder, { recursive: true })
  await world.addPatient({ firstName: 'Leo', lastName: 'Tran', phone: '+15125550109' })
  await until(() => broken.length === 1, 'it to be said')
  expect(broken[0]!.code).toBe('ENOENT')
  await expect(desk.call('work.read', {})).rejects.toMatchObject({ code: 'NOT_PAIRED' })
})

test('the whole copy is looked at once a day at most, and made anew when it is damaged', async () => {
  const { world, desk, machine, people, restart } = await openDesk()
  await desk.core.checkCopy()
  await desk.stop()
  const again = await restart()
  await again.reaches('live')
  const path = cacheFile(machine.folder)
  const { size } = statSync(path)
  const handle = openSync(path, 'r+')
  for (let place = 0.5; place < 0.95; place += 0.01) writeSync(handle, 'x'.repeat(64), Math.floor(size * place))
  closeSync(handle)
  await again.core.checkCopy()
  expect((await again.call('app.state', {})).rebuilt).toBeNull()
  world.clock.advance(25 * 60)
  await again.core.checkCopy()
  expect((await again.call('app.state', {})).rebuilt).toContain('made anew')
  await again.reaches('live')
  expect(await people(again, 'gar')).toHaveLength(1)
})

test('a desk that could not read its pairing leaves its copy and what waits in it', async () => {
  const { network, desk, machine, restart } = await openDesk()
  network.be('busy')
  await desk.run('patient.create', { firstName: 'Nia', lastName: 'Olsen' })
  await desk.stop()
  const locked: SecretStore = {
    mode: () => 'session',
    load: () => Promise.reject(new DeskTrouble('KEYS_LOCKED', 'Unlock it.')),
    save: async () => undefined,
    forget: async () => undefined,
  }
  // It starts and stops; nothing else is asked of it.
  const core = createDeskCore({ folder: machine.folder, secrets: locked } as DeskCoreOptions)
  await expect(core.start()).rejects.toMatchObject({ code: 'KEYS_LOCKED' })
  await core.stop()
  expect(await (await restart()).queue()).toHaveLength(1)
})
