import type { Appointment, Opening } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Device } from '@dentalanswer/shared/domain/device.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { ContactPoint, OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { AppointmentType, Closure, Operatory, Practice, Provider } from '@dentalanswer/shared/domain/practice.ts'
import type { Thread } from '@dentalanswer/shared/domain/thread.ts'
import { flag, integer, json, nullable, text } from './columns.ts'

// What each table keeps of its entity, field by field. The column is the field's name in snake case.

export const practiceColumns = {
  id: text<Practice['id']>(),
  name: text(),
  textName: text(),
  phoneNumber: text<Practice['phoneNumber']>(),
  country: text(),
  timeZone: text<Practice['timeZone']>(),
  settings: json<Practice['settings']>(),
  setupVersion: integer(),
}

export const providerColumns = {
  id: text<Provider['id']>(),
  name: text(),
  spokenName: text(),
  role: text<Provider['role']>(),
  active: flag(),
  position: integer(),
}

export const operatoryColumns = { id: text<Operatory['id']>(), name: text(), active: flag(), position: integer() }

export const appointmentTypeColumns = {
  id: text<AppointmentType['id']>(),
  name: text(),
  spokenNames: json<string[]>(),
  durationMinutes: integer(),
  bufferMinutes: integer(),
  providers: json<AppointmentType['providers']>(),
  operatoryIds: json<AppointmentType['operatoryIds']>(),
  patients: text<AppointmentType['patients']>(),
  minimumAge: nullable(integer()),
  maximumAge: nullable(integer()),
  isEmergency: flag(),
  dentistCheckMinutes: integer(),
  maxPerDay: nullable(integer()),
  bookableByVoice: flag(),
  active: flag(),
  position: integer(),
}

export const closureColumns = {
  id: text<Closure['id']>(),
  kind: text<Closure['kind']>(),
  providerId: nullable(text<NonNullable<Closure['providerId']>>()),
  operatoryId: nullable(text<NonNullable<Closure['operatoryId']>>()),
  startsAt: text<Closure['startsAt']>(),
  endsAt: text<Closure['endsAt']>(),
  releasedAt: nullable(text<NonNullable<Closure['releasedAt']>>()),
  reason: text(),
  removedAt: nullable(text<NonNullable<Closure['removedAt']>>()),
}

export const patientColumns = {
  id: text<Patient['id']>(),
  firstName: text(),
  lastName: text(),
  birthDate: nullable(text<NonNullable<Patient['birthDate']>>()),
  language: text<Patient['language']>(),
  isNew: flag(),
  guardianId: nullable(text<NonNullable<Patient['guardianId']>>()),
  note: text(),
  source: text<Patient['source']>(),
  mergedIntoId: nullable(text<NonNullable<Patient['mergedIntoId']>>()),
  version: integer(),
  createdAt: text<Patient['createdAt']>(),
  updatedAt: text<Patient['updatedAt']>(),
}

export const contactPointColumns = {
  phoneNumber: text<ContactPoint['phoneNumber']>(),
  label: text<ContactPoint['label']>(),
  isPrimary: flag(),
  status: text<ContactPoint['status']>(),
}

export const appointmentColumns = {
  id: text<Appointment['id']>(),
  patientId: text<Appointment['patientId']>(),
  providerId: text<Appointment['providerId']>(),
  operatoryId: text<Appointment['operatoryId']>(),
  appointmentTypeId: text<Appointment['appointmentTypeId']>(),
  startsAt: text<Appointment['startsAt']>(),
  endsAt: text<Appointment['endsAt']>(),
  releasedAt: text<Appointment['releasedAt']>(),
  status: text<Appointment['status']>(),
  confirmation: text<Appointment['confirmation']>(),
  confirmedAt: nullable(text<NonNullable<Appointment['confirmedAt']>>()),
  cancelledAt: nullable(text<NonNullable<Appointment['cancelledAt']>>()),
  cancellationReason: nullable(text()),
  note: text(),
  overbookReason: nullable(text()),
  bookedBy: text<Appointment['bookedBy']>(),
  sourceCallId: nullable(text<NonNullable<Appointment['sourceCallId']>>()),
  sourceMessageId: nullable(text<NonNullable<Appointment['sourceMessageId']>>()),
  calendarEventId: nullable(text()),
  seenAt: nullable(text<NonNullable<Appointment['seenAt']>>()),
  version: integer(),
  createdAt: text<Appointment['createdAt']>(),
  updatedAt: text<Appointment['updatedAt']>(),
}

