import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { ContactPoint, Patient } from '@dentalanswer/shared/domain/patient.ts'
import { appointmentsOfPatient } from '../store/appointments.ts'
import { movePatientClaims, patientClashes } from '../store/claims.ts'
import { followUpsOfPatient } from '../store/follow-ups.ts'
import { callsProving, patientsGuardedBy, patientsMergedInto } from '../store/patient-references.ts'
import { patientsOnNumber, requirePatient, updatePatient } from '../store/patients.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { guardianAfterMerge } from './guardian-after-merge.ts'
import { soundsLike } from './match-name.ts'

export type MergeInput = { keepId: PatientId; mergeId: PatientId; evenIfBirthDatesDiffer: boolean; by: string }

const MOST_NUMBERS = 20
const LONGEST_NOTE = 2_000
const EVERY_VISIT = 100_000

/** Makes two records of one person one: visits, work and numbers go to the kept record, and the other is only a pointer to it from then
 *  on. Nothing of it is deleted. Repeating it is harmless. Throws `NOT_FOUND`, `BAD_INPUT`, `BIRTH_DATES_DIFFER`, `SLOT_TAKEN`,
 *  `CHANGED_MEANWHILE`. */
export function* mergePatients(tx: Tx, input: MergeInput): Work<Patient> {
  const kept = yield* requirePatient(tx.practiceId, input.keepId)
  const merged = yield* requirePatient(tx.practiceId, input.mergeId)
  if (kept.id === merged.id) throw new DeskError('BAD_INPUT', 'These are the same record.')
  if (merged.mergedIntoId === kept.id) return kept
  requireMergeable(kept, merged, input.evenIfBirthDatesDiffer)
  yield* moveVisits(tx, kept.id, merged.id)
  yield* moveWork(tx, kept.id, merged.id)
  yield* closeDuplicateLeads(tx, kept, merged)
  const guardianId = yield* guardianAfterMerge(tx, kept, merged)
  yield* moveFamily(tx, kept.id, merged.id)
  yield* movePointers(tx, kept.id, merged.id)
  const after = yield* updatePatient(tx, { ...joined(kept, merged), guardianId })
  const pointer = yield* updatePatient(tx, { ...merged, mergedIntoId: kept.id })
  const detail = { keptId: kept.id, mergedId: merged.id, by: input.by }
  yield* tx.audit({ action: 'patient.merged', subjectType: 'patient', subjectId: kept.id, detail: { ...detail, before: kept, after } })
  yield* tx.audit({
    action: 'patient.merged_away',
    subjectType: 'patient',
    subjectId: merged.id,
    detail: { ...detail, before: merged, after: pointer },
  })
  tx.emit('patient.changed')
  return after
}

function requireMergeable(kept: Patient, merged: Patient, evenIfBirthDatesDiffer: boolean): void {
  if (kept.mergedIntoId !== null || merged.mergedIntoId !== null)
    throw new DeskError('CHANGED_MEANWHILE', 'One of these records was merged already. Look the patient up again.')
  if (!evenIfBirthDatesDiffer && kept.birthDate && merged.birthDate && kept.birthDate !== merged.birthDate)
    throw new DeskError('BIRTH_DATES_DIFFER', 'These two have different birth dates. Check that they are one person.', {
      details: { birthDates: [kept.birthDate, merged.birthDate] },
    })
  if (notesOf(kept, merged).length > LONGEST_NOTE)
    throw new DeskError('BAD_INPUT', 'Their notes together are too long. Shorten one of them first.')
  if (numbersOf(kept, merged).length > MOST_NUMBERS)
    throw new DeskError('BAD_INPUT', `Together they have more than ${MOST_NUMBERS} numbers, removed ones included.`)
}

function joined(kept: Patient, merged: Patient): Patient {
  return {
    ...kept,
    birthDate: kept.birthDate ?? merged.birthDate,
    isNew: kept.isNew && merged.isNew,
    note: notesOf(kept, merged),
    contactPoints: numbersOf(kept, merged),
  }
}

