import type { Changed, EntityKind, EntityOf } from '@dentalanswer/shared/contract/events.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import type { Db, SqlValue } from './database.ts'
import type { SmallKind, TableKind } from './entity-rows.ts'

type WholeKind = TableKind | 'patients'
type Json = { json: string }

// This program wrote the JSON from parsed entities, and every page of the file is authenticated: rows are trusted.
function parsed<K extends EntityKind>(row: Json): EntityOf<K> {
  return JSON.parse(row.json) as EntityOf<K>
}

/** Entities of a kind; `rest` is what follows `from <kind>`. */
export function readRows<K extends WholeKind>(db: Db, kind: K, rest: string, ...params: SqlValue[]): EntityOf<K>[] {
  return db.all<Json>(`select ${kind}.json from ${kind} ${rest}`, ...params).map((row) => parsed<K>(row))
}

export function readOne<K extends WholeKind>(db: Db, kind: K, id: string): EntityOf<K> | null {
  const row = db.get<Json>(`select json from ${kind} where id = ?`, id)
  return row ? parsed<K>(row) : null
}

/** Entities whose `column` is one of `values`; each once, in the order of `order`. */
export function readWhereIn<K extends WholeKind>(
  db: Db,
  kind: K,
  column: string,
  values: Iterable<string | null>,
  order = 'id',
): EntityOf<K>[] {
  const wanted = listOf(values)
  if (wanted === '[]') return []
  return readRows(db, kind, `where ${column} in (select value from json_each(?)) order by ${order}`, wanted)
}

export function readSmall<K extends SmallKind>(db: Db, kind: K): EntityOf<K>[] {
  return db.all<Json>('select json from small_entities where kind = ? order by id', kind).map((row) => parsed<K>(row))
}

export function readSmallOne<K extends SmallKind>(db: Db, kind: K, id: string): EntityOf<K> | null {
  const row = db.get<Json>('select json from small_entities where kind = ? and id = ?', kind, id)
  return row ? parsed<K>(row) : null
}

/** The practice, or null before the first snapshot. */
export function readPractice(db: Db): Practice | null {
  return readSmall(db, 'practice')[0] ?? null
}

/** Everyone on a number: a household, never one patient. Also those it turned out to be a wrong number for, as their contact says. */
export function patientsOn(db: Db, phoneNumbers: Iterable<string | null>): Patient[] {
  const wanted = listOf(phoneNumbers)
  if (wanted === '[]') return []
  const ids = '(select patient_id from contact_points where phone_number in (select value from json_each(?)))'
  return readRows(db, 'patients', `where id in ${ids} order by name_key, id`, wanted)
}

/** Patients by id together with everyone on those numbers; each once, by name. */
export function patientsOf(db: Db, ids: Iterable<string | null>, phoneNumbers: Iterable<string | null>): Patient[] {
  const ofNumbers = '(select patient_id from contact_points where phone_number in (select value from json_each(?)))'
  const rest = `where (id in (select value from json_each(?)) or id in ${ofNumbers}) order by name_key, id`
  return readRows(db, 'patients', rest, listOf(ids), listOf(phoneNumbers))
}

export function numbersOf(patients: Patient[]): string[] {
  return patients.flatMap((one) => one.contactPoints.flatMap((contact) => (contact.status === 'removed' ? [] : [contact.phoneNumber])))
}

/** Opt-outs in force. */
export function optOutsOn(db: Db, phoneNumbers: Iterable<string | null>): OptOut[] {
  const rest = "where kind = 'optOuts' and id in (select value from json_each(?)) order by id"
  const rows = db.all<Json>(`select json from small_entities ${rest}`, listOf(phoneNumbers))
  return rows.map((row) => parsed<'optOuts'>(row)).filter((one) => one.optedInAt === null)
}

export function optOutOn(db: Db, phoneNumber: string): OptOut | null {
  const found = readSmallOne(db, 'optOuts', phoneNumber)
  return found?.optedInAt === null ? found : null
}

/** Each entity once, the first of its id. */
export function eachOnce<T extends { id: string }>(...lists: T[][]): T[] {
  const found = new Map<string, T>()
  for (const one of lists.flat()) if (!found.has(one.id)) found.set(one.id, one)
  return [...found.values()]
}

/** What the cache holds of the entities named in `changed`: their values before it is applied. */
export function heldOf(db: Db, changed: Changed): Changed {
  const held: Changed = {}
  for (const kind of Object.keys(changed) as EntityKind[]) Object.assign(held, { [kind]: heldKind(db, kind, changed) })
  return held
}

function heldKind(db: Db, kind: EntityKind, changed: Changed): unknown[] {
  if (kind === 'callTurns') return []
  if (kind === 'hours') return (changed.hours ?? []).flatMap((one) => readSmallOne(db, kind, one.providerId) ?? [])
  if (kind === 'optOuts' || kind === 'threads') return (changed[kind] ?? []).flatMap((one) => readSmallOne(db, kind, one.phoneNumber) ?? [])
  const ids = (changed[kind] ?? []).map((one) => one.id)
  if (isWhole(kind)) return readWhereIn(db, kind, 'id', ids)
  return ids.flatMap((id) => readSmallOne(db, kind, id) ?? [])
}

const whole: readonly string[] = [
  'patients',
  'appointments',
  'openings',
  'messages',
  'calls',
  'leads',
  'callbacks',
  'alarms',
  'changes',
] satisfies WholeKind[]

function isWhole(kind: EntityKind): kind is WholeKind {
  return whole.includes(kind)
}

export function listOf(values: Iterable<string | null>): string {
  return JSON.stringify([...new Set(values)].filter((value) => value !== null))
}
