import type { Changed, DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Alarm } from '@dentalanswer/shared/domain/follow-up.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import type { AppliedChange } from '../main/core/core-options.ts'

// Entities for the tests of notices: only what those read, so a cast stands in for the rest.

export const NOW = '2026-03-03T15:00:00.000Z'
export const PHONE = '+12125550142'
export const practice = { id: 'p', name: 'Maple Dental', timeZone: 'America/New_York', country: 'US' } as unknown as Practice

export const patient = (over: Partial<Record<keyof Patient, unknown>> = {}) =>
  ({
    id: 'ana',
    firstName: 'Ana',
    lastName: 'Garcia',
    contactPoints: [{ phoneNumber: PHONE, label: 'mobile', isPrimary: true, status: 'active' }],
    ...over,
  }) as unknown as Patient

export const appointment = (over: Partial<Record<keyof Appointment, unknown>> = {}) =>
  ({ id: 'a1', patientId: 'ana', startsAt: '2026-03-03T19:30:00.000Z', status: 'booked', ...over }) as unknown as Appointment

export const call = (over: Partial<Record<keyof Call, unknown>> = {}) =>
  ({
    id: 'c1',
    direction: 'inbound',
    callerNumber: PHONE,
    status: 'in_progress',
    urgency: 'none',
    takenOverBy: null,
    createdAt: NOW,
    ...over,
  }) as unknown as Call

export const alarm = (over: Partial<Record<keyof Alarm, unknown>> = {}) =>
  ({
    id: 'al1',
    description: 'Face is swollen, fever since last night',
    phoneNumber: PHONE,
    callerName: null,
    patientId: null,
    acknowledgedAt: null,
    ...over,
  }) as unknown as Alarm

export const optOut = (over: Partial<Record<keyof OptOut, unknown>> = {}) =>
  ({ phoneNumber: PHONE, source: 'carrier_word', optedOutAt: NOW, optedInAt: null, ...over }) as unknown as OptOut

export const change = (over: Partial<Record<keyof Change, unknown>> = {}) =>
  ({ id: 'ch1', action: 'appointment.cancelled', appointmentId: 'a1', by: 'text', ...over }) as unknown as Change

type Happens = { by?: DeskEvent['by']['kind']; type?: DeskEvent['type']; changed: Changed; before?: Changed }

/** An applied event; by a text unless said otherwise. */
export const applied = ({ by = 'text', type = 'message.received', changed, before = {} }: Happens, isCatchUp = false): AppliedChange => ({
  event: { seq: 1, type, at: NOW, by: { kind: by, id: null }, changed } as DeskEvent,
  before,
  isOwn: false,
  isCatchUp,
  practice,
})