export const openingColumns = {
  id: text<Opening['id']>(),
  providerId: text<Opening['providerId']>(),
  operatoryId: text<Opening['operatoryId']>(),
  startsAt: text<Opening['startsAt']>(),
  endsAt: text<Opening['endsAt']>(),
  fromAppointmentId: text<Opening['fromAppointmentId']>(),
  status: text<Opening['status']>(),
  createdAt: text<Opening['createdAt']>(),
  updatedAt: text<Opening['updatedAt']>(),
}

export const messageColumns = {
  id: text<Message['id']>(),
  direction: text<Message['direction']>(),
  fromNumber: text<Message['fromNumber']>(),
  toNumber: text<Message['toNumber']>(),
  patientNumber: text<Message['patientNumber']>(),
  body: text(),
  purpose: text<Message['purpose']>(),
  asked: text<Message['asked']>(),
  relatedType: nullable(text<NonNullable<Message['relatedType']>>()),
  relatedId: nullable(text()),
  provider: text<Message['provider']>(),
  providerMessageId: nullable(text()),
  status: text<Message['status']>(),
  errorCode: nullable(text()),
  error: nullable(text()),
  segments: integer(),
  mediaCount: integer(),
  sentBy: text<Message['sentBy']>(),
  sourceCallId: nullable(text<NonNullable<Message['sourceCallId']>>()),
  reading: nullable(json<NonNullable<Message['reading']>>()),
  attention: text<Message['attention']>(),
  attentionReason: nullable(text()),
  sendAfter: nullable(text<NonNullable<Message['sendAfter']>>()),
  createdAt: text<Message['createdAt']>(),
  sentAt: nullable(text<NonNullable<Message['sentAt']>>()),
  receivedAt: nullable(text<NonNullable<Message['receivedAt']>>()),
  deliveredAt: nullable(text<NonNullable<Message['deliveredAt']>>()),
}

export const threadColumns = {
  phoneNumber: text<Thread['phoneNumber']>(),
  takenOverBy: nullable(text()),
  takenOverAt: nullable(text<NonNullable<Thread['takenOverAt']>>()),
  snoozedUntil: nullable(text<NonNullable<Thread['snoozedUntil']>>()),
  updatedAt: text<Thread['updatedAt']>(),
}

export const optOutColumns = {
  phoneNumber: text<OptOut['phoneNumber']>(),
  source: text<OptOut['source']>(),
  messageId: nullable(text<NonNullable<OptOut['messageId']>>()),
  optedOutAt: text<OptOut['optedOutAt']>(),
  optedInAt: nullable(text<NonNullable<OptOut['optedInAt']>>()),
}

export const callColumns = {
  id: text<Call['id']>(),
  externalId: text(),
  phoneNumberId: nullable(text<NonNullable<Call['phoneNumberId']>>()),
  direction: text<Call['direction']>(),
  callerNumber: nullable(text<NonNullable<Call['callerNumber']>>()),
  status: text<Call['status']>(),
  startedAt: nullable(text<NonNullable<Call['startedAt']>>()),
  endedAt: nullable(text<NonNullable<Call['endedAt']>>()),
  endedReason: nullable(text()),
  summary: nullable(text()),
  structuredData: nullable(json<NonNullable<Call['structuredData']>>()),
  successEvaluation: nullable(text()),
  costMicrodollars: nullable(integer()),
  recordingRef: nullable(text()),
  urgency: text<Call['urgency']>(),
  provenPatientIds: json<Call['provenPatientIds']>(),
  difference: nullable(text()),
  hasReport: flag(),
  takenOverBy: nullable(text()),
  takenOverAt: nullable(text<NonNullable<Call['takenOverAt']>>()),
  createdAt: text<Call['createdAt']>(),
  updatedAt: text<Call['updatedAt']>(),
}

