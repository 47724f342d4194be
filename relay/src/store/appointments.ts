import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { AppointmentId, ChangeId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { entityTables } from './registry.ts'
import type { Tx } from './transaction.ts'
import { all, ask, first, query, run, statement, type Work } from './work.ts'

const overlapping = statement((db, p: { practiceId: string; from: string; to: string; since: string }) =>
  db
    .selectFrom('appointments')
    .select(['id', 'patient_id', 'provider_id', 'operatory_id', 'appointment_type_id', 'starts_at', 'ends_at', 'released_at'])
    .where('practice_id', '=', p.practiceId)
    .where('starts_at', '>=', p.since)
    .where('starts_at', '<', p.to)
    .where('released_at', '>', p.from)
    .where('status', 'in', ['booked', 'completed'])
    .orderBy('starts_at')
    .orderBy('id'),
)
const starting = statement((db, p: { practiceId: string; from: string; to: string }) =>
  db
    .selectFrom('appointments')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('starts_at', '>=', p.from)
    .where('starts_at', '<', p.to)
    .orderBy('starts_at')
    .orderBy('id'),
)
const upcoming = statement((db, p: { practiceId: string; patientId: string; after: string }) =>
  db
    .selectFrom('appointments')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_id', '=', p.patientId)
    .where('starts_at', '>', p.after)
    .where('status', '=', 'booked')
    .orderBy('starts_at')
    .orderBy('id'),
)
const ofPatient = statement((db, p: { practiceId: string; patientId: string; limit: number }) =>
  db
    .selectFrom('appointments')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('patient_id', '=', p.patientId)
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .limit(p.limit),
)
const ofCall = statement((db, p: { practiceId: string; callId: string }) =>
  db
    .selectFrom('appointments')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('source_call_id', '=', p.callId)
    .orderBy('starts_at')
    .orderBy('id'),
)
const openingsBetween = statement((db, p: { practiceId: string; from: string; to: string }) =>
  db
    .selectFrom('openings')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('status', '=', 'open')
    .where('starts_at', '>=', p.from)
    .where('starts_at', '<', p.to)
    .orderBy('starts_at')
    .orderBy('id'),
)
const openingOf = statement((db, p: { practiceId: string; appointmentId: string }) =>
  db
    .selectFrom('openings')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('from_appointment_id', '=', p.appointmentId)
    .where('status', '=', 'open'),
)
const openingsAt = statement((db, p: { practiceId: string; from: string; to: string; operatoryId: string; providerId: string }) =>
  db
    .selectFrom('openings')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('status', '=', 'open')
    .where('starts_at', '<', p.to)
    .where('ends_at', '>', p.from)
    .where((eb) => eb.or([eb('operatory_id', '=', p.operatoryId), eb('provider_id', '=', p.providerId)])),
)
const changesOf = statement((db, p: { practiceId: string; appointmentId: string }) =>
  db
    .selectFrom('changes')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('appointment_id', '=', p.appointmentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc'),
)
const changesOfCall = statement((db, p: { practiceId: string; callId: string }) =>
  db.selectFrom('changes').selectAll().where('practice_id', '=', p.practiceId).where('call_id', '=', p.callId).orderBy('at').orderBy('id'),
)
const changeById = statement((db, p: { practiceId: string; id: string }) =>
  db.selectFrom('changes').selectAll().where('practice_id', '=', p.practiceId).where('id', '=', p.id),
)
const insertChange = statement(
  (
    db,
    p: {
      practiceId: string
      id: string
      action: string
      appointmentId: string
      by: string
      why: string
      callId: string | null
      messageId: string | null
      at: string
      before: string
      after: string
    },
  ) =>
    db.insertInto('changes').values({
      practice_id: p.practiceId,
      id: p.id,
      action: p.action,
      appointment_id: p.appointmentId,
      by: p.by,
      why: p.why,
      call_id: p.callId,
      message_id: p.messageId,
      at: p.at,
      undone_at: null,
      before: p.before,
      after: p.after,
    }),
)

/** No visit is longer than this, so one that overlaps a time started at most so long before it. */
export const LONGEST_VISIT_MS = 12 * 3_600_000

export type Taken = {
  id: AppointmentId
  patientId: PatientId
  providerId: ProviderId
  operatoryId: OperatoryId
  appointmentTypeId: string
  startsAt: string
  endsAt: string
  releasedAt: string
}

/** Appointments that hold any part of a span of instants. */
export function* takenBetween(practiceId: string, from: string, to: string): Work<Taken[]> {
  const since = new Date(Date.parse(from) - LONGEST_VISIT_MS).toISOString()
  const rows = yield* all(overlapping, { practiceId, from, to, since })
  return rows.map((row) => ({
    id: row.id as AppointmentId,
    patientId: row.patient_id as PatientId,
    providerId: row.provider_id as ProviderId,
    operatoryId: row.operatory_id as OperatoryId,
    appointmentTypeId: row.appointment_type_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    releasedAt: row.released_at,
  }))
}

/** Every appointment that starts in [from, to), whatever its status. */
export function* appointmentsStarting(practiceId: string, from: string, to: string): Work<Appointment[]> {
  return yield* entityTables.appointments.list(starting, { practiceId, from, to })
}

export function* upcomingAppointments(practiceId: string, patientId: string, after: string): Work<Appointment[]> {
  return yield* entityTables.appointments.list(upcoming, { practiceId, patientId, after })
}

export function* appointmentsOfPatient(practiceId: string, patientId: string, limit: number): Work<Appointment[]> {
  return yield* entityTables.appointments.list(ofPatient, { practiceId, patientId, limit })
}

export function* appointmentsOfCall(practiceId: string, callId: string): Work<Appointment[]> {
  return yield* entityTables.appointments.list(ofCall, { practiceId, callId })
}

export function* findAppointments(practiceId: string, ids: string[]): Work<Appointment[]> {
  if (ids.length === 0) return []
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('appointments')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where('id', 'in', ids.slice(0, 500))
        .orderBy('starts_at')
        .orderBy('id'),
    ),
  )
  return rows.map((row) => entityTables.appointments.read(row))
}

