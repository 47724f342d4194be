import { createDeps, type RelayDeps } from '@dentalanswer/relay/src/deps.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { readFeed, serveWorld, until } from '../support/serve-world.ts'
import { engine } from '../support/test-store.ts'
import { openWorld, type World } from '../support/world.ts'

/** Another relay process on the same database. */
function secondRelay(world: World): RelayDeps {
  const deps = createDeps(world.deps.config, { clock: world.clock, store: openStore(world.testStore.address) })
  onTestFinished(async () => {
    deps.feed.close()
    await deps.store.close()
  })
  return deps
}

const noteOn = (deps: RelayDeps, world: World) =>
  write({ ...world.ctx, ...deps.base }, 'note', function* (tx) {
    yield* tx.audit({ action: 'test', subjectType: 'practice', subjectId: tx.practiceId })
    tx.record('practice', tx.practice, () => true)
    tx.emit('setup.changed')
  })

const sqlOn = async <T>(world: World, text: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: world.testStore.databaseUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows as T[]
  } finally {
    await client.end()
  }
}

test.runIf(engine === 'postgres')('two relays on one database deliver each other’s events, in order and at once', async () => {
  const world = await openWorld()
  const other = secondRelay(world)
  const { token } = await world.pair()
  const here = await readFeed(await serveWorld(world.deps), token)
  const there = await readFeed(await serveWorld(other), token)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const before = (await world.events()).length
  await Promise.all(Array.from({ length: 200 }, (_, at) => noteOn(at % 2 ? world.deps : other, world)))
  const all = Array.from({ length: 200 }, (_, at) => before + 1 + at)
  await here.next(200)
  await there.next(200)
  expect(here.ids()).toEqual(all)
  expect(there.ids()).toEqual(all)
  const wake = performance.now()
  await noteOn(world.deps, world)
  await there.next(201)
  // A poll comes every three seconds; a wake-up is faster.
  expect(performance.now() - wake).toBeLessThan(1_500)
})

test.runIf(engine === 'postgres')('a lost listener connection is made good, and what came meanwhile is delivered', async () => {
  const world = await openWorld()
  const other = secondRelay(world)
  const { token } = await world.pair()
  const there = await readFeed(await serveWorld(other), token)
  await noteOn(world.deps, world)
  await there.next(1)
  const listening = "select pid from pg_stat_activity where datname = current_database() and query = 'listen events'"
  const cut = await sqlOn<{ pid: number }>(
    world,
    `select pg_terminate_backend(pid) from (${listening}) as listeners where pid <> pg_backend_pid()`,
  )
  expect(cut.length).toBeGreaterThanOrEqual(2)
  await noteOn(world.deps, world)
  await there.next(2)
  await until(async () => (await sqlOn(world, listening)).length >= 2, 'the listeners to come back')
  await noteOn(world.deps, world)
  await there.next(3)
  expect(there.ids()).toEqual([there.ids()[0]!, there.ids()[0]! + 1, there.ids()[0]! + 2])
})

test.runIf(engine === 'postgres')('a desk that moves to the other relay resumes there without loss', async () => {
  const world = await openWorld()
  const other = secondRelay(world)
  const { token } = await world.pair()
  const here = await readFeed(await serveWorld(world.deps), token)
  await noteOn(world.deps, world)
  await here.next(1)
  here.abort()
  for (let more = 0; more < 30; more++) await noteOn(more % 2 ? world.deps : other, world)
  const there = await readFeed(await serveWorld(other), token, here.ids()[0])
  await there.next(30)
  expect(there.ids()).toEqual(Array.from({ length: 30 }, (_, at) => here.ids()[0]! + 1 + at))
})

test.runIf(engine === 'sqlite')('a note that was lost is made good by the next look at the table', async () => {
  const world = await openWorld()
  const { token } = await world.pair()
  const feed = await readFeed(await serveWorld(world.deps), token)
  const silent = { ...world.ctx, committed: () => undefined }
  await write(silent, 'note', function* (tx) {
    yield* tx.audit({ action: 'test', subjectType: 'practice', subjectId: tx.practiceId })
    tx.emit('setup.changed')
  })
  await feed.next(1)
  await noteOn(world.deps, world)
  await feed.next(2)
})
