import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AppointmentId, AppointmentTypeId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { AppointmentType, Closure, Setup } from '@dentalanswer/shared/domain/practice.ts'
import {
  addDays,
  epochMs,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  MS_PER_MINUTE,
  minuteOfTime,
  toInstant,
} from '@dentalanswer/shared/domain/practice-time.ts'
import { type Taken, takenBetween } from '../store/appointments.ts'
import { holdsOfOthers } from '../store/holds.ts'
import type { Work } from '../store/work.ts'
import type { Busy, Calendar, Candidate, Minutes } from './slot-math.ts'

/** Staff may book at any time up to here; 18 months is the trade's own limit. */
export const FURTHEST_DAYS = 548

const TURNOVER_MINUTES = 120

export type CalendarQuestion = {
  appointmentTypeId: AppointmentTypeId
  /** Only this provider; null for anyone who may do it. */
  providerId: ProviderId | null
  patientId: PatientId | null
  from: LocalDate
  to: LocalDate
  by: 'machine' | 'staff'
  /** The appointment that is being moved does not stand in its own way. */
  movingId?: AppointmentId
  /** Slots other callers were just told about are kept for them. */
  callId?: string
}

export const minutesOf = (instant: Instant): Minutes => Math.floor(epochMs(instant) / MS_PER_MINUTE)
export const instantOf = (minutes: Minutes): Instant => toInstant(minutes * MS_PER_MINUTE)

/** A type that may be booked. */
export function requireType(setup: Setup, id: AppointmentTypeId): AppointmentType {
  const type = requireAnyType(setup, id)
  if (!type.active) throw unknownType()
  return type
}

/** Also one that is no longer booked: visits of it may still stand, and be moved. */
export function requireAnyType(setup: Setup, id: AppointmentTypeId): AppointmentType {
  const type = setup.appointmentTypes.find((one) => one.id === id)
  if (!type) throw unknownType()
  return type
}

const unknownType = () => new DeskError('UNKNOWN_TYPE', 'There is no such appointment type any more.')

/** Who could do this type and where, in the practice's order of preference. */
export function candidatesFor(setup: Setup, type: AppointmentType, providerId: ProviderId | null): Candidate[] {
  const activeProviders = new Set(setup.providers.filter((one) => one.active).map((one) => one.id))
  const activeOperatories = new Set(setup.operatories.filter((one) => one.active).map((one) => one.id))
  const operatoryIds = type.operatoryIds.filter((id) => activeOperatories.has(id))
  return type.providers
    .filter((one) => activeProviders.has(one.providerId) && (providerId === null || one.providerId === providerId))
    .map((one) => ({
      providerId: one.providerId,
      durationMinutes: one.durationMinutes ?? type.durationMinutes,
      bufferMinutes: type.bufferMinutes,
      operatoryIds,
    }))
}

/** Everything that decides what is open for this question, read from the store as it is now. */
export function* calendarOf(setup: Setup, now: Instant, question: CalendarQuestion): Work<Calendar> {
  const { practice } = setup
  const type = requireAnyType(setup, question.appointmentTypeId)
  // What began the evening before is found by its end; the turnover of a late visit reaches into the next morning.
  const from = instantAt(question.from, 0, practice.timeZone)
  const to = instantAt(addDays(question.to, 1), TURNOVER_MINUTES, practice.timeZone)
  const all = yield* takenBetween(practice.id, from, to)
  const taken = all.filter((one) => one.id !== question.movingId)
  const busy = [...taken.flatMap((one) => busyOf(one, question.patientId)), ...setup.closures.flatMap((one) => closureBusy(one, type, now))]
  if (question.by === 'machine') {
    busy.push(...fullDays(setup, type, taken))
    for (const hold of yield* holdsOfOthers(practice.id, question.callId ?? '', now, from, to)) {
      const span = { start: minutesOf(hold.startsAt), end: minutesOf(hold.releasedAt) }
      busy.push({ ...span, kind: 'provider', resourceId: hold.providerId }, { ...span, kind: 'operatory', resourceId: hold.operatoryId })
    }
  }
  const notice = type.isEmergency ? 0 : practice.settings.minimumNoticeMinutes
  const horizon = question.by === 'staff' ? FURTHEST_DAYS : practice.settings.horizonDays
  // Staff write down who just walked in; a day that is over is more often a slip than meant.
  const startOfToday = minutesOf(instantAt(localDateOf(now, practice.timeZone), 0, practice.timeZone))
  return {
    zone: practice.timeZone,
    hours: setup.hours.flatMap((one) =>
      one.shifts.map((shift) => ({
        providerId: one.providerId,
        weekday: shift.weekday,
        startsMinute: minuteOfTime(shift.startsAt),
        endsMinute: minuteOfTime(shift.endsAt),
      })),
    ),
    busy,
    stepMinutes: practice.settings.slotStepMinutes,
    earliest: question.by === 'staff' ? startOfToday : Math.ceil(epochMs(now) / MS_PER_MINUTE) + notice,
    latest: minutesOf(now) + horizon * 1440,
    presence: presenceFor(setup, type),
  }
}

