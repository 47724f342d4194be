import { findPatients, updatePatient } from '@dentalanswer/relay/src/store/patients.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { expect, test } from 'vitest'
import { readFeed, serveWorld, stalledReader, until } from '../support/serve-world.ts'
import { openWorld, type World } from '../support/world.ts'

/** Events of about 8 kB, as an edit of a few patients with long notes makes. */
async function bigEvents(world: World, count: number): Promise<void> {
  const known = await world.rows<{ id: string }>('patients')
  for (let made = known.length; made < 4; made++)
    known.push(await world.addPatient({ firstName: 'Pat', lastName: `N${made}`, phone: '+15125550188' }))
  const ids = known.map((one) => one.id)
  const edit = () =>
    write(world.ctx, 'edit', function* (tx) {
      for (const patient of yield* findPatients(tx.practiceId, ids)) yield* updatePatient(tx, { ...patient, note: 'n'.repeat(1_900) })
      tx.emit('patient.changed')
    })
  for (let made = 0; made < count; made += 50) await Promise.all(Array.from({ length: Math.min(50, count - made) }, edit))
}

test('a desk that does not read is let go, costs under 100 kB until then, and resumes without loss', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const stalled = await stalledReader(served, token)
  await until(() => world.deps.feed.readers === 1, 'the stalled desk')
  const [socket] = served.sockets
  let most = 0
  for (let round = 0; round < 60 && world.deps.feed.readers > 0; round++) {
    await bigEvents(world, 50)
    most = Math.max(most, socket!.writableLength)
  }
  await until(() => world.deps.feed.readers === 0 && served.sockets.size === 0, 'the stalled desk to be let go')
  // What waits in the stream itself is at most 16 kB and one event.
  expect(most).toBeGreaterThan(0)
  expect(most + 16 * 1024 + 8 * 1024).toBeLessThan(100 * 1024)
  stalled.destroy()

  const last = (await world.events()).length
  const feed = await readFeed(served, token, 0)
  await feed.next(last)
  expect(feed.ids()).toEqual(Array.from({ length: last }, (_, at) => at + 1))
}, 120_000)

test('a desk that never took its backlog is let go after two heartbeats', async () => {
  const world = await openWorld()
  const { token } = await world.pair()
  await bigEvents(world, 1_500)
  const served = await serveWorld(world.deps, { beatMs: 100 })
  await stalledReader(served, token, 0)
  await until(() => world.deps.feed.readers === 1, 'the stalled desk')
  await until(() => world.deps.feed.readers === 0 && served.sockets.size === 0, 'the stalled desk to be let go')
}, 120_000)

test('a slow desk that does read is never let go while it catches up, and misses nothing', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  await bigEvents(world, 600)
  const socket = await stalledReader(served, token, 0)
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    socket.pause()
    setTimeout(() => socket.resume(), 1)
  })
  socket.resume()
  await until(() => world.deps.feed.readers === 1, 'the slow desk')
  await bigEvents(world, 200)
  const last = (await world.events()).length
  const ids = () => [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]))
  await until(() => ids().at(-1) === last, 'the newest event', 60_000)
  const got = ids()
  expect(got).toEqual(Array.from({ length: last }, (_, at) => at + 1))
}, 120_000)

test('a burst of small changes reaches a healthy desk whole', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const feed = await readFeed(served, token)
  await Promise.all(
    Array.from({ length: 400 }, (_, at) => world.addPatient({ firstName: 'Pat', lastName: `N${at}`, phone: '+15125550188' })),
  )
  await feed.next(400)
  expect(feed.ids()).toEqual(Array.from({ length: 400 }, (_, at) => feed.ids()[0]! + at))
})
