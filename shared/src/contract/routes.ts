import { z } from 'zod'
import { Appointment } from '../domain/appointment.ts'
import { Call, CallTurn } from '../domain/call.ts'
import { Change } from '../domain/change.ts'
import { Device } from '../domain/device.ts'
import { Alarm, Callback, Lead } from '../domain/follow-up.ts'
import {
  AlarmId,
  AppointmentId,
  AppointmentTypeId,
  CallbackId,
  CallId,
  ChangeId,
  ClosureId,
  DeviceId,
  LeadId,
  MessageId,
  OperatoryId,
  PatientId,
  ProviderId,
} from '../domain/ids.ts'
import { Message } from '../domain/message.ts'
import { ContactPoint, OptOut, Patient } from '../domain/patient.ts'
import { PhoneNumber } from '../domain/phone.ts'
import { AppointmentType, Closure, Operatory, Practice, Provider, ProviderHours, Setup } from '../domain/practice.ts'
import { Instant } from '../domain/practice-time.ts'
import { line, paragraph } from '../domain/text.ts'
import { AuditLine, HouseholdOut, ScheduleOut, ThreadOut } from './desk-answers.ts'
import { Changed } from './events.ts'
import { PracticeChange } from './practice-change.ts'
import { Day, OpenSlotOut, SlotConflict, Time } from './times.ts'

/** Rises when a desk of an older version could misread the relay; a desk that knows another number says so instead of guessing. */
export const CONTRACT_VERSION = 1

const Limit = z.coerce.number().int().min(1).max(500).default(100)
const Version = z.int().min(0).optional()
const OverbookReason = line(200, 1).nullable().default(null)
const Outcome = paragraph(1_000).nullable().default(null)
const PatientFields = Patient.pick({ firstName: true, lastName: true, language: true, guardianId: true, note: true }).extend({
  birthDate: Day.nullable(),
})
const Contact = ContactPoint.pick({ phoneNumber: true, label: true, isPrimary: true })

export const BookInput = z.object({
  patientId: PatientId,
  appointmentTypeId: AppointmentTypeId,
  startsAt: Time,
  /** Null lets the relay choose in the practice's order. */
  providerId: ProviderId.nullable().default(null),
  operatoryId: OperatoryId.nullable().default(null),
  note: paragraph(2_000).default(''),
  overbookReason: OverbookReason,
  /** Whether the patient gets a text with the time. */
  sendText: z.boolean().default(true),
})
export type BookInput = z.input<typeof BookInput>

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Route = { method: Method; path: string; input: z.ZodType; output: z.ZodType }
const route = <M extends Method, I extends z.ZodType, O extends z.ZodType>(method: M, path: string, input: I, output: O) => ({
  method,
  path: `/api/desk${path}`,
  input,
  output,
})

/** Every desk command and query. Names in the path (`:patientId`), the query string and the JSON body make one input object.
 *  GET reads; everything else changes something, needs an `Idempotency-Key` header (a UUID) and may be repeated with it. */