export const callTurnColumns = {
  callId: text<CallTurn['callId']>(),
  position: integer(),
  role: text<CallTurn['role']>(),
  text: text(),
  at: text<CallTurn['at']>(),
}

export const leadColumns = {
  id: text<Lead['id']>(),
  kind: text<Lead['kind']>(),
  patientId: nullable(text<NonNullable<Lead['patientId']>>()),
  phoneNumber: nullable(text<NonNullable<Lead['phoneNumber']>>()),
  appointmentId: nullable(text<NonNullable<Lead['appointmentId']>>()),
  callId: nullable(text<NonNullable<Lead['callId']>>()),
  messageId: nullable(text<NonNullable<Lead['messageId']>>()),
  reason: text(),
  owner: nullable(text()),
  snoozedUntil: nullable(text<NonNullable<Lead['snoozedUntil']>>()),
  note: text(),
  status: text<Lead['status']>(),
  outcome: nullable(text()),
  createdAt: text<Lead['createdAt']>(),
  doneAt: nullable(text<NonNullable<Lead['doneAt']>>()),
}

export const callbackColumns = {
  id: text<Callback['id']>(),
  patientId: nullable(text<NonNullable<Callback['patientId']>>()),
  callerName: nullable(text()),
  phoneNumber: nullable(text<NonNullable<Callback['phoneNumber']>>()),
  reason: text(),
  urgency: text<Callback['urgency']>(),
  dueAt: text<Callback['dueAt']>(),
  owner: nullable(text()),
  note: text(),
  status: text<Callback['status']>(),
  outcome: nullable(text()),
  callId: nullable(text<NonNullable<Callback['callId']>>()),
  messageId: nullable(text<NonNullable<Callback['messageId']>>()),
  createdAt: text<Callback['createdAt']>(),
  doneAt: nullable(text<NonNullable<Callback['doneAt']>>()),
}

export const alarmColumns = {
  id: text<Alarm['id']>(),
  description: text(),
  matched: json<string[]>(),
  phoneNumber: nullable(text<NonNullable<Alarm['phoneNumber']>>()),
  callerName: nullable(text()),
  patientId: nullable(text<NonNullable<Alarm['patientId']>>()),
  callId: nullable(text<NonNullable<Alarm['callId']>>()),
  messageId: nullable(text<NonNullable<Alarm['messageId']>>()),
  raisedAt: text<Alarm['raisedAt']>(),
  ladderStep: integer(),
  nextStepAt: nullable(text<NonNullable<Alarm['nextStepAt']>>()),
  acknowledgedAt: nullable(text<NonNullable<Alarm['acknowledgedAt']>>()),
  acknowledgedBy: nullable(text()),
}

export const changeColumns = {
  id: text<Change['id']>(),
  action: text<Change['action']>(),
  appointmentId: text<Change['appointmentId']>(),
  by: text<Change['by']>(),
  why: json<Change['why']>(),
  callId: nullable(text<NonNullable<Change['callId']>>()),
  messageId: nullable(text<NonNullable<Change['messageId']>>()),
  at: text<Change['at']>(),
  undoneAt: nullable(text<NonNullable<Change['undoneAt']>>()),
}

export const deviceColumns = {
  id: text<Device['id']>(),
  name: text(),
  pairedAt: text<Device['pairedAt']>(),
  lastSeenAt: nullable(text<NonNullable<Device['lastSeenAt']>>()),
  revokedAt: nullable(text<NonNullable<Device['revokedAt']>>()),
}
