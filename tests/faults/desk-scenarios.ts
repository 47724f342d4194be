import { randomUUID } from 'node:crypto'
import type { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import type { AppointmentId, AppointmentTypeId, CallId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect } from 'vitest'
import { booked, command, type LabCall, startOn, workingDay } from './booking-scenarios.ts'
import type { Scenario } from './die-everywhere.ts'
import { type Lab, newNumber } from './fault-lab.ts'

type Client = ReturnType<typeof deskClient>
type Asked<S> = Omit<Scenario<S & { client: Client; key: string }>, 'covers'>

/** The caller of a booking has an older record, into which the new one goes. */
export function mergeAtDesk(lab: Lab): Asked<{ keepId: PatientId; mergeId: PatientId; appointmentId: AppointmentId }> {
  return {
    async prepare(practice) {
      const { appointmentId } = await booked(lab, practice)
      await lab.sandbox.twilio.flush()
      const { client } = await practice.pair()
      const { appointment } = await client.call('appointment.find', { appointmentId })
      const { id: keepId } = await client.call('patient.create', { firstName: 'Anna', lastName: 'Garcia' })
      return { client, key: randomUUID(), keepId, mergeId: appointment.patientId, appointmentId }
    },
    act: ({ client, key, keepId, mergeId }) => command(client, 'patient.merge', { keepId, mergeId }, key),
    async check({ keepId, mergeId, appointmentId }, practice) {
      const rows = (columns: string, table: string) => lab.sql(`select ${columns} from ${table} where practice_id = ?`, [practice.id])
      expect(await rows('id, patient_id, version', 'appointments')).toEqual([{ id: appointmentId, patient_id: keepId, version: 2 }])
      const patients = await rows('id, merged_into_id', 'patients')
      expect(Object.fromEntries(patients.map((one) => [one.id, one.merged_into_id]))).toEqual({ [keepId]: null, [mergeId]: keepId })
      const audit = (await rows('action', 'audit_log')).map((line) => line.action)
      expect(audit.filter((action) => action === 'patient.merged')).toHaveLength(1)
    },
  }
}

/** Where it is day now: at night nobody may be asked. */
const DAYTIME: TimeZone[] = ['America/Chicago', 'Pacific/Honolulu', 'Asia/Tokyo', 'Europe/Paris'] as TimeZone[]
function zoneByDay(): TimeZone {
  const hourIn = (zone: string) => Temporal.Now.zonedDateTimeISO(zone).hour
  return DAYTIME.find((zone) => hourIn(zone) >= 9 && hourIn(zone) < 20)!
}

export function askAtDesk(lab: Lab): Asked<{ appointmentId: AppointmentId }> {
  return {
    async prepare(practice) {
      const { client } = await practice.pair()
      // Its area code lives by no known clock, so only the practice's counts.
      const phoneNumber = newNumber('737').replace('+1737', '+1671') as PhoneNumber
      const contactPoints = [{ phoneNumber, label: 'mobile' as const, isPrimary: true }]
      const { id: patientId } = await client.call('patient.create', { firstName: 'Olga', lastName: 'Stone', contactPoints })
      const [type] = await lab.sql(`select id from appointment_types where practice_id = ? and name = 'Filling'`, [practice.id])
      const appointmentTypeId = String(type?.id) as AppointmentTypeId
      const visit = { patientId, appointmentTypeId, startsAt: startOn(workingDay(), 9), sendText: false }
      const { id: appointmentId } = await client.call('appointment.book', visit)
      await client.call('practice.change', { timeZone: zoneByDay() })
      return { client, key: randomUUID(), appointmentId }
    },
    act: ({ client, key, appointmentId }) => command(client, 'appointment.ask', { appointmentId }, key),
    async check({ appointmentId }, practice) {
      const texts = await lab.sql('select purpose, related_id, status from messages where practice_id = ?', [practice.id])
      expect(texts).toEqual([
        { purpose: 'confirmation_request', related_id: appointmentId, status: expect.stringMatching(/^(deliver|unknow)/) },
      ])
    },
  }
}

export function takeOverAtDesk(lab: Lab): Asked<{ call: LabCall; callId: CallId }> {
  const asksOf = (call: LabCall) => lab.sandbox.vapi.requests().filter((one) => one.path.includes(call.id) && one.path.endsWith('/control'))
  return {
    async prepare(practice) {
      const { client } = await practice.pair()
      await client.call('practice.change', { settings: { transferNumber: newNumber('737') } })
      const call = await practice.call(newNumber('737'))
      const [row] = await lab.sql('select id from calls where practice_id = ?', [practice.id])
      return { client, key: randomUUID(), call, callId: String(row?.id) as CallId }
    },
    act: ({ client, key, callId }) => command(client, 'call.takeOver', { callId, by: 'Kim' }, key),
    async check({ call }, practice) {
      expect(asksOf(call), 'how often the transfer was asked for').toHaveLength(1)
      await lab.sandbox.vapi.flush()
      const calls = await lab.sql('select status, ended_reason, taken_over_by, control_url from calls where practice_id = ?', [practice.id])
      expect(calls).toEqual([{ status: 'ended', ended_reason: 'assistant-forwarded-call', taken_over_by: 'Kim', control_url: null }])
      expect(await lab.sql('select id from callbacks where practice_id = ?', [practice.id])).toEqual([])
      expect(await lab.sql('select kind, state from outbox where practice_id = ?', [practice.id])).toEqual([
        { kind: 'call.transfer', state: 'done' },
      ])
    },
  }
}
