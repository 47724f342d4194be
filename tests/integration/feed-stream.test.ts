import { readdirSync } from 'node:fs'
import { pruneEvents } from '@dentalanswer/relay/src/store/event-log.ts'
import { DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import { expect, test } from 'vitest'
import { readFeed, serveWorld, until } from '../support/serve-world.ts'
import { openWorld, type World } from '../support/world.ts'

const makePatients = async (world: World, count: number) => {
  for (let made = 0; made < count; made++) await world.addPatient({ firstName: 'Pat', lastName: `N${made}`, phone: '+15125550188' })
}

test('a desk hears of a change at once, with the whole new entity and the practice’s number as id', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const feed = await readFeed(served, token)
  expect(feed.response.headers.get('content-type')).toBe('text/event-stream')
  expect(feed.response.headers.get('cache-control')).toContain('no-transform')
  const patient = await world.addPatient({ firstName: 'Ana', lastName: 'Garcia', phone: '+15125550101' })
  await feed.next(1)
  const event = DeskEvent.parse(JSON.parse(feed.events[0]!.data))
  expect(event).toMatchObject({ type: 'patient.changed', changed: { patients: [patient] } })
  expect(feed.events[0]).toMatchObject({ id: String(event.seq), event: 'patient.changed' })
})

test('a desk resumes after any id and gets each later event once, in order, also those that come meanwhile', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  await makePatients(world, 230)
  for (const after of [0, 1, 99, 100, 101, 231]) {
    const feed = await readFeed(served, token, after)
    const meanwhile = makePatients(world, 3)
    await meanwhile
    const last = (await world.events()).length
    await feed.next(last - after)
    expect(feed.ids()).toEqual(Array.from({ length: last - after }, (_, at) => after + 1 + at))
    feed.abort()
  }
})

test('an id from before what is kept, or from the future, gets a reset and the stream ends', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  await makePatients(world, 5)
  await world.deps.store.write('tidy', () => pruneEvents('1970-01-01T00:00:00.000Z', 2))
  const last = (await world.events()).at(-1)!.seq
  for (const after of [0, last - 3, last + 1, '99999999999999999999']) {
    const feed = await readFeed(served, token, after)
    await feed.over()
    expect(feed.events.map((event) => event.event)).toEqual(['reset'])
  }
  const kept = await readFeed(served, token, last - 2)
  await kept.next(2)
  expect(kept.ids()).toEqual([last - 1, last])
  kept.abort()
  await until(() => world.deps.feed.readers === 0, 'no readers left')
})

test('an id that is no number is refused, and a HEAD request leaves no reader behind', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const refused = await readFeed(served, token, 'yesterday')
  expect(refused.response.status).toBe(400)
  const head = await fetch(new URL('/api/desk/events', served.url), { method: 'HEAD', headers: { authorization: `Bearer ${token}` } })
  expect(head.status).toBe(200)
  expect(world.deps.feed.readers).toBe(0)
})

test('a quiet feed beats', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps, { beatMs: 20 })
  const { token } = await world.pair()
  const feed = await readFeed(served, token)
  await until(() => feed.state.comments >= 4, 'heartbeats')
  expect(feed.events).toEqual([])
})

test('a desk that goes away leaves no reader and no file behind', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const openFiles = () => readdirSync('/proc/self/fd').length
  const round = async () => {
    const feeds = await Promise.all(Array.from({ length: 3 }, () => readFeed(served, token, 0)))
    await Promise.all(feeds.map((feed) => feed.next(1)))
    for (const feed of feeds) feed.abort()
    await until(() => world.deps.feed.readers === 0 && served.sockets.size === 0, 'everyone gone')
  }
  await round()
  const before = openFiles()
  for (let times = 0; times < 10; times++) await round()
  await until(() => openFiles() <= before, 'every socket closed')
  await makePatients(world, 1)
})

test('a desk that reconnects keeps its three newest streams', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const feeds = []
  for (let opened = 0; opened < 5; opened++) feeds.push(await readFeed(served, token))
  await Promise.all([feeds[0]!.over(), feeds[1]!.over()])
  expect(world.deps.feed.readers).toBe(3)
  await makePatients(world, 1)
  for (const feed of feeds.slice(2)) await feed.next(1)
})

test('a revoked desk’s stream ends with the event that says so, and it cannot come back', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const [lost, kept] = [await world.pair('Lost'), await world.pair('Kept')]
  const [lostFeed, keptFeed] = [await readFeed(served, lost.token), await readFeed(served, kept.token)]
  await kept.client.call('device.revoke', { deviceId: lost.device.id })
  await lostFeed.over()
  await keptFeed.next(1)
  await makePatients(world, 1)
  await keptFeed.next(2)
  expect(lostFeed.ids().length).toBeLessThanOrEqual(1)
  expect((await readFeed(served, lost.token)).response.status).toBe(401)
})

test('each practice’s desk hears of its own practice only', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  const served = await serveWorld(world.deps)
  const mine = await readFeed(served, (await world.pair()).token)
  const theirs = await readFeed(served, (await other.pair()).token)
  await other.addPatient({ firstName: 'Theo', lastName: 'Other', phone: '+15125550150' })
  await theirs.next(1)
  await makePatients(world, 1)
  await mine.next(1)
  expect(mine.events).toHaveLength(1)
  expect(mine.events[0]!.data).not.toContain('Theo')
})

test('when the relay stops, every stream ends in order', async () => {
  const world = await openWorld()
  const served = await serveWorld(world.deps)
  const { token } = await world.pair()
  const feed = await readFeed(served, token, 0)
  await feed.next(1)
  await served.close()
  await feed.over()
  expect(world.deps.feed.readers).toBe(0)
})
