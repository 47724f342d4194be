import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { expect, test } from 'vitest'
import { madePatient, madeSnapshot } from '../../samples/entities.ts'
import { cacheFolder } from '../cache/cache-folder.ts'
import type { RelayClient } from '../relay/relay-client.ts'
import { machineTimers } from '../relay/timers.ts'
import { PersonHistories } from './person-histories.ts'

const MINUTE = 60_000
const ana = madePatient('Ana Garcia')

function openPersons(cache: ReturnType<ReturnType<typeof cacheFolder>['open']>['cache']) {
  cache.replaceAll(madeSnapshot({ patients: [ana] }))
  const world = { nowMs: 0, isLive: true, replacements: 0, fails: false, asked: [] as PatientId[] }
  const ask = async (_name: string, { patientId }: { patientId: PatientId }) => {
    world.asked.push(patientId)
    if (world.fails) throw new Error('no answer')
    const audit = [{ at: '2026-03-03T16:00:00.000Z', actor: 'desk', who: 'Front desk', action: 'patient.read', detail: {} }]
    return { patient: { ...ana, id: patientId }, household: [], appointments: [], optOuts: [], audit }
  }
  const persons = new PersonHistories({
    client: { ask } as unknown as RelayClient,
    cache,
    timers: machineTimers,
    nowMs: () => world.nowMs,
    isLive: () => world.isLive,
    writable: async () => undefined,
    replacements: () => world.replacements,
  })
  return { world, persons }
}

test('reading asks nobody; opening asks once in ten minutes', async () => {
  using folder = cacheFolder()
  const { world, persons } = openPersons(folder.open().cache)
  expect(await persons.read(ana.id)).toMatchObject({ isComplete: false, audit: [] })
  expect(world.asked).toEqual([])
  expect(await persons.open(ana.id)).toBe(true)
  world.nowMs = 9 * MINUTE
  expect(await persons.open(ana.id)).toBe(false)
  expect(await persons.read(ana.id)).toMatchObject({ isComplete: true, audit: [{ who: 'Front desk' }] })
  world.nowMs = 60 * MINUTE
  expect(await persons.read(ana.id)).toMatchObject({ isComplete: true })
  expect(world.asked).toHaveLength(1)
  expect(await persons.open(ana.id)).toBe(true)
  expect(world.asked).toHaveLength(2)
})

test('an asking that failed may be done again at once, and one after all was replaced must be', async () => {
  using folder = cacheFolder()
  const { world, persons } = openPersons(folder.open().cache)
  world.fails = true
  expect(await persons.open(ana.id)).toBe(false)
  world.fails = false
  expect(await persons.open(ana.id)).toBe(true)
  world.replacements += 1
  expect(await persons.read(ana.id)).toMatchObject({ isComplete: false })
  expect(await persons.open(ana.id)).toBe(true)
})

test('somebody this desk does not keep is asked for; unknown everywhere is said', async () => {
  using folder = cacheFolder()
  const { world, persons } = openPersons(folder.open().cache)
  const elsewhere = '00000000-0000-4000-8000-0000000000ee' as PatientId
  expect(await persons.read(elsewhere)).toMatchObject({ patient: { id: elsewhere }, isComplete: true })
  world.isLive = false
  await expect(persons.read('00000000-0000-4000-8000-0000000000ff' as PatientId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
