import type { DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { Appointment, Opening } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import { Practice, type Provider, type ProviderHours } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Thread } from '@dentalanswer/shared/domain/thread.ts'

// What tests keep in a cache. Short names become ids and numbers that pass the schemas.

/** A Tuesday, ten in the morning in Chicago. */
export const NOW = '2026-03-03T16:00:00.000Z' as Instant

/** The id of a short name; the same name is the same id. */
export function id<T extends string>(name: string | number): T {
  const hex = [...String(name)].map((letter) => letter.codePointAt(0)!.toString(16).padStart(2, '0')).join('')
  const padded = hex.padStart(30, '0').slice(-30)
  return `${padded.slice(0, 8)}-${padded.slice(8, 12)}-4${padded.slice(12, 15)}-8${padded.slice(15, 18)}-${padded.slice(18)}` as T
}

export const minutesLater = (minutes: number): Instant => addMinutes(NOW, minutes)
export const phone = (last: number) =>
  `+1512${String(5_550_000 + last).padStart(7, '0')}` as Patient['contactPoints'][number]['phoneNumber']

export function madePractice(over: Partial<Practice> = {}): Practice {
  const base = {
    name: 'Oak Dental',
    textName: 'Oak Dental',
    phoneNumber: phone(1),
    country: 'US',
    timeZone: 'America/Chicago',
    settings: {},
  }
  return { ...Practice.parse({ ...base, id: id('practice'), setupVersion: 1 }), ...over }
}

export const madeProvider = (over: Partial<Provider> = {}): Provider => ({
  id: id('patel'),
  name: 'Dr. Patel',
  spokenName: 'Doctor Patel',
  role: 'dentist',
  active: true,
  position: 0,
  ...over,
})

/** Monday to Friday, eight to five. */
export function madeHours(over: Partial<ProviderHours> = {}): ProviderHours {
  const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '08:00', endsAt: '17:00' })) as ProviderHours['shifts']
  return { providerId: id('patel'), shifts, ...over }
}

export function madePatient(name: string, over: Partial<Patient> & { numbers?: number[] } = {}): Patient {
  const { numbers = [], ...rest } = over
  const [firstName = 'Ana', lastName = 'Garcia'] = name.split(' ')
  return {
    id: id(name),
    firstName,
    lastName,
    birthDate: null,
    language: 'en',
    isNew: false,
    guardianId: null,
    note: '',
    contactPoints: numbers.map((last, at) => ({ phoneNumber: phone(last), label: 'mobile', isPrimary: at === 0, status: 'active' })),
    source: 'desk',
    mergedIntoId: null,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    ...rest,
  }
}

export function madeAppointment(name: string, over: Partial<Appointment> = {}): Appointment {
  const startsAt = over.startsAt ?? NOW
  return {
    id: id(name),
    patientId: id('Ana Garcia'),
    providerId: id('patel'),
    operatoryId: id('room'),
    appointmentTypeId: id('cleaning'),
    startsAt,
    endsAt: addMinutes(startsAt, 60),
    releasedAt: addMinutes(startsAt, 70),
    status: 'booked',
    confirmation: 'unconfirmed',
    confirmedAt: null,
    cancelledAt: null,
    cancellationReason: null,
    note: '',
    overbookReason: null,
    bookedBy: 'desk',
    sourceCallId: null,
    sourceMessageId: null,
    calendarEventId: null,
    seenAt: null,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    ...over,
  }
}

export function madeMessage(name: string, over: Partial<Message> = {}): Message {
  return {
    id: id(name),
    direction: 'inbound',
    fromNumber: phone(100),
    toNumber: phone(1),
    patientNumber: phone(100),
    body: name,
    purpose: 'reply',
    asked: 'none',
    relatedType: null,
    relatedId: null,
    provider: 'twilio',
    providerMessageId: null,
    status: 'received',
    errorCode: null,
    error: null,
    segments: 1,
    mediaCount: 0,
    sentBy: 'patient',
    sourceCallId: null,
    reading: null,
    attention: 'none',
    attentionReason: null,
    sendAfter: null,
    createdAt: NOW,
    sentAt: null,
    receivedAt: NOW,
    deliveredAt: null,
    ...over,
  }
}

