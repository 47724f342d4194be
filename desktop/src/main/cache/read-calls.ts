import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CallsView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { patientsOf, readRows, readWhereIn } from './read-rows.ts'

const AFTER_EVERYTHING = '9999-12-31T00:00:00.000Z'

/** Calls before an instant, newest first, with what came of them. A page never ends between calls of one millisecond, so it can be a
 *  little longer. */
export function readCalls(db: Db, { before, limit }: { before: Instant | null; limit: number }): CallsView {
  const calls = readRows(db, 'calls', 'where created_at < ? order by created_at desc, id desc limit ?', before ?? AFTER_EVERYTHING, limit)
  const last = calls.at(-1)
  if (calls.length === limit && last)
    calls.push(...readRows(db, 'calls', 'where created_at = ? and id < ? order by id desc', last.createdAt, last.id))
  return { calls, ...outcomesOf(db, calls) }
}

export function outcomesOf(db: Db, calls: Call[]): Omit<CallsView, 'calls'> {
  const ids = calls.map((call) => call.id)
  const leads = readWhereIn(db, 'leads', 'call_id', ids)
  const callbacks = readWhereIn(db, 'callbacks', 'call_id', ids)
  const alarms = readWhereIn(db, 'alarms', 'call_id', ids)
  const changes = readWhereIn(db, 'changes', 'call_id', ids, 'at, id')
  const booked = readWhereIn(
    db,
    'appointments',
    'id',
    changes.map((one) => one.appointmentId),
  )
  const people = [...leads, ...callbacks, ...alarms, ...booked].map((one) => one.patientId)
  const patients = patientsOf(
    db,
    [...people, ...calls.flatMap((call) => call.provenPatientIds)],
    calls.map((call) => call.callerNumber),
  )
  return { patients, changes, appointments: booked, callbacks, leads, alarms }
}
