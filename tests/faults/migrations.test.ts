import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Migration, migrate, migrations } from '@dentalanswer/relay/src/store/migrate.ts'
import { openStore, type StoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import { entityTables } from '@dentalanswer/relay/src/store/registry.ts'
import type { Store } from '@dentalanswer/relay/src/store/store.ts'
import { type Row, statement, type Work } from '@dentalanswer/relay/src/store/work.ts'
import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { expect, inject, onTestFinished, test } from 'vitest'
import { runSql } from '../support/postgres.ts'
import { engine, type TestStore } from '../support/test-store.ts'
import { bookArgs, hear } from './booking-scenarios.ts'
import { deathOf } from './die-everywhere.ts'
import { newNumber, openLab } from './fault-lab.ts'
import { expectWholeBooks } from './whole-books.ts'

const CLI = fileURLToPath(new URL('../../relay/src/cli.ts', import.meta.url))

/** A database without any table. */
async function emptyDatabase(): Promise<TestStore> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-'))
    const address: StoreAddress = { engine: 'sqlite', file: join(folder, 'relay.sqlite') }
    const drop = async () => rmSync(folder, { recursive: true, force: true })
    onTestFinished(drop)
    return { address, databaseUrl: `sqlite:${address.file}`, drop }
  }
  const server = inject('postgresUrl')
  const name = `empty_${randomBytes(6).toString('hex')}`
  await runSql(server, `create database ${name}`)
  const url = server.replace(/\/postgres$/, `/${name}`)
  const drop = () => runSql(server, `drop database ${name} with (force)`)
  onTestFinished(drop)
  return { address: { engine: 'postgres', url }, databaseUrl: url, drop }
}

async function emptyStore(): Promise<Store> {
  const { address } = await emptyDatabase()
  const store = openStore(address, { poolSize: 2 })
  onTestFinished(() => store.close())
  return store
}

function runMigrate(databaseUrl: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'migrate'], { env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('close', (code) => resolve({ code, said }))
  })
}

const tableExists = (store: Store, name: string) =>
  store.read(function* () {
    const rows = yield (kind) =>
      kind === 'sqlite'
        ? { text: `select name from sqlite_schema where name = ?`, values: [name] }
        : { text: 'select tablename from pg_tables where tablename = $1', values: [name] }
    return rows.length > 0
  })

test('a migration that fails leaves nothing, and its corrected form is applied later', async () => {
  const store = await emptyStore()
  const broken: Migration = { name: '9999-test', statements: ['create table extra (id {text} primary key) {strict}', 'create nonsense'] }
  await expect(migrate(store, [...migrations, broken])).rejects.toThrow()
  expect(await tableExists(store, 'appointments')).toBe(true)
  expect(await tableExists(store, 'extra')).toBe(false)
  const corrected = { ...broken, statements: broken.statements.slice(0, 1) }
  expect(await migrate(store, [...migrations, corrected])).toEqual(['9999-test'])
  expect(await migrate(store, [...migrations, corrected])).toEqual([])
})

const everyNumber = statement((db, _: Record<string, never>) => db.selectFrom('phone_numbers').selectAll().orderBy('id'))

const run = (store: Store, text: string) =>
  store.write('test', function* (): Work<Row[]> {
    return yield () => ({ text, values: [] })
  })

test('numbers of an older relay are kept as set up by hand, and one that was given up may be had by another practice', async () => {
  const store = await emptyStore()
  await migrate(store, migrations.slice(0, 1))
  const practice = (id: string) =>
    run(
      store,
      `insert into practices (id, name, text_name, phone_number, country, time_zone, settings, setup_version, event_seq, created_at)
       values ('${id}', 'Bright Smiles', 'Bright', '+15125550142', 'US', 'America/Chicago', '{}', 1, 0, '2026-01-05T15:00:00.000Z')`,
    )
  await practice('p1')
  await practice('p2')
  await run(
    store,
    `insert into phone_numbers (practice_id, id, phone_number, label, is_primary, status, twilio_sid, vapi_phone_number_id, vapi_assistant_id)
     values ('p1', 'n1', '+15125550100', 'Main line', 1, 'active', null, 'v1', 'a1'), ('p1', 'n2', '+15125550101', '', 0, 'released', null, null, null)`,
  )
  expect(await migrate(store)).toEqual(migrations.slice(1).map(({ name }) => name))
  const [main] = (await store.read(() => entityTables.phoneNumbers.list(everyNumber, {}))).filter((one) => one.isPrimary)
  expect(PracticePhone.omit({ id: true }).parse(main)).toMatchObject({
    phoneNumber: '+15125550100',
    way: 'given',
    texting: 'ready',
    vapiAssistantId: 'a1',
    health: UNKNOWN_HEALTH,
    createdAt: '2026-01-05T15:00:00.000Z',
  })
  const takenBy = (id: string, phoneNumber: string) =>
    run(
      store,
      `insert into phone_numbers (practice_id, id, phone_number, label, is_primary, status, way, texting, health, forward_test, trial, created_at)
       values ('p2', '${id}', '${phoneNumber}', '', 0, 'active', 'new', 'ready', '{}', 'null', 'null', '2026-02-01T00:00:00.000Z')`,
    )
  await takenBy('n3', '+15125550101')
  await expect(takenBy('n4', '+15125550100')).rejects.toThrow()
})

test('programs that bring one database up to date at the same time do it once', async () => {
  const { databaseUrl } = await emptyDatabase()
  const runs = await Promise.all([1, 2, 3].map(() => runMigrate(databaseUrl)))
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(runs.filter(({ said }) => said.startsWith('Applied'))).toHaveLength(1)
})

test.each([1, 4, 30])('a relay killed at step %i of its first start leaves nothing half made', async (step) => {
  const testStore = await emptyDatabase()
  const lab = await openLab({ testStore })
  onTestFinished(lab.close)
  const dying = await lab.start({ fault: { point: `migrate:${step}`, nth: 1 } })
  expect(await deathOf(dying)).toBe('SIGKILL')
  await lab.start()
  const practice = await lab.addPractice()
  expect(await hear(await practice.call(newNumber('737')), 'book-appointment', bookArgs(), 'one')).toMatch(/^Booked/)
  await lab.settle(practice.id)
  await expectWholeBooks(lab, practice)
})
