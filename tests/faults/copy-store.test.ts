import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { copyStore } from '@dentalanswer/relay/src/store/copy-store.ts'
import { migrate } from '@dentalanswer/relay/src/store/migrate.ts'
import { openStore, type StoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import type { Store } from '@dentalanswer/relay/src/store/store.ts'
import type { Row } from '@dentalanswer/relay/src/store/work.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { driveLoad } from '../support/load-driver.ts'
import { createTestStore, engine, type TestStore } from '../support/test-store.ts'
import { openLab } from './fault-lab.ts'
import { mixedDeeds } from './mixed-deeds.ts'

async function sqliteStoreOnDisk(): Promise<TestStore & { store: Store }> {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-'))
  const address: StoreAddress = { engine: 'sqlite', file: join(folder, 'relay.sqlite') }
  const store = openStore(address)
  await migrate(store)
  const drop = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  onTestFinished(drop)
  return { address, databaseUrl: `sqlite:${address.file}`, store, drop }
}

/** Every row of every table, in an order that does not depend on the engine. */
async function everything(store: Store): Promise<Record<string, string[]>> {
  const ask = (text: string) =>
    store.read(function* (): Generator<() => { text: string; values: [] }, Row[], Row[]> {
      return yield () => ({ text, values: [] })
    })
  const names = await ask(
    store.engine === 'sqlite'
      ? `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`
      : `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const tables: Record<string, string[]> = {}
  for (const name of names.map((row) => String(row.name)).filter((one) => one !== 'migrations')) {
    const rows = await ask(`select * from ${name}`)
    tables[name] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
  }
  return tables
}

describe.runIf(engine === 'postgres')('moving a practice between the engines', () => {
  test('a filled SQLite file copied to PostgreSQL and back equals itself, row by row', async () => {
    const first = await sqliteStoreOnDisk()
    const lab = await openLab({ testStore: first })
    onTestFinished(lab.close)
    await lab.start()
    const practices = [await lab.addPractice(), await lab.addPractice()]
    for (const practice of practices) {
      const load = driveLoad({ width: 4, pauseMs: 2, next: await mixedDeeds(lab, practice) })
      await sleep(1_500)
      await load.stop()
      await lab.settle(practice.id)
    }
    await lab.relay().terminate()
    const original = await everything(first.store)
    expect(Object.values(original).filter((rows) => rows.length > 0).length).toBeGreaterThan(15)

    const second = await createTestStore()
    const postgres = openStore(second.address)
    onTestFinished(async () => {
      await postgres.close()
      await second.drop()
    })
    const report = await copyStore(first.store, postgres)
    expect(report).toContainEqual({ table: 'practices', rows: 2 })
    expect(await everything(postgres)).toEqual(original)

    const third = await sqliteStoreOnDisk()
    await copyStore(postgres, third.store)
    expect(await everything(third.store)).toEqual(original)

    await expect(copyStore(first.store, postgres)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(await everything(postgres)).toEqual(original)
  })
})
