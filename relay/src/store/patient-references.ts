import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { findPatients } from './patients.ts'
import { entityTables } from './registry.ts'
import { ask, query, type Work } from './work.ts'

/** Calls in which this patient proved who they are. Reads every call of the practice: for rare work only. */
export function* callsProving(practiceId: string, patientId: PatientId): Work<Call[]> {
  const rows = yield* ask(
    query((db) =>
      db
        .selectFrom('calls')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .where('proven_patient_ids', 'like', `%${patientId}%`)
        .orderBy('id'),
    ),
  )
  return rows.map((row) => entityTables.calls.read(row))
}

/** Everybody whose guardian this patient is. Reads every patient of the practice: for rare work only. */
export function* patientsGuardedBy(practiceId: string, guardianId: PatientId): Work<Patient[]> {
  return yield* patientsNaming('guardian_id', practiceId, guardianId)
}

/** Records that are only pointers to this one. Reads every patient of the practice: for rare work only. */
export function* patientsMergedInto(practiceId: string, keptId: PatientId): Work<Patient[]> {
  return yield* patientsNaming('merged_into_id', practiceId, keptId)
}

function* patientsNaming(column: 'guardian_id' | 'merged_into_id', practiceId: string, patientId: PatientId): Work<Patient[]> {
  const rows = yield* ask(
    query((db) => db.selectFrom('patients').select('id').where('practice_id', '=', practiceId).where(column, '=', patientId).orderBy('id')),
  )
  return yield* findPatients(
    practiceId,
    rows.map((row) => row.id),
  )
}
