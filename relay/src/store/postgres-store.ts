import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { faultPoints } from '../fault-points.ts'
import type { Store, Wake } from './store.ts'
import { asStoreError, isConnectionLost, isSerializationConflict, UnknownCommit } from './store-error.ts'
import type { Row, Work } from './work.ts'

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const INT8 = 20
const ATTEMPTS = 4
/** Longer than the server's own limit, so that it answers only for a connection that has gone silent. */
const SILENCE_MS = 6_000
/** Operators start these and wait for them, however long a large database takes. */
const UNHURRIED = new Set(['migrate', 'copy'])
const AN_HOUR_MS = 3_600_000

const types = new pg.TypeOverrides()
types.setTypeParser(INT8, (text) => {
  if (BigInt(text) > MAX_SAFE) throw new Error('integer too large')
  return Number(text)
})

/** PostgreSQL, for several relay processes behind a load balancer. */
export function postgresStore(
  url: string,
  options: { poolSize?: number; onError?: (error: unknown) => void } = {},
): Store & { pool: pg.Pool } {
  const settings = {
    connectionString: url,
    types,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    query_timeout: SILENCE_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: 10_000,
  }
  const pool = new pg.Pool({ ...settings, max: options.poolSize ?? 12 })
  // Without a listener one killed idle connection would end the process.
  pool.on('error', (error) => options.onError?.(error))
  // The same for one that ends while it is being given back: then neither the pool nor the borrower listens.
  pool.on('connect', (client) => client.on('error', () => {}))

  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known) return known
    if (names.size >= 2_000) return undefined
    const made = `s${names.size}`
    names.set(text, made)
    return made
  }
  const perform = async <T>(client: pg.PoolClient, work: Work<T>, label: string): Promise<T> => {
    const patience = UNHURRIED.has(label) ? { query_timeout: AN_HOUR_MS } : {}
    let step = work.next()
    for (let count = 1; !step.done; count++) {
      const { text, values } = step.value('postgres')
      const result = await client.query<Row>({ text, values, name: nameOf(text), ...patience })
      faultPoints.reach(`${label}:${count}`)
      step = work.next(result.rows)
    }
    return step.value
  }

  const withClient = async <T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    const onError = (error: Error) => {
      broken = error
    }
    client.on('error', onError)
    try {
      return await use(client)
    } catch (error) {
      if (isConnectionLost(error)) broken = error as Error
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }
  const inTransaction = async <T>(client: pg.PoolClient, begin: string, label: string, work: () => Work<T>): Promise<T> => {
    let committing = false
    try {
      await client.query(begin)
      if (UNHURRIED.has(label)) await client.query('set local statement_timeout = 0')
      const value = await perform(client, work(), label)
      faultPoints.reach(`${label}:commit`)
      committing = true
      await client.query('commit')
      faultPoints.reach(`${label}:committed`)
      return value
    } catch (error) {
      // A lost connection is dropped, and with it its transaction; a query on it would only wait once more.
      if (isConnectionLost(error)) throw committing ? new UnknownCommit(error) : error
      // A rollback that fails leaves a broken connection, which is dropped; the first error is the one to report.
      await client.query('rollback').catch(() => client.emit('error', error instanceof Error ? error : new Error('rollback failed')))
      throw error
    }
  }

  const listener = listenForEvents(settings, options.onError)
  return {
    pool,
    engine: 'postgres',
    async read(work) {
      try {
        return await withClient((client) => perform(client, work(), 'read'))
      } catch (error) {
        throw asStoreError(error)
      }
    },
    async snapshot(work) {
      try {
        return await withClient((client) => inTransaction(client, 'begin isolation level repeatable read read only', 'read', work))
      } catch (error) {
        throw asStoreError(error)
      }
    },
    async write(label, work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await withClient((client) => inTransaction(client, 'begin', label, work))
        } catch (error) {
          if (!isSerializationConflict(error) || attempt >= ATTEMPTS) throw asStoreError(error)
          await sleep(5 + Math.random() * 45)
        }
      }
    },
    onWake: listener.onWake,
    async trouble() {
      try {
        const { rows } = await pool.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
        return rows[0]?.standby ? 'the database is a read-only standby' : null
      } catch {
        return 'the database cannot be reached'
      }
    },
    async close() {
      await listener.close()
      await pool.end()
    },
  }
}

/** One connection that only listens. A lost one is opened again and then reports `null`: anything may have been missed. */
function listenForEvents(settings: pg.ClientConfig, onError?: (error: unknown) => void) {
  const listeners = new Set<(wake: Wake | null) => void>()
  let client: pg.Client | undefined
  let closed = false
  let started = false
  const tell = (wake: Wake | null) => {
    for (const listener of listeners) listener(wake)
  }
  const connect = async (): Promise<void> => {
    while (!closed) {
      const next = new pg.Client({ ...settings, statement_timeout: undefined, query_timeout: undefined })
      const lost = Promise.withResolvers<void>()
      next.on('error', (error) => {
        onError?.(error)
        lost.resolve()
      })
      next.on('end', () => lost.resolve())
      next.on('notification', (message) => {
        const [practiceId, seq] = (message.payload ?? '').split(':')
        tell(practiceId && seq ? { practiceId, seq: Number(seq) } : null)
      })
      try {
        await next.connect()
        await next.query('listen events')
        client = next
        tell(null)
        if (!closed) await lost.promise
      } catch (error) {
        onError?.(error)
      }
      client = undefined
      await next.end().catch(() => undefined)
      if (!closed) await sleep(500, undefined, { ref: false })
    }
  }
  return {
    onWake(listener: (wake: Wake | null) => void) {
      listeners.add(listener)
      if (!started) void connect()
      started = true
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}
