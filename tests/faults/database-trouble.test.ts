import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSqlite } from '@dentalanswer/relay/src/store/sqlite-store.ts'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type BetterSqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../support/postgres.ts'
import { startRelayProcess } from '../support/relay-process.ts'
import { engine } from '../support/test-store.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookArgs, hear } from './booking-scenarios.ts'
import { newNumber, openLab } from './fault-lab.ts'
import { holdLock } from './hold-lock.ts'
import { expectWholeBooks } from './whole-books.ts'

const APOLOGY = /^I am sorry, I could not do that just now/

async function openedLab() {
  const lab = await openLab()
  onTestFinished(lab.close)
  const relay = await lab.start()
  return { lab, relay, practice: await lab.addPractice() }
}

const codeOf = (error: unknown) => (error instanceof DeskError ? error.code : error)

/** How long the relay took, at most, to answer a question that needs no database. */
function watchResponses(url: string) {
  let slowest = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const asked = performance.now()
      await fetch(`${url}/healthz`)
      slowest = Math.max(slowest, performance.now() - asked)
      await sleep(5)
    }
  })()
  return async () => {
    isOver = true
    await watching
    return slowest
  }
}

test('while another program holds the database, callers hear an apology, the desk is told, and nothing changes', async () => {
  const { lab, relay, practice } = await openedLab()
  const call = await practice.call(newNumber('737'))
  const { client } = await practice.pair()
  const patient = { firstName: 'Olga', lastName: 'Stone' }
  const key = randomUUID()
  const before = await lab.sql('select event_seq from practices where id = ?', [practice.id])
  const release = await holdLock(lab, practice)
  const slowest = watchResponses(relay.url)
  const asked = performance.now()
  const [words, code] = await Promise.all([
    hear(call, 'book-appointment', bookArgs(), 'one'),
    client.call('patient.create', patient, key).then(() => 'saved', codeOf),
    ...[1, 2, 3, 4, 5, 6].map(() => client.call('patient.create', patient).catch(() => undefined)),
  ])
  expect(words).toMatch(APOLOGY)
  expect(code).toBe('STORE_BUSY')
  // PostgreSQL waits for the row within its own statement limit of five seconds, without holding anything up.
  expect(performance.now() - asked).toBeLessThan(engine === 'sqlite' ? 2_500 : 7_500)
  expect(await slowest()).toBeLessThan(600)
  await release()
  expect(await lab.sql('select event_seq from practices where id = ?', [practice.id])).toEqual(before)
  expect(await hear(call, 'book-appointment', bookArgs(), 'one')).toMatch(/^Booked/)
  expect(await client.call('patient.create', patient, key)).toMatchObject(patient)
  await lab.settle(practice.id)
  await expectWholeBooks(lab, practice)
})

describe.runIf(engine === 'sqlite')('on SQLite', () => {
  test('a full disk stops writing without harm, and the relay works again by itself when there is room', async () => {
    const world = await openWorld()
    const { client } = await world.pair()
    const before = await world.rows<{ id: string }>('messages')
    const { pages, limit } = diskOf(world)
    limit(pages())
    const codes: unknown[] = []
    for (let sent = 0; sent < 60 && codes.at(-1) !== 'STORE_FULL'; sent++)
      codes.push(await client.call('text.send', { to: '+15125550111' as PhoneNumber, body: 'x'.repeat(1_500) }).then(() => 'sent', codeOf))
    expect(codes.at(-1)).toBe('STORE_FULL')
    const call = await world.call()
    expect((await call.tool('book-appointment', bookWorldArgs, { toolCallId: 'one' })).results[0]?.result).toMatch(APOLOGY)
    const answer = await world.request('/readyz')
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, problems: ['the disk is full'] }])
    expect(await world.rows('messages')).toHaveLength(before.length + codes.length - 1)
    expect(await world.rows('appointments')).toEqual([])

    limit(pages() + 10_000)
    world.clock.advance(1)
    const later = await world.request('/readyz')
    expect([later.status, await later.json()]).toEqual([200, { ok: true, problems: [] }])
    expect((await call.tool('book-appointment', bookWorldArgs, { toolCallId: 'one' })).results[0]?.result).toMatch(/^Booked/)
    expect(diskOf(world).integrity()).toBe('ok')
  })

  test('a second relay on the same file does not start, and says why', async () => {
    const { lab, relay } = await openedLab()
    const second = startRelayProcess({ environment: { ...lab.environment, PORT: String(await freePort()) } })
    expect((await second.ended).code).toBe(1)
    expect(second.log()).toContain('Another relay already uses')
    expect(relay.isRunning()).toBe(true)
    await relay.kill()
    // A killed relay leaves no lock behind.
    await lab.start()
  })

  test('every commit reaches the disk: the setting survives writing and opening again', async () => {
    const { lab, practice } = await openedLab()
    await lab.relay().kill()
    const { address } = lab.testStore
    const connection = openSqlite(address.engine === 'sqlite' ? address.file : '')
    connection.prepare('update practices set name = name where id = ?').run(practice.id)
    expect(connection.pragma('synchronous', { simple: true })).toBe(2)
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    connection.close()
  })
})

const bookWorldArgs = {
  firstName: 'Ana',
  lastName: 'Garcia',
  birthDate: '1988-04-12',
  appointmentType: 'cleaning',
  startsAt: '2026-03-11 9:00 am',
}

/** The file behind a world. The cast is safe on SQLite, whose store has its connection. */
function diskOf(world: World) {
  const { connection } = world.deps.store as unknown as { connection: BetterSqlite.Database }
  return {
    pages: () => Number(connection.pragma('page_count', { simple: true })),
    limit: (pages: number) => void connection.pragma(`max_page_count = ${pages}`),
    integrity: () => connection.pragma('integrity_check', { simple: true }),
  }
}
