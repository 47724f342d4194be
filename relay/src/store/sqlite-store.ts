import { setTimeout as sleep } from 'node:timers/promises'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import SqliteDatabase from 'better-sqlite3'
import { faultPoints } from '../fault-points.ts'
import type { Store } from './store.ts'
import { asStoreError, isBusy, isUnwritable } from './store-error.ts'
import type { Row, Work } from './work.ts'

type Connection = SqliteDatabase.Database
type Job = {
  label: string
  work: () => Work<unknown>
  /** On the monotonic clock: how long it may wait for another program to let go of the file. */
  waitsUntil: number
  resolve(value: unknown): void
  reject(error: unknown): void
}
type Outcome = { value: unknown } | { error: unknown }

const KEPT_STATEMENTS = 500
/** A batch is one durable commit; a longer one would keep readers waiting. */
const BATCH = 64
/** Waiting for a lock inside SQLite stops the whole process, so it is short and happens once; after that we look again and again. */
const LOCK_WAIT_MS = 250
const LOOK_AGAIN_MS = 20
const PATIENCE_MS = 1_000

/** Opens the file the way a durable store must be: WAL, a real flush at every commit, foreign keys, a short wait for locks. */
export function openSqlite(file: string): Connection {
  const connection = new SqliteDatabase(file, { timeout: LOCK_WAIT_MS })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // The default of 2 MB reads pages again and again; a checkpoint every 4 MB writes the same pages again and again.
  connection.pragma('cache_size = -65536')
  connection.pragma('wal_autocheckpoint = 8000')
  // This SQLite falls back to NORMAL in WAL mode by itself, which would lose confirmed bookings in a power cut.
  if (connection.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite refused synchronous = FULL')
  return connection
}

/** The embedded store. Writes that arrive together share one commit, each inside its own savepoint, and are answered after it. */
export function sqliteStore(connection: Connection): Store & { connection: Connection } {
  const statements = new Map<string, SqliteDatabase.Statement>()
  const prepare = (text: string) => {
    const known = statements.get(text)
    if (known) return known
    if (statements.size >= KEPT_STATEMENTS) statements.clear()
    const made = connection.prepare(text)
    statements.set(text, made)
    return made
  }
  const perform = <T>(work: Work<T>, label: string): T => {
    let step = work.next()
    for (let count = 1; !step.done; count++) {
      const { text, values } = step.value('sqlite')
      const one = prepare(text)
      let rows: Row[] = []
      if (one.reader) rows = one.all(values) as Row[]
      else one.run(values)
      faultPoints.reach(`${label}:${count}`)
      step = work.next(rows)
    }
    return step.value
  }
  const command = (text: string) => prepare(text).run()
  const endFailed = () => {
    // After a full disk or an I/O error SQLite has rolled back by itself; a second rollback would hide the real error.
    if (connection.inTransaction) command('rollback')
  }

  let isLocked = false
  let hasTrouble = false
  /** The error when another program holds the write lock; then nothing has begun. */
  const beginOrBusy = (): unknown => {
    try {
      command('begin immediate')
    } catch (error) {
      if (!isBusy(error)) throw error
      if (!isLocked) connection.pragma('busy_timeout = 0')
      isLocked = true
      return error
    }
    if (isLocked) connection.pragma(`busy_timeout = ${LOCK_WAIT_MS}`)
    isLocked = false
    return null
  }
  const commitAlone = (job: Job): Outcome => {
    try {
      const value = perform(job.work(), job.label)
      faultPoints.reach(`${job.label}:commit`)
      command('commit')
      faultPoints.reach(`${job.label}:committed`)
      return { value }
    } catch (error) {
      endFailed()
      return { error }
    }
  }
  const runAlone = (job: Job): Outcome => {
    try {
      const error = beginOrBusy()
      return error ? { error } : commitAlone(job)
    } catch (error) {
      return { error }
    }
  }
  /** Null when the shared transaction itself failed; the jobs then run one by one so that one cannot spoil the others. */
  const commitTogether = (jobs: Job[]): Outcome[] | null => {
    try {
      const outcomes = jobs.map((job): Outcome => {
        command('savepoint job')
        try {
          const value = perform(job.work(), job.label)
          command('release job')
          return { value }
        } catch (error) {
          if (!connection.inTransaction) throw error
          command('rollback to job')
          command('release job')
          return { error }
        }
      })
      faultPoints.reach('batch:commit')
      command('commit')
      faultPoints.reach('batch:committed')
      return outcomes
    } catch {
      endFailed()
      return null
    }
  }

  const queue: Job[] = []
  const settle = (job: Job, outcome: Outcome) => {
    if (!('error' in outcome)) return job.resolve(outcome.value)
    hasTrouble ||= isUnwritable(outcome.error)
    job.reject(asStoreError(outcome.error))
  }
  /** Another program holds the lock: whoever has waited long enough is told, the others keep their place. */
  const waitForLock = (jobs: Job[], error: unknown) => {
    const now = performance.now()
    queue.unshift(...jobs.filter((job) => job.waitsUntil > now))
    if (queue.length > 0) setTimeout(flush, LOOK_AGAIN_MS)
    for (const job of jobs) if (job.waitsUntil <= now) settle(job, { error })
  }
  const flush = () => {
    const jobs = queue.splice(0, BATCH)
    if (jobs.length === 0) return
    let busy: unknown
    try {
      busy = beginOrBusy()
    } catch (error) {
      if (queue.length > 0) setImmediate(flush)
      for (const job of jobs) settle(job, { error })
      return
    }
    if (busy) return waitForLock(jobs, busy)
    if (queue.length > 0) setImmediate(flush)
    const outcomes = jobs.length === 1 ? [commitAlone(jobs[0]!)] : (commitTogether(jobs) ?? jobs.map(runAlone))
    for (const [at, outcome] of outcomes.entries()) settle(jobs[at]!, outcome)
  }

  let closed = false
  const write = <T>(label: string, work: () => Work<T>): Promise<T> => {
    if (closed) return Promise.reject(stopping())
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    queue.push({ label, work, waitsUntil: performance.now() + PATIENCE_MS, resolve, reject })
    if (queue.length === 1) setImmediate(flush)
    return promise as Promise<T>
  }
  const read = async <T>(work: () => Work<T>): Promise<T> => {
    if (closed) throw stopping()
    try {
      return perform(work(), 'read')
    } catch (error) {
      throw asStoreError(error)
    }
  }
  return {
    connection,
    engine: 'sqlite',
    read,
    async snapshot(work) {
      if (closed) throw stopping()
      command('begin')
      try {
        return perform(work(), 'read')
      } catch (error) {
        throw asStoreError(error)
      } finally {
        endFailed()
      }
    },
    write,
    onWake() {},
    async trouble() {
      try {
        // After a full disk only a write that needs room tells whether there is some again.
        for (const step of hasTrouble ? [takeRoom, giveRoomBack] : [touch]) await write('probe', step)
        hasTrouble = false
        return null
      } catch (error) {
        return TROUBLE[(error as { code?: string }).code ?? ''] ?? 'the database file cannot be written'
      }
    },
    async close() {
      closed = true
      while (queue.length > 0) {
        flush()
        if (queue.length > 0) await sleep(LOOK_AGAIN_MS)
      }
      connection.close()
    },
  }
}

const stopping = () => new DeskError('STORE_UNAVAILABLE', 'The relay is stopping.')

const TROUBLE: Record<string, string> = { STORE_BUSY: 'another program holds the database file', STORE_FULL: 'the disk is full' }

/** Fails on a file that cannot be written to, and changes nothing. */
function* touch(): Work<void> {
  yield () => ({ text: 'update practices set event_seq = event_seq where 0', values: [] })
}

const ROOM = 'x'.repeat(64 * 1024)

function* takeRoom(): Work<void> {
  yield () => ({
    text: `insert or replace into inbox (source, key, practice_id, request_hash, answer, received_at) values ('probe', '', '', '', ?, '')`,
    values: [ROOM],
  })
}

function* giveRoomBack(): Work<void> {
  yield () => ({ text: `delete from inbox where source = 'probe'`, values: [] })
}
