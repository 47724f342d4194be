import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { CallsView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { timesIn } from '../../ui/times.ts'

// Tuesday 3 March 2026 in Chicago. Only tests of this folder use this file; what they do not look at is left out of a sample.
export const NUMBER = '+15125550199' as NonNullable<Call['callerNumber']>
export const practice = {
  times: timesIn('America/Chicago' as never, 'en-US'),
  today: '2026-03-03',
  typeName: () => 'Cleaning',
  phone: (number: string) => number,
} as unknown as PracticeNow

export const call = (part: Partial<Call> = {}): Call =>
  ({
    ...{ id: 'call', direction: 'inbound', callerNumber: NUMBER, status: 'ended', endedReason: 'customer-ended-call' },
    ...{ startedAt: '2026-03-03T16:00:00.000Z', endedAt: '2026-03-03T16:01:12.000Z', createdAt: '2026-03-03T16:00:00.000Z' },
    ...{ summary: null, successEvaluation: null, urgency: 'none', provenPatientIds: [], difference: null, hasReport: true },
    ...{ takenOverBy: null, structuredData: null, costMicrodollars: null, recordingRef: null },
    ...part,
  }) as never
export const change = (part: Partial<Change> = {}): Change =>
  ({
    ...{ id: 'change', action: 'appointment.booked', appointmentId: 'visit', by: 'voice', callId: 'call', undoneAt: null },
    why: { rule: 'booked-in-call', matched: [] },
    ...part,
  }) as never
export const visit = (part: Partial<Appointment> = {}): Appointment =>
  ({ id: 'visit', patientId: 'ana', startsAt: '2026-03-06T17:00:00.000Z', status: 'booked', ...part }) as never
export const callback = (part: Partial<Callback> = {}): Callback =>
  ({ id: 'callback', callId: 'call', callerName: null, status: 'open', dueAt: '2026-03-03T17:00:00.000Z', ...part }) as never
export const lead = (part: Partial<Lead> = {}): Lead => ({ id: 'lead', callId: 'call', kind: 'urgent', status: 'open', ...part }) as never
export const alarm = (part: Partial<Alarm> = {}): Alarm =>
  ({ id: 'alarm', callId: 'call', callerName: null, acknowledgedAt: null, ...part }) as never
export const patient = (id: string, firstName: string, lastName: string, number: string = NUMBER): Patient =>
  ({ id, firstName, lastName, mergedIntoId: null, contactPoints: [{ phoneNumber: number, status: 'active', isPrimary: true }] }) as never
export const turn = (position: number, role: CallTurn['role'], text: string, second = position): CallTurn =>
  ({ callId: 'call', position, role, text, at: `2026-03-03T16:00:${String(second).padStart(2, '0')}.000Z` }) as never
export const view = (part: Partial<CallsView> = {}): CallsView => ({
  ...{ calls: [call()], patients: [], changes: [], appointments: [], callbacks: [], leads: [], alarms: [] },
  ...part,
})
