import { type Frame, LiveFeed, type Reader } from '@dentalanswer/relay/src/events/live-feed.ts'
import type { Store } from '@dentalanswer/relay/src/store/store.ts'
import { expect, onTestFinished, test } from 'vitest'
import { until } from '../support/serve-world.ts'
import { openWorld } from '../support/world.ts'

/** The feed over a store whose reads the test can break, and a reader that keeps what it is given. */
async function openFeed() {
  const world = await openWorld()
  const state = { isBroken: false, room: true }
  const errors: unknown[] = []
  const store: Store = {
    ...world.deps.store,
    onWake: () => undefined,
    read: (work) => (state.isBroken ? Promise.reject(new Error('gone')) : world.deps.store.read(work)),
  }
  const feed = new LiveFeed(store, (error) => errors.push(error))
  onTestFinished(() => feed.close())
  const seen: string[] = []
  const frames: Frame[] = []
  const reader: Reader = {
    hasRoom: () => state.room,
    deliver: (frame) => frames.push(frame),
    reset: () => seen.push('reset'),
    fail: () => seen.push('fail'),
  }
  const change = async () => {
    await world.addPatient({ firstName: 'Pat', lastName: 'Stone', phone: '+15125550188' })
    return (await world.events()).at(-1)!.seq
  }
  return { world, feed, state, errors, reader, frames, seen, change, ids: () => frames.map((frame) => frame.seq) }
}

test('when the database fails for a while nobody is let go, and what was missed comes after', async () => {
  const { world, feed, state, errors, reader, seen, change, ids } = await openFeed()
  const first = await change()
  feed.subscribe(world.practiceId, 0, reader)
  await until(() => ids().length === first, 'the backlog')
  state.isBroken = true
  const last = await change()
  await feed.wakeAll()
  expect(errors).toHaveLength(1)
  expect(seen).toEqual([])
  state.isBroken = false
  await feed.wakeAll()
  expect(ids()).toEqual(Array.from({ length: last }, (_, at) => at + 1))
})

test('a reader that comes while the database is down is let go, once, and is not counted', async () => {
  const { world, feed, state, reader, seen } = await openFeed()
  state.isBroken = true
  feed.subscribe(world.practiceId, 0, reader)
  const gone = feed.subscribe(world.practiceId, 0, reader)
  gone.stop()
  gone.stop()
  await until(() => seen.length > 0, 'the reader to be let go')
  feed.close()
  expect(seen).toEqual(['fail'])
  expect(feed.readers).toBe(0)
})

test('a reader without room is given nothing more, and all it missed once it has room', async () => {
  const { world, feed, state, reader, change, ids, seen } = await openFeed()
  await change()
  state.room = false
  const { resume } = feed.subscribe(world.practiceId, 0, reader)
  for (let more = 0; more < 40; more++) await change()
  await feed.wakeAll()
  expect(ids()).toEqual([])
  state.room = true
  resume()
  const last = await change()
  await feed.wakeAll()
  await until(() => ids().length === last, 'all of it')
  expect(ids()).toEqual(Array.from({ length: last }, (_, at) => at + 1))
  expect(seen).toEqual([])
})
