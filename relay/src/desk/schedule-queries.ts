import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import {
  addDays,
  addMinutes,
  daysBetween,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
} from '@dentalanswer/shared/domain/practice-time.ts'
import { calendarOf, requireAnyType } from '../booking/calendar-of.ts'
import { findOpenSlots } from '../booking/find-open-slots.ts'
import { conflictsOf, requirePresent } from '../booking/find-place.ts'
import { nowOf } from '../ports/clock.ts'
import { appointmentsStarting, changesOfAppointment, openOpenings } from '../store/appointments.ts'
import { findPatients, requirePatient } from '../store/patients.ts'
import { entityTables } from '../store/registry.ts'
import { loadSetup } from '../store/setup.ts'
import { auditReading } from './audit-reading.ts'
import type { Queries } from './desk-context.ts'
import { slotOut } from './nearest-times.ts'

const LONGEST_RANGE_DAYS = 62

function instants(setup: Setup, from: LocalDate, to: LocalDate): { from: Instant; to: Instant } {
  if (daysBetween(from, to) < 0) throw new DeskError('BAD_INPUT', 'The range ends before it begins.')
  if (daysBetween(from, to) > LONGEST_RANGE_DAYS)
    throw new DeskError('RANGE_TOO_LONG', `Ask for at most ${LONGEST_RANGE_DAYS} days at a time.`)
  const zone = setup.practice.timeZone
  return { from: instantAt(from, 0, zone), to: instantAt(addDays(to, 1), 0, zone) }
}

const noAppointment = () => new DeskError('NOT_FOUND', 'That appointment no longer exists, or never did.')

export const scheduleQueries: Pick<Queries, 'schedule.range' | 'slots.find' | 'slots.check' | 'appointment.find' | 'setup.read'> = {
  'schedule.range': async (ctx, input) => {
    const shown = await ctx.store.snapshot(function* () {
      const setup = yield* loadSetup(ctx.practiceId)
      const span = instants(setup, input.from, input.to)
      const appointments = yield* appointmentsStarting(ctx.practiceId, span.from, span.to)
      return {
        appointments,
        openings: yield* openOpenings(ctx.practiceId, span.from, span.to),
        closures: setup.closures.filter((one) => one.startsAt < span.to && one.endsAt > span.from),
        patients: yield* findPatients(ctx.practiceId, [...new Set(appointments.map((one) => one.patientId))]),
      }
    })
    const detail = { from: input.from, to: input.to, patients: shown.patients.length }
    await ctx.store.write('read-schedule', () => auditReading(ctx, 'schedule.read', 'practice', ctx.practiceId, detail))
    return shown
  },

  'slots.find': (ctx, input) =>
    ctx.store.read(function* () {
      const setup = yield* loadSetup(ctx.practiceId)
      requirePresent(setup, { providerId: input.providerId ?? null, operatoryId: null })
      if (input.patientId) yield* requirePatient(ctx.practiceId, input.patientId)
      const slots = yield* findOpenSlots(setup, nowOf(ctx.clock), {
        ...input,
        providerId: input.providerId ?? null,
        patientId: input.patientId ?? null,
        by: 'staff',
      })
      return slots.map(slotOut)
    }),

  'slots.check': (ctx, input) =>
    ctx.store.read(function* () {
      const setup = yield* loadSetup(ctx.practiceId)
      const type = requireAnyType(setup, input.appointmentTypeId)
      requirePresent(setup, input)
      yield* requirePatient(ctx.practiceId, input.patientId)
      if (input.movingId && !(yield* entityTables.appointments.find(ctx.practiceId, input.movingId))) throw noAppointment()
      const date = localDateOf(input.startsAt, setup.practice.timeZone)
      const calendar = yield* calendarOf(setup, nowOf(ctx.clock), { ...input, from: date, to: date, by: 'staff' })
      const { candidate, conflicts } = conflictsOf(setup, type, calendar, input)
      return { conflicts, endsAt: addMinutes(input.startsAt, candidate.durationMinutes) }
    }),

  'appointment.find': (ctx, { appointmentId }) =>
    ctx.store.read(function* () {
      const appointment = yield* entityTables.appointments.find(ctx.practiceId, appointmentId)
      if (!appointment) throw noAppointment()
      return { appointment, changes: (yield* changesOfAppointment(ctx.practiceId, appointmentId)).map((one) => one.change) }
    }),

  'setup.read': (ctx) => ctx.store.snapshot(() => loadSetup(ctx.practiceId)),
}
