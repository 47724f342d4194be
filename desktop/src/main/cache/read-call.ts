import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { CallView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { outcomesOf } from './read-calls.ts'
import { eachOnce, patientsOf, readOne, readRows } from './read-rows.ts'
import { turnsOf } from './read-work.ts'

/** One call; null when this desk keeps no such call. `isComplete` says whether all its turns are here. */
export function readCall(db: Db, { callId }: { callId: CallId }): CallView | null {
  const call = readOne(db, 'calls', callId)
  if (!call) return null
  const outcomes = outcomesOf(db, [call])
  const appointments = eachOnce(readRows(db, 'appointments', 'where call_id = ?', callId), outcomes.appointments)
  const booked = patientsOf(
    db,
    appointments.map((one) => one.patientId),
    [],
  )
  return {
    call,
    turns: turnsOf(db, callId),
    ...outcomes,
    appointments: appointments.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    messages: readRows(db, 'messages', 'where call_id = ? order by created_at, id', callId),
    patients: eachOnce(outcomes.patients, booked),
    isComplete: db.get<{ whole: number }>('select has_all_turns as whole from calls where id = ?', callId)?.whole === 1,
  }
}
