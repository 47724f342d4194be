import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentId, AppointmentTypeId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentType, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { daysBetween, epochMs, type Instant, localDateOf, MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import { CLAIM_MINUTES } from '../store/claims.ts'
import { loadSetup } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { calendarOf, candidatesFor, FURTHEST_DAYS, instantOf, minutesOf, requireAnyType, requireType } from './calendar-of.ts'
import { type Calendar, type Candidate, conflictsAt, openSlots } from './slot-math.ts'

export type Place = Pick<Appointment, 'providerId' | 'operatoryId' | 'startsAt' | 'endsAt' | 'releasedAt'>
export type PlaceWanted = {
  appointmentTypeId: AppointmentTypeId
  patientId: PatientId
  startsAt: Instant
  /** Null: whoever may do it and is free, in the practice's order. */
  providerId: ProviderId | null
  operatoryId: OperatoryId | null
  by: 'machine' | 'staff'
  /** The visit that is moved does not stand in its own way, and stays with its provider and operatory when they are free. */
  moving?: Pick<Appointment, 'id' | 'providerId' | 'operatoryId'>
  callId?: string
  /** Staff only: book in spite of every conflict. */
  overbookReason?: string | null
}
export type PlaceFound = { type: AppointmentType; place: Place; conflicts: SlotConflict[] }
type Option = { candidate: Candidate; operatoryId: OperatoryId; conflicts: SlotConflict[] }

const TAKEN: SlotConflict[] = ['PROVIDER_BUSY', 'OPERATORY_BUSY', 'PATIENT_BUSY']

/** Where the visit would go, checked against the store as it is in this transaction. Throws `SLOT_TAKEN` (somebody or something is
 *  already there) or `NOT_BOOKABLE` (the rules forbid it), with every conflict in `details.conflicts`, and `NOT_FOUND`, `UNKNOWN_TYPE`. */
export function* findPlace(tx: Tx, wanted: PlaceWanted): Work<PlaceFound> {
  if (epochMs(wanted.startsAt) % (CLAIM_MINUTES * MS_PER_MINUTE) !== 0)
    throw new DeskError('BAD_INPUT', 'Appointments start on a multiple of five minutes.')
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  requirePresent(setup, wanted)
  const type = wanted.moving ? requireAnyType(setup, wanted.appointmentTypeId) : requireType(setup, wanted.appointmentTypeId)
  const date = localDateOf(wanted.startsAt, setup.practice.timeZone)
  requireInReach(daysBetween(localDateOf(tx.now, setup.practice.timeZone), date))
  const movingId: AppointmentId | undefined = wanted.moving?.id
  const calendar = yield* calendarOf(setup, tx.now, { ...wanted, movingId, from: date, to: date })
  const start = minutesOf(wanted.startsAt)
  const placeOf = ({ candidate, operatoryId }: Omit<Option, 'conflicts'>): Place => ({
    providerId: candidate.providerId,
    operatoryId,
    startsAt: wanted.startsAt,
    endsAt: instantOf(start + candidate.durationMinutes),
    releasedAt: instantOf(start + candidate.durationMinutes + candidate.bufferMinutes),
  })

  if (wanted.operatoryId === null || wanted.providerId === null) {
    const candidates = inOrder(candidatesFor(setup, type, wanted.providerId), wanted)
    const stepMinutes = wanted.by === 'staff' ? CLAIM_MINUTES : calendar.stepMinutes
    const slot = openSlots({ ...calendar, stepMinutes }, candidates, { from: date, to: date }).find((one) => one.start === start)
    const candidate = candidates.find((one) => one.providerId === slot?.providerId)
    if (slot && candidate) return { type, conflicts: [], place: placeOf({ candidate, operatoryId: slot.operatoryId }) }
  }
  const option = bestOption(setup, type, calendar, wanted)
  if (!option) throw refusal(['OUTSIDE_HOURS'])
  const isStaff = wanted.by === 'staff'
  // Without a conflict it is only off the practice's step, which binds a machine that chooses the place itself.
  const isFree = option.conflicts.length === 0 && (isStaff || (wanted.providerId !== null && wanted.operatoryId !== null))
  if (!isFree && !(isStaff && wanted.overbookReason)) throw refusal(option.conflicts)
  return { type, conflicts: option.conflicts, place: placeOf(option) }
}

/** Every conflict of a visit with this provider in this operatory. A provider who does not do the type is one of them. */
export function conflictsOf(
  setup: Setup,
  type: AppointmentType,
  calendar: Calendar,
  at: { providerId: ProviderId; operatoryId: OperatoryId; startsAt: Instant },
): Omit<Option, 'operatoryId'> {
  const [known] = candidatesFor(setup, type, at.providerId)
  const { durationMinutes, bufferMinutes } = type
  const candidate = known ?? { providerId: at.providerId, durationMinutes, bufferMinutes, operatoryIds: type.operatoryIds }
  const conflicts: SlotConflict[] = conflictsAt(calendar, candidate, { operatoryId: at.operatoryId, start: minutesOf(at.startsAt) })
  return { candidate, conflicts: known ? conflicts : ['PROVIDER_NOT_SUITABLE', ...conflicts] }
}

/** Throws `NOT_FOUND` for a provider or operatory that is not, or no longer, one of the practice's own. */
export function requirePresent(setup: Setup, at: { providerId: ProviderId | null; operatoryId: OperatoryId | null }): void {
  if (at.providerId && !setup.providers.some((one) => one.id === at.providerId && one.active))
    throw new DeskError('NOT_FOUND', 'There is no such provider any more.')
  if (at.operatoryId && !setup.operatories.some((one) => one.id === at.operatoryId && one.active))
    throw new DeskError('NOT_FOUND', 'There is no such operatory any more.')
}

export function refusal(conflicts: SlotConflict[]): DeskError {
  const isTaken = conflicts.length > 0 && conflicts.every((one) => TAKEN.includes(one))
  return new DeskError(isTaken ? 'SLOT_TAKEN' : 'NOT_BOOKABLE', isTaken ? 'That time is already taken.' : 'That time cannot be booked.', {
    details: { conflicts },
  })
}

/** No reason makes a visit of another decade right. */
function requireInReach(days: number): void {
  if (Math.abs(days) <= FURTHEST_DAYS) return
  throw refusal([days > 0 ? 'BEYOND_HORIZON' : 'IN_THE_PAST_OR_TOO_SOON'])
}

/** The practice's order, with where the moved visit is now first, and only the operatory that was asked for. */
function inOrder(candidates: Candidate[], { operatoryId, moving }: PlaceWanted): Candidate[] {
  const firstIf = <T>(ones: T[], isFirst: (one: T) => boolean) => [...ones.filter(isFirst), ...ones.filter((one) => !isFirst(one))]
  return firstIf(candidates, (one) => one.providerId === moving?.providerId).map((one) => ({
    ...one,
    operatoryIds: firstIf(one.operatoryIds, (id) => id === moving?.operatoryId).filter((id) => operatoryId === null || id === operatoryId),
  }))
}

/** The place with the fewest reasons against it: it explains a refusal best, and is the one to overbook. */
function bestOption(setup: Setup, type: AppointmentType, calendar: Calendar, wanted: PlaceWanted): Option | null {
  const doers = candidatesFor(setup, type, wanted.providerId).map((one) => one.providerId)
  const providerIds = doers.length === 0 && wanted.providerId ? [wanted.providerId] : doers
  const places = setup.operatories.filter((one) => one.active && type.operatoryIds.includes(one.id)).map((one) => one.id)
  const operatoryIds = wanted.operatoryId ? [wanted.operatoryId] : places
  const options = providerIds.flatMap((providerId) =>
    operatoryIds.map((operatoryId) => ({
      operatoryId,
      ...conflictsOf(setup, type, calendar, { providerId, operatoryId, startsAt: wanted.startsAt }),
    })),
  )
  return options.sort((a, b) => a.conflicts.length - b.conflicts.length)[0] ?? null
}
