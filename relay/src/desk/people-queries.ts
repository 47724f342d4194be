import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import { isLocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import { nowOf } from '../ports/clock.ts'
import { appointmentsOfPatient, changesInCall, upcomingAppointments } from '../store/appointments.ts'
import { callsBefore, turnsOfCall } from '../store/calls.ts'
import { listDevices } from '../store/devices.ts'
import { followUpsOfCall, listCallbacks, listLeads, listOpenAlarms } from '../store/follow-ups.ts'
import { listThreads, threadBefore } from '../store/messages.ts'
import { activeOptOut } from '../store/opt-outs.ts'
import { pageStart } from '../store/page-before.ts'
import { patientsOnNumber, requirePatient, searchPatients } from '../store/patients.ts'
import { entityTables } from '../store/registry.ts'
import { auditLinesOf } from './audit-lines.ts'
import { auditPatientReading, auditReading } from './audit-reading.ts'
import type { Queries } from './desk-context.ts'

type PeopleQueries = Pick<
  Queries,
  | 'patient.search'
  | 'patient.find'
  | 'household.find'
  | 'thread.list'
  | 'thread.read'
  | 'call.list'
  | 'call.find'
  | 'lead.list'
  | 'callback.list'
  | 'alarm.list'
  | 'device.list'
>

export const peopleQueries: PeopleQueries = {
  'patient.search': (ctx, input) => {
    const digits = input.text.replace(/\D/g, '')
    const birthDate = isLocalDate(input.text) ? input.text : null
    const isNumber = !birthDate && digits.length >= 4 && /^[\d\s()+.-]+$/.test(input.text)
    const words = birthDate || isNumber ? [] : fold(input.text).split(' ').filter(Boolean).slice(0, 6)
    if (words.length === 0 && !birthDate && !isNumber) return Promise.resolve([])
    return ctx.store.write('search-patients', function* () {
      const found = yield* searchPatients(ctx.practiceId, { words, birthDate, digits: isNumber ? digits : null }, input.limit)
      yield* auditReading(ctx, 'patient.searched', 'practice', ctx.practiceId, { patientIds: found.map((one) => one.id) })
      return found
    })
  },

  'patient.find': (ctx, { patientId }) =>
    ctx.store.write('read-patient', function* () {
      const patient = yield* requirePatient(ctx.practiceId, patientId)
      yield* auditPatientReading(ctx, patientId)
      const household: Patient[] = []
      const optOuts: OptOut[] = []
      for (const { phoneNumber } of patient.contactPoints.filter((one) => one.status !== 'removed')) {
        household.push(
          ...(yield* patientsOnNumber(ctx.practiceId, phoneNumber)).filter(
            (one) => one.id !== patientId && !household.some((known) => known.id === one.id),
          ),
        )
        const optOut = yield* activeOptOut(ctx.practiceId, phoneNumber)
        if (optOut) optOuts.push(optOut)
      }
      return {
        patient,
        household,
        optOuts,
        appointments: yield* appointmentsOfPatient(ctx.practiceId, patientId, 200),
        audit: yield* auditLinesOf(ctx.practiceId, patientId),
      }
    }),

  'household.find': (ctx, { phoneNumber }) =>
    ctx.store.write('read-household', function* () {
      yield* auditReading(ctx, 'household.read', 'household', phoneNumber)
      const patients = yield* patientsOnNumber(ctx.practiceId, phoneNumber)
      const upcoming = []
      for (const patient of patients) upcoming.push(...(yield* upcomingAppointments(ctx.practiceId, patient.id, nowOf(ctx.clock))))
      return { phoneNumber, patients, upcoming, optOut: yield* activeOptOut(ctx.practiceId, phoneNumber) }
    }),

  'thread.list': (ctx, input) =>
    ctx.store.write('list-threads', function* () {
      const threads = yield* listThreads(ctx.practiceId, input.filter, pageStart(input), input.limit)
      const out = []
      for (const { newest, open } of threads)
        out.push({
          newest,
          openCount: open,
          patients: yield* patientsOnNumber(ctx.practiceId, newest.patientNumber),
          optOut: yield* activeOptOut(ctx.practiceId, newest.patientNumber),
        })
      yield* auditReading(ctx, 'thread.listed', 'practice', ctx.practiceId, { threads: out.length })
      return out
    }),

  'thread.read': (ctx, input) =>
    ctx.store.write('read-thread', function* () {
      yield* auditReading(ctx, 'thread.read', 'thread', input.phoneNumber)
      return yield* threadBefore(ctx.practiceId, input.phoneNumber, pageStart(input), input.limit)
    }),

  'call.list': (ctx, input) => ctx.store.read(() => callsBefore(ctx.practiceId, pageStart(input), input.limit)),

  'call.find': (ctx, { callId }) =>
    ctx.store.write('read-call', function* () {
      const call = yield* entityTables.calls.find(ctx.practiceId, callId)
      if (!call) throw new DeskError('NOT_FOUND', 'That call no longer exists, or never did.')
      yield* auditReading(ctx, 'call.read', 'call', callId)
      const changes = yield* changesInCall(ctx.practiceId, callId)
      return {
        call,
        turns: yield* turnsOfCall(ctx.practiceId, callId),
        changes: changes.map((one) => one.change),
        ...(yield* followUpsOfCall(ctx.practiceId, callId)),
      }
    }),

  'lead.list': (ctx, input) => ctx.store.read(() => listLeads(ctx.practiceId, input.status, input.limit)),
  'callback.list': (ctx, input) => ctx.store.read(() => listCallbacks(ctx.practiceId, input.status, input.limit)),
  'alarm.list': (ctx) => ctx.store.read(() => listOpenAlarms(ctx.practiceId)),
  'device.list': (ctx) => ctx.store.read(() => listDevices(ctx.practiceId)),
}
