import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Database } from './schema.ts'

export type EngineName = 'sqlite' | 'postgres'
export type SqlValue = string | number | null
export type Row = Record<string, unknown>

/** A query as text with its values in order, for one engine. */
export type Query = { text: string; values: SqlValue[] }

/** One step of work: the engine asks for the query in its own dialect and answers with rows. */
export type Step = (engine: EngineName) => Query

/** Database work as a generator of queries. It cannot await anything, so nothing slow can happen inside a transaction
 *  and on SQLite nothing can interleave with it. Compose with `yield*`. */
export type Work<T> = Generator<Step, T, Row[]>

type Builder = Kysely<Database>
type Params = Record<string, SqlValue>

/** Only compiles; the engines run the text. */
export const builders: Record<EngineName, Builder> = {
  sqlite: new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgres: new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
}

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Stands in for the parameters while a query is built once; each read becomes a placeholder. The cast is safe because
 *  the builder only stores the value it is given and never looks inside. */
function placeholders<P extends Params>(): P {
  return new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as P
}

export type Statement<P extends Params, R> = { bind(params: P): Step; readonly row?: R }

/** A query built and compiled once per engine. `build` may use each parameter as a value only, never compute with it. */
export function statement<P extends Params, R>(build: (db: Builder, params: P, engine: EngineName) => Compilable<R>): Statement<P, R> {
  const compiled: Partial<Record<EngineName, { text: string; slots: (Placeholder | SqlValue)[] }>> = {}
  const compile = (engine: EngineName) => {
    const query = build(builders[engine], placeholders<P>(), engine).compile()
    return { text: query.sql, slots: query.parameters as (Placeholder | SqlValue)[] }
  }
  return {
    bind: (params) => (engine) => {
      compiled[engine] ??= compile(engine)
      const { text, slots } = compiled[engine]
      const values = slots.map((slot) => (slot instanceof Placeholder ? (params[slot.name] as SqlValue) : slot))
      return { text, values }
    },
  }
}

/** A query whose shape depends on its input, compiled on every use. */
export function query<R>(build: (db: Builder, engine: EngineName) => Compilable<R>): { step: Step; readonly row?: R } {
  return {
    step: (engine) => {
      const compiled = build(builders[engine], engine).compile()
      return { text: compiled.sql, values: compiled.parameters as SqlValue[] }
    },
  }
}

/** Rows come back untyped from the engines; their shape is the one the builder derived from `Database`. */
export function* all<P extends Params, R>(one: Statement<P, R>, params: P): Work<R[]> {
  return (yield one.bind(params)) as R[]
}

export function* first<P extends Params, R>(one: Statement<P, R>, params: P): Work<R | undefined> {
  return ((yield one.bind(params)) as R[])[0]
}

export function* run<P extends Params, R>(one: Statement<P, R>, params: P): Work<void> {
  yield one.bind(params)
}

export function* ask<R>(one: { step: Step; readonly row?: R }): Work<R[]> {
  return (yield one.step) as R[]
}
