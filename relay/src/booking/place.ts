import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { openingsTakenBy, takenBetween } from '../store/appointments.ts'
import { type Claim, insertClaims, insertFreeClaims, releaseClaims } from '../store/claims.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type Place, refusal } from './find-place.ts'

/** In key order, which keeps two bookings from waiting for each other. */
function claimsOf(one: Place & { patientId: PatientId }): Claim[] {
  return [
    { kind: 'operatory', resourceId: one.operatoryId, from: one.startsAt, to: one.releasedAt },
    { kind: 'patient', resourceId: one.patientId, from: one.startsAt, to: one.endsAt },
    { kind: 'provider', resourceId: one.providerId, from: one.startsAt, to: one.endsAt },
  ]
}

/** Takes the provider, the operatory and the patient for the time. The database refuses a second taker. */
export function* takePlace(tx: Tx, appointment: Appointment): Work<void> {
  const insert = appointment.overbookReason === null ? insertClaims : insertFreeClaims
  yield* insert(tx.practiceId, appointment.id, claimsOf(appointment))
  for (const opening of yield* openingsTakenBy(tx.practiceId, appointment))
    yield* tx.update('openings', { ...opening, status: 'filled', updatedAt: tx.now })
}

/** Gives the time back. An overbooked visit on it, which had only what was left over, then takes what it is using. */
export function* leavePlace(tx: Tx, appointment: Appointment): Work<void> {
  yield* releaseClaims(tx.practiceId, appointment.id, claimsOf(appointment))
  for (const other of yield* takenBetween(tx.practiceId, appointment.startsAt, appointment.releasedAt)) {
    if (other.id === appointment.id) continue
    const full = yield* tx.find('appointments', other.id)
    if (full?.overbookReason) yield* insertFreeClaims(tx.practiceId, full.id, claimsOf(full))
  }
}

/** Whether a visit can stand again exactly where it stood, for as long as it was to take then. Hours and types may have changed since:
 *  what stood was right. Throws `SLOT_TAKEN`, or `NOT_BOOKABLE` when that time is closed now. */
export function* requireStillFree(tx: Tx, one: Appointment): Work<void> {
  if (one.overbookReason !== null) return
  const others = (yield* takenBetween(tx.practiceId, one.startsAt, one.releasedAt)).filter((other) => other.id !== one.id)
  const isMet = (other: { startsAt: string; endsAt: string }) => other.startsAt < one.endsAt && other.endsAt > one.startsAt
  const conflicts: SlotConflict[] = []
  if (others.some((other) => other.providerId === one.providerId && isMet(other))) conflicts.push('PROVIDER_BUSY')
  if (others.some((other) => other.operatoryId === one.operatoryId)) conflicts.push('OPERATORY_BUSY')
  if (others.some((other) => other.patientId === one.patientId && isMet(other))) conflicts.push('PATIENT_BUSY')
  if (conflicts.length > 0) throw refusal(conflicts)
  const { closures } = yield* loadSetup(tx.practiceId, tx.practice)
  const isClosed = closures.some(
    (closure) =>
      closure.kind !== 'emergency_block' &&
      isMet(closure) &&
      (closure.providerId === null || closure.providerId === one.providerId) &&
      (closure.operatoryId === null || closure.operatoryId === one.operatoryId),
  )
  if (isClosed) throw refusal(['CLOSED'])
}
