import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import { addMinutes, type Instant, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadView } from '../ipc/views.ts'
import { timesIn } from '../renderer/ui/times.ts'
import { madeAppointment, madeChange, madeMessage, madeOptOut, madePatient } from './entities.ts'

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
  madePatient(`${firstName} Garcia`, {
    ...{ id: id as Patient['id'], birthDate: '1988-04-12' as LocalDate },
    contactPoints: [{ phoneNumber: NUMBER, label: 'mobile', isPrimary: true, status: 'active' }],
    ...part,
  })

export const visit = (id: string, startsAt: Instant, part: Partial<Appointment> = {}): Appointment =>
  madeAppointment(id, {
    ...{ id: id as Appointment['id'], patientId: 'ana' as Patient['id'], startsAt, endsAt: addMinutes(startsAt, 30) },
    ...{ appointmentTypeId: 'cleaning' as never, providerId: 'kim' as never, operatoryId: 'op3' as never, ...part },
  })

export const text = (id: string, part: Partial<Message> = {}): Message =>
  madeMessage(id, {
    ...{ id: id as Message['id'], patientNumber: NUMBER, fromNumber: NUMBER, toNumber: OURS, createdAt: at('8:11'), receivedAt: null },
    ...part,
  })

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
  madeChange(id, {
    ...{ id: id as Change['id'], action: 'appointment.confirmed', appointmentId: 'visit' as Appointment['id'] },
    ...{ why: { rule: 'letter', matched: ['C'] }, at: at('8:11'), ...part },
  })

export const optOut = (part: Partial<OptOut> = {}): OptOut => madeOptOut(0, { phoneNumber: NUMBER, optedOutAt: at('9:00'), ...part })

export const thread = (part: Partial<ThreadView> = {}): ThreadView => ({
  ...{ phoneNumber: NUMBER, messages: [], hasOlder: false, patients: [], appointments: [], changes: [] },
  ...{ alarms: [], leads: [], callbacks: [], optOut: null, thread: null },
  ...part,
})
