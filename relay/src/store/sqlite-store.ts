import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import SqliteDatabase from 'better-sqlite3'
import { faultPoints } from '../fault-points.ts'
import type { Store } from './store.ts'
import { asStoreError, isBusy } from './store-error.ts'
import type { Row, Work } from './work.ts'

type Connection = SqliteDatabase.Database
type Job = { label: string; work: () => Work<unknown>; resolve(value: unknown): void; reject(error: unknown): void }
type Outcome = { value: unknown } | { error: unknown }

const KEPT_STATEMENTS = 500
/** A batch is one durable commit; a longer one would keep readers waiting. */
const BATCH = 64

/** Opens the file the way a durable store must be: WAL, a real flush at every commit, foreign keys, a short wait for locks. */
export function openSqlite(file: string, options: { busyTimeoutMs?: number } = {}): Connection {
  const connection = new SqliteDatabase(file, { timeout: options.busyTimeoutMs ?? 250 })
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

  const runAlone = (job: Job): Outcome => {
    try {
      command('begin immediate')
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
  const runAloneTwice = (job: Job): Outcome => {
    const once = runAlone(job)
    return 'error' in once && isBusy(once.error) ? runAlone(job) : once
  }

  /** Null when the shared transaction itself failed; the jobs then run one by one so that one cannot spoil the others. */
  const runTogether = (jobs: Job[]): Outcome[] | null => {
    try {
      command('begin immediate')
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
      return outcomes
    } catch {
      endFailed()
      return null
    }
  }

  const queue: Job[] = []
  const flush = () => {
    const jobs = queue.splice(0, BATCH)
    if (queue.length > 0) setImmediate(flush)
    const outcomes = (jobs.length > 1 && runTogether(jobs)) || jobs.map(runAloneTwice)
    outcomes.forEach((outcome, at) => {
      if ('error' in outcome) jobs[at]!.reject(asStoreError(outcome.error))
      else jobs[at]!.resolve(outcome.value)
    })
  }

  let closed = false
  const read = async <T>(work: () => Work<T>): Promise<T> => {
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
      command('begin')
      try {
        return perform(work(), 'read')
      } catch (error) {
        throw asStoreError(error)
      } finally {
        endFailed()
      }
    },
    write<T>(label: string, work: () => Work<T>): Promise<T> {
      if (closed) return Promise.reject(new DeskError('STORE_UNAVAILABLE', 'The relay is stopping.'))
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      queue.push({ label, work, resolve, reject })
      if (queue.length === 1) setImmediate(flush)
      return promise as Promise<T>
    },
    onWake() {},
    async trouble() {
      const outcome = runAlone({ label: 'probe', work: probe, resolve() {}, reject() {} })
      return 'error' in outcome ? 'the database file cannot be written' : null
    },
    async close() {
      closed = true
      while (queue.length > 0) flush()
      connection.close()
    },
  }
}

/** A write that changes nothing but must reach the file. */
function* probe(): Work<void> {
  yield () => ({ text: 'update practices set event_seq = event_seq where 0', values: [] })
}
