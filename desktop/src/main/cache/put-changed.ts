import type { Changed, EntityKind } from '@dentalanswer/shared/contract/events.ts'
import { applyTurns } from './call-rows.ts'
import type { Db } from './database.ts'
import { isSmall, putRow, putSmall, type SmallKind, type TableKind } from './entity-rows.ts'
import { putPatient } from './patient-rows.ts'
import { refreshThreads } from './thread-rows.ts'

/** Writes every entity of an event over what was kept of it. */
export function putChanged(db: Db, changed: Changed): void {
  for (const kind of Object.keys(changed) as EntityKind[]) putKind(db, changed, kind)
  refreshThreads(
    db,
    (changed.messages ?? []).map((message) => message.patientNumber),
  )
}

/** Without the thread list, which is made from all texts. */
export function putKind(db: Db, changed: Changed, kind: EntityKind): void {
  if (kind === 'patients') for (const one of changed.patients ?? []) putPatient(db, one)
  else if (kind === 'callTurns') applyTurns(db, changed)
  else if (isSmall(kind)) putAllSmall(db, changed, kind)
  else putAllRows(db, changed, kind)
}

function putAllSmall<K extends SmallKind>(db: Db, changed: Changed, kind: K): void {
  for (const one of changed[kind] ?? []) putSmall(db, kind, one)
}

function putAllRows<K extends TableKind>(db: Db, changed: Changed, kind: K): void {
  for (const one of changed[kind] ?? []) putRow(db, kind, one)
}
