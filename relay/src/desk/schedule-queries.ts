import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, daysBetween, type Instant, instantAt, type LocalDate, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { calendarOf, candidatesFor, instantOf, minutesOf, requireType } from '../booking/calendar-of.ts'
import { findOpenSlots } from '../booking/find-open-slots.ts'
import { conflictsAt } from '../booking/slot-math.ts'
import { nowOf } from '../ports/clock.ts'
import { appointmentsStarting, changesOfAppointment, openOpenings } from '../store/appointments.ts'
import { findPatients } from '../store/patients.ts'
import { entityTables } from '../store/registry.ts'
import { loadSetup } from '../store/setup.ts'
import type { Queries } from './desk-context.ts'

const LONGEST_RANGE_DAYS = 62

function instants(setup: Setup, from: LocalDate, to: LocalDate): { from: Instant; to: Instant } {
  if (daysBetween(from, to) < 0) throw new DeskError('BAD_INPUT', 'The range ends before it begins.')
  if (daysBetween(from, to) > LONGEST_RANGE_DAYS)
    throw new DeskError('RANGE_TOO_LONG', `Ask for at most ${LONGEST_RANGE_DAYS} days at a time.`)
  const zone = setup.practice.timeZone
  return { from: instantAt(from, 0, zone), to: instantAt(addDays(to, 1), 0, zone) }
}

export const scheduleQueries: Pick<Queries, 'schedule.range' | 'slots.find' | 'slots.check' | 'appointment.find' | 'setup.read'> = {
  'schedule.range': (ctx, input) =>
    ctx.store.snapshot(function* () {
      const setup = yield* loadSetup(ctx.practiceId)
      const span = instants(setup, input.from, input.to)
      const appointments = yield* appointmentsStarting(ctx.practiceId, span.from, span.to)
      return {
        appointments,
        openings: yield* openOpenings(ctx.practiceId, span.from, span.to),
        closures: setup.closures.filter((one) => one.startsAt < span.to && one.endsAt > span.from),
        patients: yield* findPatients(ctx.practiceId, [...new Set(appointments.map((one) => one.patientId))]),
      }
    }),

  'slots.find': (ctx, input) =>
    ctx.store.read(function* () {
      const setup = yield* loadSetup(ctx.practiceId)
      const slots = yield* findOpenSlots(setup, nowOf(ctx.clock), {
        ...input,
        providerId: input.providerId ?? null,
        patientId: input.patientId ?? null,
        by: 'staff',
      })
      return slots.map((slot) => ({
        providerId: slot.providerId,
        operatoryId: slot.operatoryId,
        startsAt: instantOf(slot.start),
        endsAt: instantOf(slot.end),
        releasedAt: instantOf(slot.releasedAt),
      }))
    }),

  'slots.check': (ctx, input) =>
    ctx.store.read(function* () {
      const setup = yield* loadSetup(ctx.practiceId)
      const type = requireType(setup, input.appointmentTypeId)
      const date = localDateOf(input.startsAt, setup.practice.timeZone)
      const calendar = yield* calendarOf(setup, nowOf(ctx.clock), { ...input, from: date, to: date, by: 'staff' })
      const [candidate] = candidatesFor(setup, type, input.providerId)
      const durationMinutes = candidate?.durationMinutes ?? type.durationMinutes
      const asked = candidate ?? {
        providerId: input.providerId,
        durationMinutes,
        bufferMinutes: type.bufferMinutes,
        operatoryIds: type.operatoryIds,
      }
      const start = minutesOf(input.startsAt)
      return {
        conflicts: conflictsAt(calendar, asked, { operatoryId: input.operatoryId, start }),
        endsAt: instantOf(start + durationMinutes),
      }
    }),

  'appointment.find': (ctx, { appointmentId }) =>
    ctx.store.read(function* () {
      const appointment = yield* entityTables.appointments.find(ctx.practiceId, appointmentId)
      if (!appointment) throw new DeskError('NOT_FOUND', 'That appointment no longer exists, or never did.')
      return { appointment, changes: (yield* changesOfAppointment(ctx.practiceId, appointmentId)).map((one) => one.change) }
    }),

  'setup.read': (ctx) => ctx.store.snapshot(() => loadSetup(ctx.practiceId)),
}
