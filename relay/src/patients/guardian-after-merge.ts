import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { findPatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** Whose guardian counts for two records that become one: the kept record's, else the other's. Nobody who would then be looked after,
 *  over however many others, by the very person they look after. */
export function* guardianAfterMerge(tx: Tx, kept: Patient, merged: Patient): Work<PatientId | null> {
  for (const candidate of [kept.guardianId, merged.guardianId])
    if (candidate && !(yield* leadsTo(tx, candidate, [kept.id, merged.id]))) return candidate
  return null
}

function* leadsTo(tx: Tx, from: PatientId, targets: PatientId[]): Work<boolean> {
  const seen = new Set<PatientId>()
  for (let id: PatientId | null = from; id !== null && !seen.has(id); ) {
    if (targets.includes(id)) return true
    seen.add(id)
    const next: Patient | null = yield* findPatient(tx.practiceId, id)
    id = next?.guardianId ?? null
  }
  return false
}
