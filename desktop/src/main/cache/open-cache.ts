import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { type Cache, cacheOn } from './cache.ts'
import { type Db, isDamage, openDatabase } from './database.ts'
import { CACHE_SCHEMA, CACHE_VERSION, QUEUE_SCHEMA } from './schema.ts'

export type { Cache }

/** `isSuspect`: an earlier call failed with damage, so it is made anew whatever a look at it says: an index can be wrong in a file whose
 *  pages are all right. */
type OpenInput = { file: string; key: Uint8Array; isSuspect?: boolean }
type Opened = { cache: Cache; rebuilt: string | null }
type QueueRow = Record<'name' | 'input' | 'label' | 'key' | 'created_at' | 'state', string> & { error: string | null }
type Damage = { words: string; rescued: QueueRow[] | null }

const QUEUE_COLUMNS = ['name', 'input', 'label', 'key', 'created_at', 'state', 'error']

/** Opens this desk's copy, or makes an empty one. A file that is damaged, of another version or locked with another key is deleted and
 *  made anew, with the unsent commands that could still be read; `rebuilt` then says so in words for staff. Trouble that passes (no disk
 *  space, no permission, another program has it open) is thrown and deletes nothing. */
export function openCache({ file, key, isSuspect = false }: OpenInput): Opened {
  const isNew = !existsSync(file)
  const found = isNew ? null : tryOpen({ file, key, isSuspect })
  if (found && 'db' in found) return { cache: cacheOn(found.db), rebuilt: null }
  // Write-ahead files without their database would be taken for its own.
  wipeCache(file)
  const db = makeDatabase({ file, key }, found?.rescued ?? [])
  return { cache: cacheOn(db), rebuilt: found ? wordsOf(found) : null }
}

/** Deletes the copy and all that belongs to it. */
export function wipeCache(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

function tryOpen({ file, key, isSuspect }: OpenInput): { db: Db } | Damage {
  let db: Db
  try {
    db = openDatabase(file, key)
  } catch (error) {
    if (!isDamage(error)) throw error
    return { words: UNREADABLE, rescued: null }
  }
  try {
    const words = faultOf(db, isSuspect)
    if (!words) return { db }
    return { words, rescued: rescueQueue(db) }
  } catch (error) {
    db.close()
    throw error
  }
}

const UNREADABLE = 'The copy on this computer could not be read, so it was made anew.'
const OTHER_VERSION = 'The copy on this computer was of another version, so it was made anew.'

/** Null when the file can be used. Its pages are authenticated, so the tables are touched rather than read whole; `checkInWorker` reads all. */
function faultOf(db: Db, isSuspect?: boolean): string | null {
  try {
    const version = db.pragma('user_version')
    if (version !== CACHE_VERSION) return version === 0 ? UNREADABLE : OTHER_VERSION
    for (const { name } of db.all<{ name: string }>("select name from sqlite_master where type = 'table'"))
      db.get(`select 1 from "${name}" not indexed limit 1`)
    return isSuspect ? UNREADABLE : null
  } catch (error) {
    if (isDamage(error)) return UNREADABLE
    throw error
  }
}

/** The queue as far as it can be read; null when it cannot be read at all. Closes the file. */
function rescueQueue(db: Db): QueueRow[] | null {
  const rescued: QueueRow[] = []
  try {
    const ids = db.all<{ id: number }>('select id from command_queue order by id')
    for (const { id } of ids) {
      const row = db.get<QueueRow>(`select ${QUEUE_COLUMNS.join(', ')} from command_queue where id = ?`, id)
      if (row) rescued.push(row)
    }
    return rescued
  } catch (error) {
    if (!isDamage(error) && !isOtherShape(error)) throw error
    return rescued.length > 0 ? rescued : null
  } finally {
    db.close()
  }
}

/** There is no such table or column. */
function isOtherShape(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'SQLITE_ERROR'
}

function makeDatabase({ file, key }: OpenInput, rescued: QueueRow[]): Db {
  // For this user alone; what the engine lays beside it follows.
  writeFileSync(file, '', { mode: 0o600 })
  const db = openDatabase(file, key)
  db.transaction(() => {
    db.exec(QUEUE_SCHEMA + CACHE_SCHEMA)
    const insert = `insert into command_queue (${QUEUE_COLUMNS.join(', ')}) values (?, ?, ?, ?, ?, ?, ?)`
    for (const row of rescued) db.run(insert, row.name, row.input, row.label, row.key, row.created_at, row.state, row.error)
    db.pragma(`user_version = ${CACHE_VERSION}`)
  })
  return db
}

function wordsOf({ words, rescued }: Damage): string {
  if (rescued === null) return `${words} Changes that waited to be sent could not be read.`
  if (rescued.length === 0) return words
  return `${words} ${rescued.length === 1 ? 'One change that waits was' : `${rescued.length} changes that wait were`} kept.`
}
