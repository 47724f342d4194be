import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentType, Closure, Setup } from '@dentalanswer/shared/domain/practice.ts'
import {
  addMinutes,
  epochMs,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  MS_PER_DAY,
} from '@dentalanswer/shared/domain/practice-time.ts'
import { dayAxis, instantOn } from '../../ui/board/day-axis.ts'
import { minutesOf } from '../../ui/board/pending-blocks.ts'
import { workSpans } from '../../ui/board/work-spans.ts'

/** Everything this desk knows about the day a visit is to stand on. */
export type Ground = { setup: Setup; appointments: readonly Appointment[]; now: Instant }
export type WantedPlace = {
  appointmentTypeId: string
  patientId: string | null
  providerId: string
  operatoryId: string
  startsAt: Instant
  movingId?: string
}

type Span = { from: Instant; to: Instant }
const FURTHEST_DAYS = 548
const meets = (one: Span, other: Span) => one.from < other.to && other.from < one.to

/** When a visit of this type would end with this provider, and when its operatory is free again. */
export function spanOf(type: AppointmentType, providerId: string | null, startsAt: Instant): { endsAt: Instant; releasedAt: Instant } {
  const endsAt = addMinutes(startsAt, minutesOf(type, providerId))
  return { endsAt, releasedAt: addMinutes(endsAt, type.bufferMinutes) }
}

/** What stands in a visit's way as far as this desk can see, by the relay's rules and in its order. The relay has the last word: it also
 *  knows days that are not read here. */
export function conflictsAt({ setup, appointments, now }: Ground, wanted: WantedPlace): SlotConflict[] {
  const type = setup.appointmentTypes.find((one) => one.id === wanted.appointmentTypeId)
  if (!type) return []
  const { endsAt, releasedAt } = spanOf(type, wanted.providerId, wanted.startsAt)
  const visit: Span = { from: wanted.startsAt, to: endsAt }
  const held: Span = { from: wanted.startsAt, to: releasedAt }
  const zone = setup.practice.timeZone
  const day = localDateOf(wanted.startsAt, zone)
  const others = appointments.filter((one) => one.id !== wanted.movingId && (one.status === 'booked' || one.status === 'completed'))
  const closures = setup.closures.filter((one) => !one.removedAt && isInForce(one, type, now))
  const isAway = (providerId: string, span: Span) =>
    closures.some((one) => one.kind !== 'emergency_block' && one.providerId === providerId && meets(closureSpan(one), span))
  const isClosed = closures.some((one) => !one.providerId && !one.operatoryId && meets(closureSpan(one), held))
  const isKept = (which: 'providerId' | 'operatoryId', id: string, span: Span) =>
    closures.some(
      (one) => one[which] === id && (which === 'operatoryId' || one.kind === 'emergency_block') && meets(closureSpan(one), span),
    )

  const reasons: [SlotConflict, boolean][] = [
    ['PROVIDER_NOT_SUITABLE', !type.providers.some((one) => one.providerId === wanted.providerId)],
    ['IN_THE_PAST_OR_TOO_SOON', wanted.startsAt < instantAt(localDateOf(now, zone), 0, zone)],
    ['BEYOND_HORIZON', epochMs(wanted.startsAt) >= epochMs(now) + FURTHEST_DAYS * MS_PER_DAY],
    ['OUTSIDE_HOURS', !worksThrough(setup, wanted.providerId, day, visit)],
    ['CLOSED', isClosed || isAway(wanted.providerId, visit)],
    [
      'PROVIDER_BUSY',
      isKept('providerId', wanted.providerId, visit) ||
        others.some((one) => one.providerId === wanted.providerId && meets({ from: one.startsAt, to: one.endsAt }, visit)),
    ],
    [
      'OPERATORY_BUSY',
      isKept('operatoryId', wanted.operatoryId, held) ||
        others.some((one) => one.operatoryId === wanted.operatoryId && meets({ from: one.startsAt, to: one.releasedAt }, held)),
    ],
    ['OPERATORY_NOT_SUITABLE', !type.operatoryIds.some((id) => id === wanted.operatoryId)],
    ['PATIENT_BUSY', others.some((one) => one.patientId === wanted.patientId && meets({ from: one.startsAt, to: one.endsAt }, visit))],
    ['NO_DENTIST_PRESENT', !hasDentist(setup, type, day, visit, isAway)],
  ]
  return reasons.filter(([, applies]) => applies).map(([conflict]) => conflict)
}

const closureSpan = (one: Closure): Span => ({ from: one.startsAt, to: one.endsAt })

function isInForce(closure: Closure, type: AppointmentType, now: Instant): boolean {
  if (closure.kind !== 'emergency_block') return true
  return !type.isEmergency && (closure.releasedAt === null || closure.releasedAt > now)
}

function shiftsOn(setup: Setup, providerId: string, day: LocalDate): Span[] {
  const axis = dayAxis(day, setup.practice.timeZone)
  return workSpans(setup, providerId, axis).map((one) => ({ from: instantOn(axis, one.from), to: instantOn(axis, one.to) }))
}

function worksThrough(setup: Setup, providerId: string, day: LocalDate, visit: Span): boolean {
  return shiftsOn(setup, providerId, day).some((shift) => shift.from <= visit.from && visit.to <= shift.to)
}

function hasDentist(
  setup: Setup,
  type: AppointmentType,
  day: LocalDate,
  visit: Span,
  isAway: (id: string, span: Span) => boolean,
): boolean {
  if (type.dentistCheckMinutes === 0) return true
  const dentists = setup.providers.filter((one) => one.active && one.role === 'dentist')
  return dentists.some((dentist) =>
    shiftsOn(setup, dentist.id, day).some((shift) => {
      const from = shift.from > visit.from ? shift.from : visit.from
      const to = shift.to < visit.to ? shift.to : visit.to
      return to >= addMinutes(from, type.dentistCheckMinutes) && !isAway(dentist.id, { from, to })
    }),
  )
}
