import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { entityTables } from './registry.ts'
import { all, ask, query, statement, type Work } from './work.ts'

const leads = statement((db, p: { practiceId: string; status: string; limit: number }) =>
  db
    .selectFrom('leads')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('status', '=', p.status)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const leadsOfAppointment = statement((db, p: { practiceId: string; appointmentId: string }) =>
  db
    .selectFrom('leads')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('status', '=', 'open')
    .where('appointment_id', '=', p.appointmentId)
    .orderBy('id'),
)
const callbacks = statement((db, p: { practiceId: string; status: string; limit: number }) =>
  db
    .selectFrom('callbacks')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('status', '=', p.status)
    .orderBy('due_at')
    .orderBy('id')
    .limit(p.limit),
)
const openAlarms = statement((db, p: { practiceId: string }) =>
  db
    .selectFrom('alarms')
    .selectAll()
    .where('practice_id', '=', p.practiceId)
    .where('acknowledged_at', 'is', null)
    .orderBy('raised_at')
    .orderBy('id'),
)
const dueAlarms = statement((db, p: { now: string }) =>
  db
    .selectFrom('alarms')
    .selectAll()
    .where('acknowledged_at', 'is', null)
    .where('next_step_at', '<=', p.now)
    .orderBy('next_step_at')
    .limit(100),
)

export function* listLeads(practiceId: string, status: Lead['status'], limit: number): Work<Lead[]> {
  return yield* entityTables.leads.list(leads, { practiceId, status, limit })
}

export function* openLeadsAbout(practiceId: string, appointmentId: string): Work<Lead[]> {
  return yield* entityTables.leads.list(leadsOfAppointment, { practiceId, appointmentId })
}

/** Soonest promise first. */
export function* listCallbacks(practiceId: string, status: Callback['status'], limit: number): Work<Callback[]> {
  return yield* entityTables.callbacks.list(callbacks, { practiceId, status, limit })
}

/** Emergencies nobody has acknowledged. */
export function* listOpenAlarms(practiceId: string): Work<Alarm[]> {
  return yield* entityTables.alarms.list(openAlarms, { practiceId })
}

/** Alarms of every practice whose next step of the ladder is due. */
export function* alarmsDue(now: string): Work<{ practiceId: PracticeId; alarm: Alarm }[]> {
  const rows = yield* all(dueAlarms, { now })
  return rows.map((row) => ({ practiceId: row.practice_id as PracticeId, alarm: entityTables.alarms.read(row) }))
}

/** All open work, and what was finished or raised since an instant; at most `limit` of each, the newest. */
export function* followUpsSince(practiceId: string, since: string, limit: number): Work<FollowUps> {
  const leadRows = yield* ask(
    query((db) =>
      db
        .selectFrom('leads')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where((eb) => eb.or([eb('status', '=', 'open'), eb('done_at', '>=', since)]))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  )
  const callbackRows = yield* ask(
    query((db) =>
      db
        .selectFrom('callbacks')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where((eb) => eb.or([eb('status', '=', 'open'), eb('done_at', '>=', since)]))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  )
  const alarmRows = yield* ask(
    query((db) =>
      db
        .selectFrom('alarms')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where((eb) => eb.or([eb('acknowledged_at', 'is', null), eb('raised_at', '>=', since), eb('acknowledged_at', '>=', since)]))
        .orderBy('raised_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
  )
  return readAll(leadRows, callbackRows, alarmRows)
}

function readAll(leadRows: object[], callbackRows: object[], alarmRows: object[]): FollowUps {
  return {
    leads: leadRows.map((row) => entityTables.leads.read(row)),
    callbacks: callbackRows.map((row) => entityTables.callbacks.read(row)),
    alarms: alarmRows.map((row) => entityTables.alarms.read(row)),
  }
}

type FollowUps = { leads: Lead[]; callbacks: Callback[]; alarms: Alarm[] }

/** Work that came out of one call. */
export function* followUpsOfCall(practiceId: string, callId: string): Work<FollowUps> {
  return yield* followUpsWith('call_id', practiceId, callId)
}

/** Work about one patient, open or done. Reads all work of the practice: for rare use only. */
export function* followUpsOfPatient(practiceId: string, patientId: string): Work<FollowUps> {
  return yield* followUpsWith('patient_id', practiceId, patientId)
}

function* followUpsWith(column: 'call_id' | 'patient_id', practiceId: string, id: string): Work<FollowUps> {
  const leadRows = yield* ask(
    query((db) => db.selectFrom('leads').selectAll().where('practice_id', '=', practiceId).where(column, '=', id).orderBy('id')),
  )
  const callbackRows = yield* ask(
    query((db) => db.selectFrom('callbacks').selectAll().where('practice_id', '=', practiceId).where(column, '=', id).orderBy('id')),
  )
  const alarmRows = yield* ask(
    query((db) => db.selectFrom('alarms').selectAll().where('practice_id', '=', practiceId).where(column, '=', id).orderBy('id')),
  )
  return readAll(leadRows, callbackRows, alarmRows)
}