function busyOf(one: Taken, patientId: PatientId | null): Busy[] {
  const start = minutesOf(one.startsAt as Instant)
  const end = minutesOf(one.endsAt as Instant)
  const rows: Busy[] = [
    { start, end, kind: 'provider', resourceId: one.providerId },
    { start, end: minutesOf(one.releasedAt as Instant), kind: 'operatory', resourceId: one.operatoryId },
  ]
  if (one.patientId === patientId) rows.push({ start, end, kind: 'patient', resourceId: one.patientId })
  return rows
}

function closureBusy(closure: Closure, type: AppointmentType, now: Instant): Busy[] {
  const span = { start: minutesOf(closure.startsAt), end: minutesOf(closure.endsAt) }
  if (closure.kind === 'emergency_block') {
    if (type.isEmergency || (closure.releasedAt !== null && closure.releasedAt <= now)) return []
    return scopes(closure).map((scope) => ({ ...span, ...scope }))
  }
  return scopes(closure).map((scope) => (scope.kind === 'operatory' ? { ...span, ...scope } : { ...span, ...scope, away: true as const }))
}

function scopes(closure: Closure): Pick<Busy, 'kind' | 'resourceId'>[] {
  if (closure.providerId) return [{ kind: 'provider', resourceId: closure.providerId }]
  if (closure.operatoryId) return [{ kind: 'operatory', resourceId: closure.operatoryId }]
  return [{ kind: 'practice', resourceId: null }]
}

/** Days on which a machine may book no more of this type, or no more new patients. */
function fullDays(setup: Setup, type: AppointmentType, taken: Taken[]): Busy[] {
  const { timeZone, settings } = setup.practice
  const limits: { isCounted(one: Taken): boolean; most: number }[] = []
  if (type.maxPerDay !== null) limits.push({ isCounted: (one) => one.appointmentTypeId === type.id, most: type.maxPerDay })
  if (type.patients === 'new' && settings.newPatientsPerDay !== null) {
    const forNew = new Set<string>(setup.appointmentTypes.filter((one) => one.patients === 'new').map((one) => one.id))
    limits.push({ isCounted: (one) => forNew.has(one.appointmentTypeId), most: settings.newPatientsPerDay })
  }
  return limits.flatMap(({ isCounted, most }) => {
    const perDay = Map.groupBy(taken.filter(isCounted), (one) => localDateOf(one.startsAt as Instant, timeZone))
    return [...perDay]
      .filter(([, ones]) => ones.length >= most)
      .map(
        ([date]): Busy => ({
          start: minutesOf(instantAt(date, 0, timeZone)),
          end: minutesOf(instantAt(addDays(date, 1), 0, timeZone)),
          kind: 'practice',
          resourceId: null,
        }),
      )
  })
}

/** Dentists come by during a hygiene visit; one must be at work, though not free all the time. */
function presenceFor(setup: Setup, type: AppointmentType): Calendar['presence'] {
  if (type.dentistCheckMinutes === 0) return null
  const dentists = setup.providers.filter((one) => one.active && one.role === 'dentist')
  return { providerIds: dentists.map((one) => one.id), minutes: type.dentistCheckMinutes }
}
