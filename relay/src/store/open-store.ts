import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import SqliteDatabase from 'better-sqlite3'
import { postgresStore } from './postgres-store.ts'
import { openSqlite, sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'
import { isBusy } from './store-error.ts'

export type StoreAddress = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

/** `sqlite:<file>` or `postgres://…`. Null when it is neither. */
export function readStoreAddress(text: string): StoreAddress | null {
  if (/^postgres(ql)?:\/\/./.test(text)) return { engine: 'postgres', url: text }
  if (/^sqlite:./.test(text)) return { engine: 'sqlite', file: text.slice('sqlite:'.length) }
  return null
}

/** Opens the store. For a relay, `exclusive` makes sure that no other relay has the same SQLite file. */
export function openStore(
  address: StoreAddress,
  options: { exclusive?: boolean; poolSize?: number; onError?: (error: unknown) => void } = {},
): Store {
  if (address.engine === 'postgres') return postgresStore(address.url, options)
  const file = address.file === ':memory:' ? address.file : resolve(address.file)
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const release = options.exclusive && file !== ':memory:' ? lockFile(file) : () => {}
  const store = sqliteStore(openSqlite(file))
  return {
    ...store,
    async close() {
      await store.close()
      release()
    },
  }
}

/** Held by the operating system for as long as the process lives, so that a killed relay never leaves it behind. */
function lockFile(file: string): () => void {
  const lock = new SqliteDatabase(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive; create table if not exists held (by text) strict; commit')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw new DeskError('STORE_UNAVAILABLE', `${file} cannot be written to.`, { cause: error })
    throw new DeskError('STORE_BUSY', `Another relay already uses ${file}. One relay per SQLite file; for several, use PostgreSQL.`, {
      cause: error,
    })
  }
  return () => lock.close()
}
