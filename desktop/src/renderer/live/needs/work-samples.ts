import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { SetupView, WorkView } from '../../../ipc/views.ts'
import { timesIn } from '../../ui/times.ts'
import type { PracticeNow } from '../practice.ts'

/** Tuesday 3 March 2026, 10:42 in Chicago. Only tests of the rows use this file. */
export const NOW = '2026-03-03T16:42:00.000Z' as Instant
const EARLIER = '2026-03-03T16:00:00.000Z'
const ID = '00000000-0000-4000-8000-000000000001'
export const NUMBER = '+15125550199' as Message['patientNumber']
export const nothing: WorkView = {
  ...{ alarms: [], leads: [], callbacks: [], messages: [], changes: [], openings: [], calls: [], callTurns: [], threads: [], optOuts: [] },
  ...{ appointments: [], patients: [] },
}

export const practice = {
  setup: {
    practice: { timeZone: 'America/Chicago', settings: { onCall: [{ name: 'Dr. Osei', phoneNumber: '+15125550190' }] } },
    ...{ providers: [], operatories: [], appointmentTypes: [], closures: [], phoneNumbers: [], devices: [] },
    hours: [{ providerId: ID, shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '08:00', endsAt: '17:00' })) }],
  } as unknown as SetupView,
  times: timesIn('America/Chicago' as never, 'en-US'),
  today: '2026-03-03',
  providerName: () => 'Dr. Osei',
  operatoryName: () => 'Op 2',
  typeName: () => 'Cleaning',
  phone: (number: string) => number,
} as unknown as PracticeNow

// What a row does not look at is left out of its sample.
export const patient = (id: string, firstName: string, lastName: string): Patient =>
  ({
    id,
    firstName,
    lastName,
    mergedIntoId: null,
    contactPoints: [{ phoneNumber: NUMBER, label: 'mobile', isPrimary: true, status: 'active' }],
  }) as never
export const alarm = (part: Partial<Alarm> = {}): Alarm =>
  ({
    ...{ id: 'alarm', description: 'face swollen', phoneNumber: NUMBER, patientId: null, callId: null, messageId: null, callerName: null },
    ...{ raisedAt: EARLIER, ladderStep: 0, nextStepAt: '2026-03-03T16:47:00.000Z', acknowledgedAt: null },
    ...part,
  }) as never
export const lead = (part: Partial<Lead> = {}): Lead =>
  ({
    ...{
      id: 'lead',
      kind: 'rebook',
      patientId: null,
      phoneNumber: NUMBER,
      appointmentId: null,
      callId: null,
      messageId: null,
      owner: null,
    },
    ...{ reason: 'Cancelled, rebook', snoozedUntil: null, status: 'open', createdAt: EARLIER },
    ...part,
  }) as never
export const callback = (part: Partial<Callback> = {}): Callback =>
  ({
    ...{
      id: 'callback',
      patientId: null,
      callerName: null,
      phoneNumber: NUMBER,
      reason: 'Insurance question',
      urgency: 'routine',
      owner: null,
    },
    ...{ dueAt: '2026-03-03T17:00:00.000Z', status: 'open', callId: null, messageId: null, createdAt: EARLIER },
    ...part,
  }) as never
export const text = (body: string, part: Partial<Message> = {}): Message =>
  ({
    ...{
      id: body,
      direction: 'inbound',
      patientNumber: NUMBER,
      body,
      status: 'received',
      attention: 'open',
      attentionReason: 'Not clear.',
    },
    ...{ reading: { intent: 'unclear', matched: [], rule: '' }, createdAt: EARLIER, error: null },
    ...part,
  }) as never
export const visit = (id: string, startsAt: string, part: Partial<Appointment> = {}): Appointment =>
  ({
    ...{ id, patientId: 'ana', providerId: ID, operatoryId: ID, appointmentTypeId: ID, startsAt, status: 'booked', bookedBy: 'desk' },
    ...{ confirmation: 'unconfirmed', seenAt: EARLIER, createdAt: EARLIER },
    ...part,
  }) as never
