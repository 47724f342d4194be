import type { SqlValue } from './work.ts'

/** How one field of an entity is kept in one column that means the same on both engines. */
export type Column<T, S extends SqlValue = SqlValue> = { read(value: S): T; write(value: T): S; readonly sql?: S }
export type Columns<E> = {
  [K in keyof E]:
    | Column<E[K], never>
    | Column<E[K], string>
    | Column<E[K], number>
    | Column<E[K], string | null>
    | Column<E[K], number | null>
}

/** Ids, instants, local days and words. The cast to the branded type is safe: only parsed values are ever written. */
export const text = <T extends string>(): Column<T, string> => ({ read: (value) => value as T, write: (value) => value })

export const integer = <T extends number = number>(): Column<T, number> => ({
  read: (value) => Number(value) as T,
  write: (value) => value,
})

export const flag = (): Column<boolean, number> => ({ read: (value) => Number(value) === 1, write: (value) => (value ? 1 : 0) })

export const json = <T>(): Column<T, string> => ({ read: (value) => JSON.parse(value) as T, write: (value) => JSON.stringify(value) })

export const nullable = <T, S extends string | number>(column: Column<T, S>): Column<T | null, S | null> => ({
  read: (value) => (value === null ? null : column.read(value)),
  write: (value) => (value === null ? null : column.write(value)),
})
