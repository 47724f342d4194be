import { createRequire } from 'node:module'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'

// The yardstick, in its own process: a Hono route that makes one durable insert and answers, and a plain stream to every reader.

type Context = {
  req: { json(): Promise<unknown>; query(name: string): string | undefined }
  json(value: unknown): Response
  body(body: ReadableStream, status: number, headers: object): Response
}
type App = { post(path: string, handler: Handler): App; get(path: string, handler: Handler): App; fetch: unknown }
type Handler = (c: Context) => Response | Promise<Response>
type Serve = (options: { fetch: unknown; port: number; hostname: string }, ready: (info: { port: number }) => void) => unknown

// The web framework belongs to the relay; the yardstick uses the very same copy. The types are the few parts of it used here.
const fromRelay = createRequire(import.meta.resolve('@dentalanswer/relay/src/app.ts'))
const { Hono } = fromRelay('hono') as { Hono: new () => App }
const { serve } = fromRelay('@hono/node-server') as { serve: Serve }

const address = process.env.DATABASE_URL ?? ''
const insert = address.startsWith('postgres') ? await postgresInsert(address) : sqliteInsert(address.replace('sqlite:', ''))
type Reader = ReadableStreamDefaultController<Uint8Array>
const readers = new Map<string, Set<Reader>>()
const encoder = new TextEncoder()

const app = new Hono()
  .post('/insert', async (c) => {
    const given = await c.req.json()
    const body = JSON.stringify(given)
    const id = crypto.randomUUID()
    const at = new Date().toISOString()
    await insert(id, body, at)
    const frame = encoder.encode(`id: 1\nevent: inserted\ndata: {"at":"${at}","body":${body}}\n\n`)
    for (const reader of readers.get((given as { group?: string }).group ?? '') ?? []) reader.enqueue(frame)
    return c.json({ id, at })
  })
  .get('/events', (c) => {
    const group = c.req.query('group') ?? ''
    const others = readers.get(group) ?? new Set<Reader>()
    readers.set(group, others)
    let mine: Reader | undefined
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        mine = controller
        others.add(controller)
        controller.enqueue(encoder.encode(': hb\n\n'))
      },
      cancel: () => void (mine && others.delete(mine)),
    })
    return c.body(stream, 200, { 'content-type': 'text/event-stream' })
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.once('disconnect', () => process.exit(0))

function sqliteInsert(file: string) {
  const connection = new SqliteDatabase(file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.exec('create table if not exists inserted (id text primary key, body text not null, at text not null) strict')
  const statement = connection.prepare('insert into inserted (id, body, at) values (?, ?, ?)')
  return async (...row: [string, string, string]) => void statement.run(row)
}

async function postgresInsert(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 12 })
  await pool.query('create table if not exists inserted (id text primary key, body text not null, at text not null)')
  const text = 'insert into inserted (id, body, at) values ($1, $2, $3)'
  return async (...row: [string, string, string]) => void (await pool.query({ name: 'insert', text, values: row }))
}
