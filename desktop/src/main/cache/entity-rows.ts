import type { EntityKind, EntityOf } from '@dentalanswer/shared/contract/events.ts'
import type { Db, SqlValue } from './database.ts'

/** Kinds a practice has few of: kept in one table and read whole. */
const smallIds = {
  practice: (one: EntityOf<'practice'>) => one.id,
  providers: (one: EntityOf<'providers'>) => one.id,
  operatories: (one: EntityOf<'operatories'>) => one.id,
  appointmentTypes: (one: EntityOf<'appointmentTypes'>) => one.id,
  hours: (one: EntityOf<'hours'>) => one.providerId,
  closures: (one: EntityOf<'closures'>) => one.id,
  phoneNumbers: (one: EntityOf<'phoneNumbers'>) => one.id,
  devices: (one: EntityOf<'devices'>) => one.id,
  onboardingRuns: (one: EntityOf<'onboardingRuns'>) => one.id,
  assistantVersions: (one: EntityOf<'assistantVersions'>) => one.id,
  textRegistrations: (one: EntityOf<'textRegistrations'>) => one.id,
  threads: (one: EntityOf<'threads'>) => one.phoneNumber,
  optOuts: (one: EntityOf<'optOuts'>) => one.phoneNumber,
} satisfies { [K in EntityKind]?: (one: EntityOf<K>) => string }
export type SmallKind = keyof typeof smallIds

const flag = (is: boolean) => (is ? 1 : 0)
const LOST = new Set(['undelivered', 'failed', 'unknown', 'blocked'])

/** The columns queries look for, beside `id` and `json`. */
const columnsOf = {
  appointments: (one: EntityOf<'appointments'>) => ({
    starts_at: one.startsAt,
    ends_at: one.endsAt,
    patient_id: one.patientId,
    call_id: one.sourceCallId,
    is_unseen: flag(one.seenAt === null && one.bookedBy !== 'desk' && one.status === 'booked'),
  }),
  openings: (one: EntityOf<'openings'>) => ({ starts_at: one.startsAt, ends_at: one.endsAt, is_open: flag(one.status === 'open') }),
  messages: (one: EntityOf<'messages'>) => ({
    patient_number: one.patientNumber,
    created_at: one.createdAt,
    related_id: one.relatedType === 'appointment' ? one.relatedId : null,
    call_id: one.sourceCallId,
    is_open: flag(one.attention === 'open'),
    is_lost: flag(one.direction === 'outbound' && LOST.has(one.status)),
    is_ours: flag(one.direction === 'outbound'),
  }),
  calls: (one: EntityOf<'calls'>) => ({
    caller_number: one.callerNumber,
    created_at: one.createdAt,
    updated_at: one.updatedAt,
    is_live: flag(one.status !== 'ended'),
  }),
  leads: (one: EntityOf<'leads'>) => followUpColumns(one),
  callbacks: (one: EntityOf<'callbacks'>) => followUpColumns(one),
  alarms: (one: EntityOf<'alarms'>) => ({
    phone_number: one.phoneNumber,
    call_id: one.callId,
    raised_at: one.raisedAt,
    is_open: flag(one.acknowledgedAt === null),
  }),
  changes: (one: EntityOf<'changes'>) => ({
    appointment_id: one.appointmentId,
    call_id: one.callId,
    message_id: one.messageId,
    at: one.at,
  }),
} satisfies { [K in EntityKind]?: (one: EntityOf<K>) => Record<string, SqlValue> }
export type TableKind = keyof typeof columnsOf

function followUpColumns(one: EntityOf<'leads'> | EntityOf<'callbacks'>) {
  return {
    patient_id: one.patientId,
    phone_number: one.phoneNumber,
    call_id: one.callId,
    is_open: flag(one.status === 'open'),
    done_at: one.doneAt,
  }
}

export function isSmall(kind: EntityKind): kind is SmallKind {
  return Object.hasOwn(smallIds, kind)
}

export function smallIdOf<K extends SmallKind>(kind: K, entity: EntityOf<K>): string {
  // The function belongs to the kind it is looked up by, which the type of a table lookup cannot say.
  return (smallIds[kind] as (one: EntityOf<K>) => string)(entity)
}

export function putSmall<K extends SmallKind>(db: Db, kind: K, entity: EntityOf<K>): void {
  db.run('insert or replace into small_entities (kind, id, json) values (?, ?, ?)', kind, smallIdOf(kind, entity), JSON.stringify(entity))
}

const upserts = new Map<TableKind, string>()

function upsertOf(kind: TableKind, names: string[]): string {
  const known = upserts.get(kind)
  if (known) return known
  const marks = names.map(() => '?').join(', ')
  const sets = names.map((name) => `${name} = excluded.${name}`).join(', ')
  const made = `insert into ${kind} (id, json, ${names.join(', ')}) values (?, ?, ${marks}) on conflict (id) do update set json = excluded.json, ${sets}`
  upserts.set(kind, made)
  return made
}

export function putRow<K extends TableKind>(db: Db, kind: K, entity: EntityOf<K>): void {
  const columns = (columnsOf[kind] as (one: EntityOf<K>) => Record<string, SqlValue>)(entity)
  db.run(upsertOf(kind, Object.keys(columns)), (entity as { id: string }).id, JSON.stringify(entity), ...Object.values(columns))
}
