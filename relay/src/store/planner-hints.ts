import type { SqlValue, Work } from './work.ts'

/** How many values a column tells apart, roughly. Everything not named here is an id, an instant or a number: nearly one row each. */
const DISTINCT: Record<string, number> = { practice_id: 100, status: 4, state: 5, kind: 3, source: 6, weekday: 7 }
const ROWS = 1_000_000
const ID_DISTINCT = 100_000

/** Gives SQLite the statistics of a busy relay. Without any it takes every index that begins with the practice for a good one and reads
 *  the whole practice where one row was asked for; gathered ones would change plans with the day's data. PostgreSQL keeps its own. */
export function* writePlannerHints(): Work<void> {
  yield* sql('analyze')
  yield* sql('delete from sqlite_stat1')
  const indexes = yield* sql(
    "select m.name as tbl, l.name as idx, l.origin as origin, m.sql like '%without rowid%' as keyed from sqlite_master m, pragma_index_list(m.name) l where m.type = 'table' order by 1, 2",
  )
  for (const { tbl, idx, origin, keyed } of indexes as { tbl: string; idx: string; origin: string; keyed: number }[]) {
    const columns = yield* sql('select name from pragma_index_info(?) order by seqno', [idx])
    const stat = statOf(columns.map((column) => String(column.name)))
    // The key of a table without row ids is the table itself.
    yield* sql('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)', [tbl, keyed && origin === 'pk' ? tbl : idx, stat])
  }
  yield* sql('analyze sqlite_schema')
}

/** "rows, then rows per distinct value of the first column, of the first two, …" as `sqlite_stat1` wants it. */
function statOf(columns: string[]): string {
  let rows = ROWS
  const perPrefix = columns.map((column) => {
    rows = Math.max(1, Math.round(rows / (DISTINCT[column] ?? ID_DISTINCT)))
    return rows
  })
  return [ROWS, ...perPrefix].join(' ')
}

function* sql(text: string, values: SqlValue[] = []): Work<Record<string, unknown>[]> {
  return yield () => ({ text, values })
}
