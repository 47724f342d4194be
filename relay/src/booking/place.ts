import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentId, AppointmentTypeId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { epochMs, type Instant, localDateOf, MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import { openingsTakenBy, takenBetween } from '../store/appointments.ts'
import { CLAIM_MINUTES, type Claim, insertClaims, insertFreeClaims, releaseClaims } from '../store/claims.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type CalendarQuestion, calendarOf, candidatesFor, instantOf, minutesOf, requireType } from './calendar-of.ts'
import { type Conflict, conflictsAt, openSlots } from './slot-math.ts'

export type Place = Pick<Appointment, 'providerId' | 'operatoryId' | 'startsAt' | 'endsAt' | 'releasedAt'>
export type PlaceWanted = {
  appointmentTypeId: AppointmentTypeId
  patientId: PatientId
  startsAt: Instant
  /** Null: whoever may do it and is free, in the practice's order. */
  providerId: ProviderId | null
  operatoryId: OperatoryId | null
  by: 'machine' | 'staff'
  movingId?: AppointmentId
  callId?: string
  /** Staff only: book in spite of every conflict. */
  overbookReason?: string | null
}
export type PlaceFound = { type: AppointmentType; place: Place; conflicts: Conflict[] }

const TAKEN: Conflict[] = ['PROVIDER_BUSY', 'OPERATORY_BUSY', 'PATIENT_BUSY']

/** Where the visit would go, checked against the store as it is in this transaction. Throws `SLOT_TAKEN` (somebody or something is
 *  already there) or `NOT_BOOKABLE` (the rules forbid it), with every conflict in `details.conflicts`. */
export function* findPlace(tx: Tx, wanted: PlaceWanted): Work<PlaceFound> {
  if (epochMs(wanted.startsAt) % (CLAIM_MINUTES * MS_PER_MINUTE) !== 0)
    throw new DeskError('BAD_INPUT', 'Appointments start on a multiple of five minutes.')
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const type = requireType(setup, wanted.appointmentTypeId)
  const date = localDateOf(wanted.startsAt, setup.practice.timeZone)
  const question: CalendarQuestion = { ...wanted, from: date, to: date }
  const calendar = yield* calendarOf(setup, tx.now, question)
  const candidates = candidatesFor(setup, type, wanted.providerId)
  const start = minutesOf(wanted.startsAt)

  if (wanted.operatoryId === null || wanted.providerId === null) {
    const day = openSlots({ ...calendar, stepMinutes: wanted.by === 'staff' ? CLAIM_MINUTES : calendar.stepMinutes }, candidates, {
      from: date,
      to: date,
    })
    const slot = day.find((one) => one.start === start && (wanted.operatoryId === null || one.operatoryId === wanted.operatoryId))
    if (!slot) throw refusal(conflictsAnywhere(calendar, candidates, start))
    return {
      type,
      conflicts: [],
      place: { providerId: slot.providerId, operatoryId: slot.operatoryId, ...spanOf(start, slot.end, slot.releasedAt) },
    }
  }
  const candidate = candidates[0] ?? staffCandidate(setup, type, wanted)
  const conflicts = conflictsAt(calendar, candidate, { operatoryId: wanted.operatoryId, start })
  if (candidates.length === 0) conflicts.push('OUTSIDE_HOURS')
  if (conflicts.length > 0 && !(wanted.by === 'staff' && wanted.overbookReason)) throw refusal(conflicts)
  const end = start + candidate.durationMinutes
  return {
    type,
    conflicts,
    place: { providerId: wanted.providerId, operatoryId: wanted.operatoryId, ...spanOf(start, end, end + candidate.bufferMinutes) },
  }
}

function conflictsAnywhere(
  calendar: Parameters<typeof conflictsAt>[0],
  candidates: ReturnType<typeof candidatesFor>,
  start: number,
): Conflict[] {
  const everywhere = candidates.flatMap((candidate) =>
    candidate.operatoryIds.map((operatoryId) => conflictsAt(calendar, candidate, { operatoryId, start })),
  )
  // The place with the fewest reasons against it explains the refusal best.
  return everywhere.sort((a, b) => a.length - b.length)[0] ?? ['OUTSIDE_HOURS']
}

/** Staff may give a visit to a provider who normally does not do this type, with a reason. */
function staffCandidate(setup: { providers: { id: string; active: boolean }[] }, type: AppointmentType, wanted: PlaceWanted) {
  if (!wanted.providerId || !setup.providers.some((one) => one.id === wanted.providerId && one.active))
    throw new DeskError('NOT_FOUND', 'There is no such provider any more.')
  return {
    providerId: wanted.providerId,
    durationMinutes: type.durationMinutes,
    bufferMinutes: type.bufferMinutes,
    operatoryIds: type.operatoryIds,
  }
}

function refusal(conflicts: Conflict[]): DeskError {
  const isTaken = conflicts.every((one) => TAKEN.includes(one))
  return new DeskError(isTaken ? 'SLOT_TAKEN' : 'NOT_BOOKABLE', isTaken ? 'That time is already taken.' : 'That time cannot be booked.', {
    details: { conflicts },
  })
}

function spanOf(start: number, end: number, releasedAt: number): Pick<Place, 'startsAt' | 'endsAt' | 'releasedAt'> {
  return { startsAt: instantOf(start), endsAt: instantOf(end), releasedAt: instantOf(releasedAt) }
}

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
