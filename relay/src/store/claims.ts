import { epochMs, type Instant, MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import { sql } from 'kysely'
import { ask, builders, type EngineName, query, run, statement, type Work } from './work.ts'

/** Who or what cannot be in two places at once. */
export type ClaimKind = 'operatory' | 'patient' | 'provider'
export type Claim = { kind: ClaimKind; resourceId: string; from: Instant; to: Instant }

/** Claims count in rows of five minutes since the UTC epoch, so DST cannot make two local times equal. */
export const CLAIM_MINUTES = 5

export const minuteOf = (instant: Instant): number => Math.floor(epochMs(instant) / MS_PER_MINUTE)

type Span = { practiceId: string; kind: string; resourceId: string; from: number; to: number; appointmentId: string }

/** One statement per resource, rows in key order: in mixed order two bookings could deadlock on PostgreSQL. */
const rowsOf = (p: Span, engine: EngineName) =>
  engine === 'postgres'
    ? sql`select ${p.practiceId}, ${p.kind}, ${p.resourceId}, x, ${p.appointmentId} from generate_series(cast(${p.from} as integer), cast(${p.to} as integer) - 1, 5) as m(x)`
    : sql`with recursive m(x) as (select cast(${p.from} as integer) union all select x + 5 from m where x + 5 < ${p.to})
        select ${p.practiceId}, ${p.kind}, ${p.resourceId}, x, ${p.appointmentId} from m where true`

const insert = statement((_, p: Span, engine) => ({
  compile: () =>
    sql`insert into claims (practice_id, kind, resource_id, minute, appointment_id) ${rowsOf(p, engine)}`.compile(builders[engine]),
}))
const insertFree = statement((_, p: Span, engine) => ({
  compile: () =>
    sql`insert into claims (practice_id, kind, resource_id, minute, appointment_id) ${rowsOf(p, engine)} on conflict do nothing`.compile(
      builders[engine],
    ),
}))
const remove = statement((db, p: Span) =>
  db
    .deleteFrom('claims')
    .where('practice_id', '=', p.practiceId)
    .where('kind', '=', p.kind)
    .where('resource_id', '=', p.resourceId)
    .where('minute', '>=', p.from)
    .where('minute', '<', p.to)
    .where('appointment_id', '=', p.appointmentId),
)

function spanOf(practiceId: string, appointmentId: string, claim: Claim): Span {
  const from = minuteOf(claim.from)
  return {
    practiceId,
    kind: claim.kind,
    resourceId: claim.resourceId,
    from: from - (from % CLAIM_MINUTES),
    to: minuteOf(claim.to),
    appointmentId,
  }
}

/** Claims must come in key order (operatory, patient, provider). A clash is a duplicate key and ends the transaction. */
export function* insertClaims(practiceId: string, appointmentId: string, claims: Claim[]): Work<void> {
  for (const claim of claims) yield* run(insert, spanOf(practiceId, appointmentId, claim))
}

/** For staff who overbook: takes what is free and leaves the rest with its first holder. */
export function* insertFreeClaims(practiceId: string, appointmentId: string, claims: Claim[]): Work<void> {
  for (const claim of claims) yield* run(insertFree, spanOf(practiceId, appointmentId, claim))
}

export function* releaseClaims(practiceId: string, appointmentId: string, claims: Claim[]): Work<void> {
  for (const claim of claims) yield* run(remove, spanOf(practiceId, appointmentId, claim))
}

/** Appointments of two patients that lie at the same time: they cannot be one person's. */
export function* patientClashes(practiceId: string, oneId: string, otherId: string): Work<string[]> {
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('claims as one')
        .innerJoin('claims as other', (join) =>
          join
            .onRef('other.practice_id', '=', 'one.practice_id')
            .onRef('other.minute', '=', 'one.minute')
            .onRef('other.kind', '=', 'one.kind'),
        )
        .select(['one.appointment_id as oneAppointment', 'other.appointment_id as otherAppointment'])
        .distinct()
        .where('one.practice_id', '=', practiceId)
        .where('one.kind', '=', 'patient')
        .where('one.resource_id', '=', oneId)
        .where('other.resource_id', '=', otherId)
        .orderBy('one.appointment_id')
        .orderBy('other.appointment_id'),
    ),
  )
  return [...new Set(rows.flatMap((row) => [row.oneAppointment, row.otherAppointment]))]
}

const reassign = statement((db, p: { practiceId: string; from: string; to: string }) =>
  db
    .updateTable('claims')
    .set({ resource_id: p.to })
    .where('practice_id', '=', p.practiceId)
    .where('kind', '=', 'patient')
    .where('resource_id', '=', p.from),
)

/** One patient's times become another's. A clash is a duplicate key and ends the transaction. */
export function* movePatientClaims(practiceId: string, from: string, to: string): Work<void> {
  yield* run(reassign, { practiceId, from, to })
}

/** Claims of past days only cost space. At most 10,000 a call; returns how many went. */
export function* pruneClaims(before: Instant): Work<number> {
  const rows = yield* ask(
    query((db) =>
      db
        .deleteFrom('claims')
        .where('minute', '<', minuteOf(before))
        .where(
          sql<boolean>`(practice_id, kind, resource_id, minute) in (select c.practice_id, c.kind, c.resource_id, c.minute from claims c where c.minute < ${minuteOf(before)} limit 10000)`,
        )
        .returning('minute'),
    ),
  )
  return rows.length
}
