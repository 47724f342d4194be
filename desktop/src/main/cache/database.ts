/// <reference path="./cipher-types.d.ts" />
import Database from 'better-sqlite3-multiple-ciphers'

export type SqlValue = string | number | null

/** The cache's file, with every statement prepared once. */
export type Db = {
  run(sql: string, ...params: SqlValue[]): { changes: number; lastInsertRowid: number | bigint }
  all<T>(sql: string, ...params: SqlValue[]): T[]
  get<T>(sql: string, ...params: SqlValue[]): T | undefined
  exec(sql: string): void
  /** All of `work` or nothing of it. */
  transaction<T>(work: () => T): T
  /** Everything `work` reads is of one state, whatever another thread writes meanwhile. */
  reading<T>(work: () => T): T
  pragma(text: string): unknown
  close(): void
}

const KEY_BYTES = 32

/** Opens or makes the encrypted file. A wrong key shows at the first read, as `SQLITE_NOTADB`. */
export function openDatabase(file: string, key: Uint8Array, { waitMs = 250 } = {}): Db {
  if (key.length !== KEY_BYTES) throw new Error(`the cache's key must have ${KEY_BYTES} bytes`)
  const database = new Database(file, { timeout: waitMs })
  try {
    database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    database.prepare('select count(*) from sqlite_master').get()
    database.pragma('journal_mode = wal')
    // Every page that is read again is decrypted again: 32 MB of them are kept.
    database.pragma('cache_size = -32000')
    // What does not fit beside a query would be written next to it unencrypted.
    database.pragma('temp_store = memory')
    // The queue must survive a power cut, and this build drops to NORMAL by itself in WAL. FULL costs 0.2 ms an event.
    database.pragma('synchronous = full')
    if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('the cache does not write through')
  } catch (error) {
    database.close()
    throw error
  }
  return wrap(database)
}

function wrap(database: Database.Database): Db {
  const statements = new Map<string, Database.Statement<unknown[]>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare<unknown[]>(sql)
    statements.set(sql, made)
    return made
  }
  return {
    run: (sql, ...params) => prepared(sql).run(...params),
    // Rows are read as the query that wrote them shaped them; STRICT tables keep the types.
    all: <T>(sql: string, ...params: SqlValue[]) => prepared(sql).all(...params) as T[],
    get: <T>(sql: string, ...params: SqlValue[]) => prepared(sql).get(...params) as T | undefined,
    exec: (sql) => {
      database.exec(sql)
    },
    transaction: (work) => database.transaction(work).immediate(),
    reading: (work) => database.transaction(work).deferred(),
    pragma: (text) => database.pragma(text, { simple: true }),
    close: () => database.close(),
  }
}

const DAMAGE = /^SQLITE_(NOTADB|CORRUPT|FORMAT|IOERR_SHORT_READ)/

/** Whether an error of a cache call means that the file is damaged: close it and open it again as suspect. */
export function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && DAMAGE.test(code)
}

/** Reads the whole file. */
export function isWhole(db: Db): boolean {
  try {
    return db.pragma('quick_check(1)') === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}
