import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@dentalanswer/relay/src/store/migrate.ts'
import { openStore, type StoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import { inject } from 'vitest'
import { runSql } from './postgres.ts'

export type TestStore = { address: StoreAddress; databaseUrl: string; drop(): Promise<void> }

export const engine = (process.env.TEST_ENGINE ?? 'sqlite') as 'sqlite' | 'postgres'

/** An empty, migrated database of the engine under test. */
export async function createTestStore(): Promise<TestStore> {
  return engine === 'postgres' ? postgresDatabase() : sqliteFile()
}

async function sqliteFile(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-'))
  const address: StoreAddress = { engine: 'sqlite', file: join(folder, 'relay.sqlite') }
  const store = openStore(address)
  await migrate(store)
  await store.close()
  return { address, databaseUrl: `sqlite:${address.file}`, drop: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function postgresDatabase(): Promise<TestStore> {
  const server = inject('postgresUrl')
  const name = `world_${randomBytes(6).toString('hex')}`
  await runSql(server, `create database ${name} template template_relay`)
  const url = server.replace(/\/postgres$/, `/${name}`)
  return { address: { engine: 'postgres', url }, databaseUrl: url, drop: () => runSql(server, `drop database ${name} with (force)`) }
}