export function madeCall(name: string, over: Partial<Call> = {}): Call {
  return {
    id: id(name),
    externalId: name,
    phoneNumberId: null,
    direction: 'inbound',
    callerNumber: phone(100),
    status: 'in_progress',
    startedAt: NOW,
    endedAt: null,
    endedReason: null,
    summary: null,
    structuredData: null,
    successEvaluation: null,
    costMicrodollars: null,
    recordingRef: null,
    urgency: 'none',
    provenPatientIds: [],
    difference: null,
    hasReport: false,
    takenOverBy: null,
    takenOverAt: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...over,
  }
}

export const madeTurn = (call: string, position: number, text = `turn ${position}`): CallTurn => ({
  callId: id(call),
  position,
  role: 'caller',
  text,
  at: NOW,
})

export const madeLead = (name: string, over: Partial<Lead> = {}): Lead => ({
  id: id(name),
  kind: 'rebook',
  patientId: null,
  phoneNumber: null,
  appointmentId: null,
  callId: null,
  messageId: null,
  reason: 'Cancelled by text',
  note: '',
  owner: null,
  snoozedUntil: null,
  status: 'open',
  outcome: null,
  createdAt: NOW,
  doneAt: null,
  ...over,
})

export const madeCallback = (name: string, over: Partial<Callback> = {}): Callback => ({
  id: id(name),
  patientId: null,
  callerName: null,
  phoneNumber: null,
  reason: 'Asked for a call',
  note: '',
  urgency: 'routine',
  dueAt: NOW,
  owner: null,
  status: 'open',
  outcome: null,
  callId: null,
  messageId: null,
  createdAt: NOW,
  doneAt: null,
  ...over,
})

export const madeAlarm = (name: string, over: Partial<Alarm> = {}): Alarm => ({
  id: id(name),
  description: 'Bleeding that does not stop',
  matched: ['bleeding'],
  phoneNumber: null,
  callerName: null,
  patientId: null,
  callId: null,
  messageId: null,
  raisedAt: NOW,
  ladderStep: 0,
  nextStepAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  ...over,
})

export const madeChange = (name: string, over: Partial<Change> = {}): Change => ({
  id: id(name),
  action: 'appointment.cancelled',
  appointmentId: id('visit'),
  by: 'text',
  why: { rule: 'cancel', matched: ['cancel'] },
  callId: null,
  messageId: null,
  at: NOW,
  undoneAt: null,
  ...over,
})

export const madeOpening = (name: string, over: Partial<Opening> = {}): Opening => ({
  id: id(name),
  providerId: id('patel'),
  operatoryId: id('room'),
  startsAt: NOW,
  endsAt: addMinutes(NOW, 60),
  fromAppointmentId: id('visit'),
  status: 'open',
  createdAt: NOW,
  updatedAt: NOW,
  ...over,
})

export const madeOptOut = (last: number, over: Partial<OptOut> = {}): OptOut => ({
  phoneNumber: phone(last),
  source: 'carrier_word',
  messageId: null,
  optedOutAt: NOW,
  optedInAt: null,
  ...over,
})

export const madeThread = (last: number, over: Partial<Thread> = {}): Thread => ({
  phoneNumber: phone(last),
  takenOverBy: null,
  takenOverAt: null,
  snoozedUntil: null,
  updatedAt: NOW,
  ...over,
})

export function madeSnapshot(entities: DeskEvent['changed'] = {}, seq = 0, at: Instant = NOW): DeskOutput<'snapshot.take'> {
  const setup = { practice: [madePractice()], providers: [madeProvider()], hours: [madeHours()] }
  return { seq, at, contractVersion: 1, entities: { ...setup, ...entities } }
}

export const madeEvent = (seq: number, changed: DeskEvent['changed'], over: Partial<DeskEvent> = {}): DeskEvent => ({
  seq,
  type: 'appointment.changed',
  at: minutesLater(seq),
  by: { kind: 'system', id: null },
  changed,
  ...over,
})