export function* openOpenings(practiceId: string, from: string, to: string) {
  return yield* entityTables.openings.list(openingsBetween, { practiceId, from, to })
}

export function* openingFrom(practiceId: string, appointmentId: string) {
  return (yield* entityTables.openings.list(openingOf, { practiceId, appointmentId }))[0] ?? null
}

/** Open openings that an appointment at this place and time takes away. */
export function* openingsTakenBy(practiceId: string, one: Pick<Appointment, 'startsAt' | 'endsAt' | 'operatoryId' | 'providerId'>) {
  return yield* entityTables.openings.list(openingsAt, {
    practiceId,
    from: one.startsAt,
    to: one.endsAt,
    operatoryId: one.operatoryId,
    providerId: one.providerId,
  })
}

export type StoredChange = { change: Change; before: Appointment | null; after: Appointment }

function readChange(row: object): StoredChange {
  const { before, after } = row as { before: string; after: string }
  return {
    change: entityTables.changes.read(row),
    before: JSON.parse(before) as Appointment | null,
    after: JSON.parse(after) as Appointment,
  }
}

/** Keeps what a machine changed, with the appointment before and after, so that it can be undone. */
export function* insertMachineChange(
  tx: Tx,
  one: Omit<Change, 'id' | 'at' | 'undoneAt'>,
  before: Appointment | null,
  after: Appointment,
): Work<Change> {
  const change: Change = { ...one, id: tx.newId<ChangeId>(), at: tx.now, undoneAt: null }
  yield* run(insertChange, {
    practiceId: tx.practiceId,
    id: change.id,
    action: change.action,
    appointmentId: change.appointmentId,
    by: change.by,
    why: JSON.stringify(change.why),
    callId: change.callId,
    messageId: change.messageId,
    at: change.at,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  })
  tx.record('changes', change, (other) => other.id === change.id)
  return change
}

export function* findChange(practiceId: string, id: string): Work<StoredChange | null> {
  const row = yield* first(changeById, { practiceId, id })
  return row ? readChange(row) : null
}

export function* changesOfAppointment(practiceId: string, appointmentId: string): Work<StoredChange[]> {
  return (yield* all(changesOf, { practiceId, appointmentId })).map(readChange)
}

export function* changesInCall(practiceId: string, callId: string): Work<StoredChange[]> {
  return (yield* all(changesOfCall, { practiceId, callId })).map(readChange)
}

/** The newest machine changes since an instant, newest first. */
export function* changesSince(practiceId: string, since: string, limit: number): Work<Change[]> {
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('changes')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where('at', '>=', since)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  )
  return rows.map((row) => entityTables.changes.read(row))
}
