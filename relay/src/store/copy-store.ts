import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { sql } from 'kysely'
import type { Database } from './schema.ts'
import type { Store } from './store.ts'
import { ask, query, type Row, type SqlValue, type Work } from './work.ts'

type Table = keyof Database

/** Every table with its key, parents before children, so that references hold while they are filled. */
const TABLES: [Table, string[]][] = [
  ['practices', ['id']],
  ['providers', ['practice_id', 'id']],
  ['operatories', ['practice_id', 'id']],
  ['appointment_types', ['practice_id', 'id']],
  ['working_hours', ['practice_id', 'provider_id', 'weekday', 'starts_at']],
  ['closures', ['practice_id', 'id']],
  ['phone_numbers', ['practice_id', 'id']],
  ['patients', ['practice_id', 'id']],
  ['contact_points', ['practice_id', 'phone_number', 'patient_id']],
  ['appointments', ['practice_id', 'id']],
  ['claims', ['practice_id', 'minute', 'kind', 'resource_id']],
  ['holds', ['practice_id', 'call_id', 'provider_id', 'starts_at']],
  ['openings', ['practice_id', 'id']],
  ['messages', ['practice_id', 'id']],
  ['threads', ['practice_id', 'phone_number']],
  ['opt_outs', ['practice_id', 'phone_number']],
  ['calls', ['practice_id', 'id']],
  ['call_turns', ['practice_id', 'call_id', 'position']],
  ['leads', ['practice_id', 'id']],
  ['callbacks', ['practice_id', 'id']],
  ['alarms', ['practice_id', 'id']],
  ['changes', ['practice_id', 'id']],
  ['onboarding_runs', ['practice_id', 'id']],
  ['assistant_versions', ['practice_id', 'version']],
  ['text_registrations', ['practice_id', 'id']],
  ['devices', ['practice_id', 'id']],
  ['pairing_codes', ['code_hash']],
  ['events', ['practice_id', 'seq']],
  ['outbox', ['id']],
  ['inbox', ['source', 'key']],
  ['audit_log', ['practice_id', 'id']],
]

const PAGE = 200
const READ_PAGE = 1_000

export type CopyReport = { table: string; rows: number }[]

/** Copies everything into an empty, migrated store in one transaction there and compares the counts. The relay must be stopped
 *  meanwhile. Throws `BAD_INPUT` when the target already holds a practice. */
export async function copyStore(from: Store, to: Store): Promise<CopyReport> {
  const taken = await to.read(() => count('practices'))
  if (taken > 0) throw new DeskError('BAD_INPUT', 'The database to copy into already holds a practice. Copy into an empty one.')
  const pages = new Map<Table, Row[]>()
  for (const [table, key] of TABLES) pages.set(table, await readAll(from, table, key))
  return to.write('copy', function* () {
    const report: CopyReport = []
    for (const [table] of TABLES) {
      const rows = pages.get(table) ?? []
      for (let at = 0; at < rows.length; at += PAGE) yield* insertRows(table, rows.slice(at, at + PAGE))
      const copied = yield* count(table)
      if (copied !== rows.length)
        throw new DeskError('UNEXPECTED', `${table}: ${rows.length} rows read, ${copied} written. Nothing was kept.`)
      report.push({ table, rows: copied })
    }
    return report
  })
}

function* count(table: Table): Work<number> {
  const rows = yield* ask(query((db) => db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))))
  return Number(rows[0]?.count ?? 0)
}

/** In pages, so that no single query runs longer than the server allows. */
async function readAll(from: Store, table: Table, key: string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await from.read(() => readPage(table, key, rows.at(-1)))
    for (const row of page) rows.push(row)
    if (page.length < READ_PAGE) return rows
  }
}

function* readPage(table: Table, key: string[], last: Row | undefined): Work<Row[]> {
  return (yield* ask(
    query((db) => {
      let page = db.selectFrom(table).selectAll()
      for (const column of key) page = page.orderBy(column as never)
      if (!last) return page.limit(READ_PAGE)
      const columns = sql.join(key.map((column) => sql.ref(column)))
      const values = sql.join(key.map((column) => last[column]))
      return page.where(sql<boolean>`(${columns}) > (${values})`).limit(READ_PAGE)
    }),
  )) as Row[]
}

function* insertRows(table: Table, rows: Row[]): Work<void> {
  yield* ask(query((db) => db.insertInto(table).values(rows as Record<string, SqlValue>[] as never)))
}
