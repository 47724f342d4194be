import { migrate } from '@dentalanswer/relay/src/store/migrate.ts'
import { openStore } from '@dentalanswer/relay/src/store/open-store.ts'
import type { TestProject } from 'vitest/node'
import { runSql, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL for the whole run, with a migrated template that each world copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres(['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'])
  await runSql(postgres.url(), 'create database template_relay')
  const store = openStore({ engine: 'postgres', url: postgres.url('template_relay') })
  await migrate(store)
  await store.close()
  project.provide('postgresUrl', postgres.url())
  return () => postgres.stop()
}
