import { initial } from './migrations/0001-initial.ts'
import { numbers } from './migrations/0002-numbers.ts'
import { writePlannerHints } from './planner-hints.ts'
import type { Store } from './store.ts'
import type { EngineName, Work } from './work.ts'

/** Numbered, forward only, never edited after release. `{text}`, `{bigint}`, `{strict}` and `{strict_keyed}` (a table that is
 *  its primary key) are filled in per engine; everything else means the same on both. */
export type Migration = { name: string; statements: string[] }

export const migrations: Migration[] = [initial, numbers]

const words: Record<EngineName, Record<string, string>> = {
  sqlite: { text: 'text', bigint: 'integer', strict: 'strict', strict_keyed: 'strict, without rowid' },
  postgres: { text: 'text collate "C"', bigint: 'bigint', strict: '', strict_keyed: '' },
}

export function dialectOf(statement: string, engine: EngineName): string {
  return statement.replace(/\{(\w+)\}/g, (_, word: string) => words[engine][word]!)
}

/** Brings the store to the newest version in one transaction per migration; a failed one leaves nothing behind.
 *  Several relays may start at once. Returns the names applied. */
export async function migrate(store: Store, wanted: Migration[] = migrations): Promise<string[]> {
  await store.write('migrate', function* () {
    yield* lock()
    yield (engine) => ({
      text: dialectOf('create table if not exists migrations (name {text} primary key, applied_at {text} not null) {strict}', engine),
      values: [],
    })
  })
  const applied: string[] = []
  for (const migration of wanted) if (await store.write('migrate', () => apply(migration))) applied.push(migration.name)
  if (applied.length > 0 && store.engine === 'sqlite') await store.write('planner-hints', writePlannerHints)
  return applied
}

function* apply(migration: Migration): Work<boolean> {
  yield* lock()
  const known = yield (engine) => ({
    text: `select name from migrations where name = ${engine === 'sqlite' ? '?' : '$1'}`,
    values: [migration.name],
  })
  if (known.length > 0) return false
  for (const statement of migration.statements) yield (engine) => ({ text: dialectOf(statement, engine), values: [] })
  yield (engine) => ({
    text: `insert into migrations (name, applied_at) values (${engine === 'sqlite' ? '?, ?' : '$1, $2'})`,
    values: [migration.name, new Date().toISOString()],
  })
  return true
}

function* lock(): Work<void> {
  yield (engine) => ({ text: engine === 'postgres' ? 'select pg_advisory_xact_lock(727001)' : 'select 1', values: [] })
}
