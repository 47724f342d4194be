import type { Column, Columns } from './columns.ts'
import type { Database } from './schema.ts'
import { all, first, type Row, run, type SqlValue, type Statement, statement, type Work } from './work.ts'

type TableName = Extract<keyof Database, string>

export type EntityTable<E> = {
  name: TableName
  read(row: object): E
  insert(practiceId: string, entity: E): Work<void>
  /** Writes every column of the entity with this id, within its practice. */
  update(practiceId: string, entity: E): Work<void>
  find(practiceId: string, id: string): Work<E | null>
  list<P extends Record<string, SqlValue>>(one: Statement<P, unknown>, params: P): Work<E[]>
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Keeps entities with an `id` in a table that has those columns in snake case, plus `practice_id`. */
export function entityTable<E extends { id: string }>(name: TableName, columns: Columns<E>): EntityTable<E> {
  const fields = Object.keys(columns) as (keyof E & string)[]
  const names = fields.map(snakeCase)
  const codecs = fields.map((field) => columns[field] as unknown as Column<unknown>)

  const read = (row: object): E => {
    const entity: Row = {}
    for (let at = 0; at < fields.length; at++) entity[fields[at]!] = codecs[at]!.read((row as Row)[names[at]!] as SqlValue)
    return entity as E
  }
  const params = (practiceId: string, entity: E) => {
    const values: Record<string, SqlValue> = { practice_id: practiceId }
    for (let at = 0; at < fields.length; at++) values[names[at]!] = codecs[at]!.write(entity[fields[at]!])
    return values
  }
  const insert = statement((db, p: Record<string, SqlValue>) =>
    db.insertInto(name).values(Object.fromEntries(['practice_id', ...names].map((column) => [column, p[column]])) as never),
  )
  const update = statement((db, p: Record<string, SqlValue>) =>
    db
      .updateTable(name)
      .set(Object.fromEntries(names.filter((column) => column !== 'id').map((column) => [column, p[column]])) as never)
      .where('practice_id' as never, '=', p.practice_id as never)
      .where('id' as never, '=', p.id as never),
  )
  const byId = statement((db, p: { practiceId: string; id: string }) =>
    db
      .selectFrom(name)
      .selectAll()
      .where('practice_id' as never, '=', p.practiceId as never)
      .where('id' as never, '=', p.id as never),
  )
  return {
    name,
    read,
    insert: (practiceId, entity) => run(insert, params(practiceId, entity)),
    update: (practiceId, entity) => run(update, params(practiceId, entity)),
    *find(practiceId, id) {
      const row = yield* first(byId, { practiceId, id })
      return row ? read(row as object) : null
    },
    *list(one, given) {
      const rows = yield* all(one, given)
      return rows.map((row) => read(row as object))
    },
  }
}
