import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PersonView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { listOf, numbersOf, optOutsOn, patientsOn, readOne, readRows, readWhereIn } from './read-rows.ts'
import { followUps } from './read-thread.ts'

const MOST_APPOINTMENTS = 200
const MOST_TEXTS = 50
const MOST_CALLS = 20

/** What this desk keeps of one person; null when it keeps none. The relay has the rest (`isComplete` false, no audit). */
export function readPerson(db: Db, { patientId }: { patientId: PatientId }): PersonView | null {
  const patient = readOne(db, 'patients', patientId)
  if (!patient) return null
  const numbers = numbersOf([patient])
  const appointments = readRows(db, 'appointments', 'where patient_id = ? order by starts_at desc limit ?', patientId, MOST_APPOINTMENTS)
  return {
    patient,
    household: patientsOn(db, numbers).filter((one) => one.id !== patientId),
    appointments,
    optOuts: optOutsOn(db, numbers),
    messages: newestTexts(db, numbers),
    calls: newestCalls(db, patientId, numbers),
    callbacks: followUps(db, 'callbacks', [patientId], numbers),
    leads: followUps(db, 'leads', [patientId], numbers),
    changes: readWhereIn(
      db,
      'changes',
      'appointment_id',
      appointments.map((one) => one.id),
      'at desc, id desc',
    ),
    audit: [],
    isComplete: false,
  }
}

function newestTexts(db: Db, numbers: string[]): PersonView['messages'] {
  const wanted = 'where patient_number in (select value from json_each(?)) order by created_at desc, id desc limit ?'
  return readRows(db, 'messages', wanted, listOf(numbers), MOST_TEXTS).reverse()
}

/** From the person's numbers, and those in which the person proved to be who they are. */
function newestCalls(db: Db, patientId: string, numbers: string[]): PersonView['calls'] {
  const proven = "exists (select 1 from json_each(calls.json, '$.provenPatientIds') p where p.value = ?)"
  const rest = `where caller_number in (select value from json_each(?)) or ${proven} order by created_at desc, id desc limit ?`
  return readRows(db, 'calls', rest, listOf(numbers), patientId, MOST_CALLS)
}
