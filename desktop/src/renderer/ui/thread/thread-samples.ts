import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadView } from '../../../ipc/views.ts'
import { timesIn } from '../times.ts'

/** Made-up texts, visits and people for tests: Tuesday 3 March 2026, 10:42 in Chicago. */
export const NOW = '2026-03-03T16:42:00.000Z' as Instant
export const NUMBER = '+15125550199' as Message['patientNumber']
export const OURS = '+15125550100' as Message['patientNumber']
export const say = { times: timesIn('America/Chicago' as never, 'en-US'), today: '2026-03-03' as LocalDate, now: NOW }

/** "09:30" of that Tuesday, or of another day of March. */
export const at = (clock: string, day = 3): Instant => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return new Date(Date.UTC(2026, 2, day, hours + 6, minutes)).toISOString() as Instant
}

export const person = (id: string, firstName: string, part: Partial<Patient> = {}): Patient =>
  ({
    ...{ id, firstName, lastName: 'Garcia', birthDate: '1988-04-12', language: 'en', isNew: false, guardianId: null, note: '' },
    contactPoints: [{ phoneNumber: NUMBER, label: 'mobile', isPrimary: true, status: 'active' }],
    ...part,
  }) as never

export const visit = (id: string, startsAt: Instant, part: Partial<Appointment> = {}): Appointment =>
  ({
    ...{ id, patientId: 'ana', startsAt, status: 'booked', confirmation: 'unconfirmed', confirmedAt: null, note: '', version: 1 },
    ...{
      endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
      appointmentTypeId: 'cleaning',
      providerId: 'kim',
      operatoryId: 'op3',
    },
    ...part,
  }) as never

export const text = (id: string, part: Partial<Message> = {}): Message => {
  const createdAt = part.createdAt ?? at('8:11')
  return {
    ...{ id, direction: 'inbound', patientNumber: NUMBER, fromNumber: NUMBER, toNumber: OURS, body: id, purpose: 'reply', asked: 'none' },
    ...{ relatedType: null, relatedId: null, status: 'received', errorCode: null, error: null, segments: 1, mediaCount: 0 },
    ...{ sentBy: 'patient', reading: null, attention: 'none', attentionReason: null, sendAfter: null, sentAt: null, receivedAt: null },
    createdAt,
    ...part,
  } as never
}

export const ours = (id: string, part: Partial<Message> = {}): Message =>
  text(id, {
    direction: 'outbound',
    sentBy: 'machine',
    status: 'delivered',
    purpose: 'confirmation_request',
    asked: 'appointment',
    ...part,
  })

export const change = (id: string, part: Partial<Change> = {}): Change =>
  ({
    ...{ id, action: 'appointment.confirmed', appointmentId: 'visit', by: 'text', why: { rule: 'letter', matched: ['C'] } },
    ...{ callId: null, messageId: null, at: at('8:11'), undoneAt: null },
    ...part,
  }) as never

export const optOut = (part: Partial<OptOut> = {}): OptOut =>
  ({ phoneNumber: NUMBER, source: 'carrier_word', messageId: null, optedOutAt: at('9:00'), optedInAt: null, ...part }) as never

export const thread = (part: Partial<ThreadView> = {}): ThreadView => ({
  ...{ phoneNumber: NUMBER, messages: [], hasOlder: false, patients: [], appointments: [], changes: [] },
  ...{ alarms: [], leads: [], callbacks: [], optOut: null, thread: null },
  ...part,
})
