import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CallsView } from '../ipc/views.ts'
import type { PracticeNow } from '../renderer/live/practice.ts'
import { timesIn } from '../renderer/ui/times.ts'
import { madeAlarm, madeAppointment, madeCall, madeCallback, madeChange, madeLead, madePatient, madeTurn, NOW } from './entities.ts'

// Tuesday 3 March 2026 in Chicago.
export const NUMBER = '+15125550199' as NonNullable<Call['callerNumber']>
export const practice = {
  times: timesIn('America/Chicago' as never, 'en-US'),
  today: '2026-03-03',
  typeName: () => 'Cleaning',
  phone: (number: string) => number,
} as unknown as PracticeNow

const NAME = { call: 'call' as Call['id'], visit: 'visit' as Appointment['id'] }

export const call = (part: Partial<Call> = {}): Call =>
  madeCall('call', {
    ...{ id: NAME.call, callerNumber: NUMBER, status: 'ended', endedReason: 'customer-ended-call', hasReport: true },
    ...{ startedAt: second(0), endedAt: second(72), createdAt: second(0) },
    ...part,
  })
export const change = (part: Partial<Change> = {}): Change =>
  madeChange('change', {
    ...{ action: 'appointment.booked', appointmentId: NAME.visit, by: 'voice', callId: NAME.call },
    ...{ why: { rule: 'booked-in-call', matched: [] }, ...part },
  })
export const visit = (part: Partial<Appointment> = {}): Appointment =>
  madeAppointment('visit', { id: NAME.visit, patientId: 'ana' as Patient['id'], startsAt: '2026-03-06T17:00:00.000Z' as Instant, ...part })
export const callback = (part: Partial<Callback> = {}): Callback =>
  madeCallback('callback', { callId: NAME.call, dueAt: '2026-03-03T17:00:00.000Z' as Instant, ...part })
export const lead = (part: Partial<Lead> = {}): Lead => madeLead('lead', { callId: NAME.call, kind: 'urgent', ...part })
export const alarm = (part: Partial<Alarm> = {}): Alarm => madeAlarm('alarm', { callId: NAME.call, ...part })
export const patient = (id: string, firstName: string, lastName: string, number: string = NUMBER): Patient =>
  madePatient(`${firstName} ${lastName}`, {
    id: id as Patient['id'],
    contactPoints: [{ phoneNumber: number as typeof NUMBER, label: 'mobile', isPrimary: true, status: 'active' }],
  })
export const turn = (position: number, role: CallTurn['role'], text: string, at = position): CallTurn => ({
  ...madeTurn('call', position, text),
  role,
  at: second(at),
})
export const view = (part: Partial<CallsView> = {}): CallsView => ({
  ...{ calls: [call()], patients: [], changes: [], appointments: [], callbacks: [], leads: [], alarms: [] },
  ...part,
})

function second(at: number): Instant {
  return new Date(Date.parse(NOW) + at * 1000).toISOString() as Instant
}
