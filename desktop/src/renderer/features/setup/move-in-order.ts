/** The positions that change when one row moves up or down a list ordered by `position`; empty at the end of the list. Rows that share a
 *  position are told apart by where they stand. */
export function moveInOrder<T extends { id: string; position: number }>(rows: T[], id: string, step: -1 | 1): T[] {
  const from = rows.findIndex((one) => one.id === id)
  const to = from + step
  if (from < 0 || to < 0 || to >= rows.length) return []
  const ordered = rows.with(from, rows[to]!).with(to, rows[from]!)
  return ordered
    .map((one, at) => ({ ...one, position: at }))
    .filter((one) => rows.find((row) => row.id === one.id)!.position !== one.position)
}

/** The same for a plain list of choices. */
export function moved<T>(list: T[], from: number, step: -1 | 1): T[] {
  const to = from + step
  return to < 0 || to >= list.length ? list : list.with(from, list[to]!).with(to, list[from]!)
}
