import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { SetupView, WorkView } from '../ipc/views.ts'
import type { PracticeNow } from '../renderer/live/practice.ts'
import { timesIn } from '../renderer/ui/times.ts'
import { madeAlarm, madeAppointment, madeCallback, madeLead, madeMessage, madePatient } from './entities.ts'

/** Tuesday 3 March 2026, 10:42 in Chicago. */
export const NOW = '2026-03-03T16:42:00.000Z' as Instant
const EARLIER = '2026-03-03T16:00:00.000Z' as Instant
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

export const patient = (id: string, firstName: string, lastName: string): Patient =>
  madePatient(`${firstName} ${lastName}`, {
    id: id as Patient['id'],
    contactPoints: [{ phoneNumber: NUMBER, label: 'mobile', isPrimary: true, status: 'active' }],
  })
export const alarm = (part: Partial<Alarm> = {}): Alarm =>
  madeAlarm('alarm', {
    ...{ id: 'alarm' as Alarm['id'], description: 'face swollen', phoneNumber: NUMBER },
    ...{ raisedAt: EARLIER, nextStepAt: '2026-03-03T16:47:00.000Z' as Instant, ...part },
  })
export const lead = (part: Partial<Lead> = {}): Lead =>
  madeLead('lead', { id: 'lead' as Lead['id'], phoneNumber: NUMBER, reason: 'Cancelled, rebook', createdAt: EARLIER, ...part })
export const callback = (part: Partial<Callback> = {}): Callback =>
  madeCallback('callback', {
    ...{ id: 'callback' as Callback['id'], phoneNumber: NUMBER, reason: 'Insurance question' },
    ...{ dueAt: '2026-03-03T17:00:00.000Z' as Instant, createdAt: EARLIER, ...part },
  })
export const text = (body: string, part: Partial<Message> = {}): Message =>
  madeMessage(body, {
    ...{ id: body as Message['id'], patientNumber: NUMBER, attention: 'open', attentionReason: 'Not clear.' },
    ...{ reading: { intent: 'unclear', matched: [], rule: '' } as never, createdAt: EARLIER, ...part },
  })
export const visit = (id: string, startsAt: string, part: Partial<Appointment> = {}): Appointment =>
  madeAppointment(id, {
    ...{ id: id as Appointment['id'], patientId: 'ana' as Patient['id'], startsAt: startsAt as Instant },
    ...{ providerId: ID as never, operatoryId: ID as never, appointmentTypeId: ID as never },
    ...{ seenAt: EARLIER, createdAt: EARLIER, ...part },
  })