function notesOf(kept: Patient, merged: Patient): string {
  return [...new Set([kept.note, merged.note])].filter(Boolean).join('\n')
}

/** What is known of a number at the kept record counts, except that it was removed there and is in use at the other. */
function numbersOf(kept: Patient, merged: Patient): ContactPoint[] {
  const hasPrimary = ({ contactPoints }: Patient) => contactPoints.some((one) => one.isPrimary && one.status === 'active')
  const takesPrimary = !hasPrimary(kept) && hasPrimary(merged)
  const numbers = new Map(kept.contactPoints.map((one) => [one.phoneNumber, { ...one, isPrimary: one.isPrimary && !takesPrimary }]))
  for (const one of merged.contactPoints) {
    const known = numbers.get(one.phoneNumber)
    if (known && known.status !== 'removed') continue
    numbers.set(one.phoneNumber, { ...one, isPrimary: one.isPrimary && takesPrimary })
  }
  return [...numbers.values()]
}

/** Nobody is in two chairs at once: two visits at one time need a person first. */
function* moveVisits(tx: Tx, keptId: PatientId, mergedId: PatientId): Work<void> {
  const clashing = yield* patientClashes(tx.practiceId, keptId, mergedId)
  if (clashing.length > 0)
    throw new DeskError('SLOT_TAKEN', 'Both are booked at the same time. Cancel or move one of the visits first.', {
      details: { appointmentIds: clashing },
    })
  yield* movePatientClaims(tx.practiceId, mergedId, keptId)
  for (const visit of yield* appointmentsOfPatient(tx.practiceId, mergedId, EVERY_VISIT))
    yield* tx.update('appointments', { ...visit, patientId: keptId, version: visit.version + 1, updatedAt: tx.now })
}

function* moveWork(tx: Tx, keptId: PatientId, mergedId: PatientId): Work<void> {
  const { leads, callbacks, alarms } = yield* followUpsOfPatient(tx.practiceId, mergedId)
  for (const one of leads) yield* tx.update('leads', { ...one, patientId: keptId })
  for (const one of callbacks) yield* tx.update('callbacks', { ...one, patientId: keptId })
  for (const one of alarms) yield* tx.update('alarms', { ...one, patientId: keptId })
  for (const call of yield* callsProving(tx.practiceId, mergedId)) {
    const provenPatientIds = [...new Set(call.provenPatientIds.map((id) => (id === mergedId ? keptId : id)))]
    yield* tx.update('calls', { ...call, provenPatientIds, updatedAt: tx.now })
  }
}

/** The question whether these two are one person is answered, unless it may have been about a third. */
function* closeDuplicateLeads(tx: Tx, kept: Patient, merged: Patient): Work<void> {
  const { leads } = yield* followUpsOfPatient(tx.practiceId, kept.id)
  for (const lead of leads) {
    if (lead.kind !== 'possible_duplicate' || lead.status !== 'open' || !lead.phoneNumber) continue
    const household = yield* patientsOnNumber(tx.practiceId, lead.phoneNumber)
    if (household.some((one) => one.id !== kept.id && one.id !== merged.id && soundsLike(one, kept))) continue
    yield* tx.update('leads', { ...lead, status: 'done', outcome: 'Merged into one record', doneAt: tx.now })
  }
}

function* moveFamily(tx: Tx, keptId: PatientId, mergedId: PatientId): Work<void> {
  for (const child of yield* patientsGuardedBy(tx.practiceId, mergedId))
    if (child.id !== keptId) yield* updatePatient(tx, { ...child, guardianId: keptId })
}

/** A desk that still knows an older record finds the one that counts in one step. */
function* movePointers(tx: Tx, keptId: PatientId, mergedId: PatientId): Work<void> {
  for (const pointer of yield* patientsMergedInto(tx.practiceId, mergedId)) yield* updatePatient(tx, { ...pointer, mergedIntoId: keptId })
}