export const deskRoutes = {
  'snapshot.take': route(
    'GET',
    '/snapshot',
    z.object({}),
    z.object({ seq: z.int(), at: Instant, contractVersion: z.int(), entities: Changed }),
  ),

  'schedule.range': route('GET', '/schedule', z.object({ from: Day, to: Day }), ScheduleOut),
  'slots.find': route(
    'GET',
    '/slots',
    z.object({
      appointmentTypeId: AppointmentTypeId,
      from: Day,
      to: Day,
      providerId: ProviderId.optional(),
      patientId: PatientId.optional(),
      limit: Limit,
    }),
    z.array(OpenSlotOut),
  ),
  'slots.check': route(
    'GET',
    '/slots/check',
    z.object({
      appointmentTypeId: AppointmentTypeId,
      providerId: ProviderId,
      operatoryId: OperatoryId,
      patientId: PatientId,
      startsAt: Time,
      movingId: AppointmentId.optional(),
    }),
    z.object({ conflicts: z.array(SlotConflict), endsAt: Instant }),
  ),

  'appointment.book': route('POST', '/appointments', BookInput, Appointment),
  'appointment.find': route(
    'GET',
    '/appointments/:appointmentId',
    z.object({ appointmentId: AppointmentId }),
    z.object({ appointment: Appointment, changes: z.array(Change) }),
  ),
  'appointment.move': route(
    'POST',
    '/appointments/:appointmentId/move',
    z.object({
      appointmentId: AppointmentId,
      startsAt: Time,
      providerId: ProviderId.nullable().default(null),
      operatoryId: OperatoryId.nullable().default(null),
      appointmentTypeId: AppointmentTypeId.optional(),
      overbookReason: OverbookReason,
      expectedVersion: Version,
      sendText: z.boolean().default(true),
    }),
    Appointment,
  ),
  'appointment.cancel': route(
    'POST',
    '/appointments/:appointmentId/cancel',
    z.object({ appointmentId: AppointmentId, reason: line(200, 1), expectedVersion: Version, sendText: z.boolean().default(true) }),
    Appointment,
  ),
  'appointment.confirm': route(
    'POST',
    '/appointments/:appointmentId/confirm',
    z.object({ appointmentId: AppointmentId, expectedVersion: Version }),
    Appointment,
  ),
  'appointment.unconfirm': route(
    'POST',
    '/appointments/:appointmentId/unconfirm',
    z.object({ appointmentId: AppointmentId, expectedVersion: Version }),
    Appointment,
  ),
  'appointment.finish': route(
    'POST',
    '/appointments/:appointmentId/finish',
    z.object({ appointmentId: AppointmentId, as: z.enum(['completed', 'no_show']), expectedVersion: Version }),
    Appointment,
  ),
  'appointment.note': route(
    'POST',
    '/appointments/:appointmentId/note',
    z.object({ appointmentId: AppointmentId, note: paragraph(2_000), expectedVersion: Version }),
    Appointment,
  ),
  'appointment.seen': route('POST', '/appointments/:appointmentId/seen', z.object({ appointmentId: AppointmentId }), Appointment),
  'change.undo': route('POST', '/changes/:changeId/undo', z.object({ changeId: ChangeId }), Appointment),

  'patient.search': route('GET', '/patients', z.object({ text: line(80, 1), limit: Limit }), z.array(Patient)),
  'patient.find': route(
    'GET',
    '/patients/:patientId',
    z.object({ patientId: PatientId }),
    z.object({
      patient: Patient,
      household: z.array(Patient),
      appointments: z.array(Appointment),
      optOuts: z.array(OptOut),
      audit: z.array(AuditLine),
    }),
  ),
  'patient.create': route(
    'POST',
    '/patients',
    PatientFields.partial({ birthDate: true, language: true, guardianId: true, note: true }).extend({
      contactPoints: z.array(Contact).max(20).default([]),
    }),
    Patient,
  ),
  'patient.change': route(
    'POST',
    '/patients/:patientId',
    PatientFields.partial().extend({ patientId: PatientId, expectedVersion: Version }),
    Patient,
  ),
  'contact.add': route('POST', '/patients/:patientId/contacts', Contact.extend({ patientId: PatientId }), Patient),
  'contact.remove': route(
    'DELETE',
    '/patients/:patientId/contacts/:phoneNumber',
    z.object({ patientId: PatientId, phoneNumber: PhoneNumber }),
    Patient,
  ),
  'household.find': route('GET', '/households/:phoneNumber', z.object({ phoneNumber: PhoneNumber }), HouseholdOut),

  'thread.list': route(
    'GET',
    '/threads',
    z.object({ filter: z.enum(['actionable', 'waiting', 'all']).default('all'), before: Instant.optional(), limit: Limit }),
    z.array(ThreadOut),
  ),
  'thread.read': route(
    'GET',
    '/threads/:phoneNumber',
    z.object({ phoneNumber: PhoneNumber, before: Instant.optional(), limit: Limit }),
    z.array(Message),
  ),
  'text.send': route('POST', '/messages', z.object({ to: PhoneNumber, body: paragraph(1_600, 1) }), Message),
  'message.done': route('POST', '/messages/:messageId/done', z.object({ messageId: MessageId }), Message),

  'call.list': route('GET', '/calls', z.object({ before: Instant.optional(), limit: Limit }), z.array(Call)),
  'call.find': route(
    'GET',
    '/calls/:callId',
    z.object({ callId: CallId }),
    z.object({
      call: Call,
      turns: z.array(CallTurn),
      changes: z.array(Change),
      leads: z.array(Lead),
      callbacks: z.array(Callback),
      alarms: z.array(Alarm),
    }),
  ),

  'lead.list': route('GET', '/leads', z.object({ status: z.enum(['open', 'done']).default('open'), limit: Limit }), z.array(Lead)),
  'lead.close': route('POST', '/leads/:leadId/close', z.object({ leadId: LeadId, outcome: Outcome }), Lead),
  'callback.list': route(
    'GET',
    '/callbacks',
    z.object({ status: z.enum(['open', 'done']).default('open'), limit: Limit }),
    z.array(Callback),
  ),
  'callback.create': route(
    'POST',
    '/callbacks',
    Callback.pick({ patientId: true, callerName: true, phoneNumber: true, reason: true, urgency: true, owner: true }).extend({
      dueAt: Time,
    }),
    Callback,
  ),
  'callback.change': route(
    'POST',
    '/callbacks/:callbackId',
    z.object({ callbackId: CallbackId, dueAt: Time.optional(), owner: line(80).nullable().optional() }),
    Callback,
  ),
  'callback.close': route('POST', '/callbacks/:callbackId/close', z.object({ callbackId: CallbackId, outcome: Outcome }), Callback),
  'alarm.list': route('GET', '/alarms', z.object({}), z.array(Alarm)),
  'alarm.acknowledge': route('POST', '/alarms/:alarmId/acknowledge', z.object({ alarmId: AlarmId, by: line(80).default('') }), Alarm),

  'setup.read': route('GET', '/setup', z.object({}), Setup),
  'practice.change': route('PUT', '/setup/practice', PracticeChange, Practice),
  'provider.put': route('PUT', '/setup/providers/:id', Provider, Provider),
  'operatory.put': route('PUT', '/setup/operatories/:id', Operatory, Operatory),
  'appointmentType.put': route('PUT', '/setup/appointment-types/:id', AppointmentType, AppointmentType),
  'hours.put': route('PUT', '/setup/providers/:providerId/hours', ProviderHours, ProviderHours),
  'closure.add': route(
    'POST',
    '/setup/closures',
    Closure.omit({ id: true, removedAt: true }).extend({ startsAt: Time, endsAt: Time, releasedAt: Time.nullable() }),
    z.object({ closure: Closure, affected: z.array(Appointment) }),
  ),
  'closure.remove': route('DELETE', '/setup/closures/:closureId', z.object({ closureId: ClosureId }), Closure),

  'device.list': route('GET', '/devices', z.object({}), z.array(Device)),
  'device.revoke': route('POST', '/devices/:deviceId/revoke', z.object({ deviceId: DeviceId }), Device),
} satisfies Record<string, Route>

export type DeskRoutes = typeof deskRoutes
export type DeskRouteName = keyof DeskRoutes
export type DeskInput<N extends DeskRouteName> = z.input<DeskRoutes[N]['input']>
export type DeskOutput<N extends DeskRouteName> = z.infer<DeskRoutes[N]['output']>

export const EVENTS_PATH = '/api/desk/events'
export const PAIR_PATH = '/api/pair'

export const PairInput = z.object({
  code: z
    .string()
    .max(40)
    .transform((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .pipe(z.string().length(8)),
  deviceName: line(60, 1),
  contractVersion: z.int().default(CONTRACT_VERSION),
})
export type PairInput = z.input<typeof PairInput>
/** `at` lets the desk see that its own clock is off. The token is shown this once. */
export const PairOut = z.object({ token: z.string(), device: Device, practice: Practice, contractVersion: z.int(), at: Instant })
export type PairOut = z.infer<typeof PairOut>
