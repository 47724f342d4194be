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
  LeadId,
  MessageId,
  OperatoryId,
  PatientId,
  ProviderId,
} from '../domain/ids.ts'
import { Message } from '../domain/message.ts'
import { ContactPoint, OptOut, Patient } from '../domain/patient.ts'
import { PhoneNumber } from '../domain/phone.ts'
import { Practice } from '../domain/practice.ts'
import { Instant } from '../domain/practice-time.ts'
import { line, paragraph } from '../domain/text.ts'
import { Thread } from '../domain/thread.ts'
import { AuditLine, HouseholdOut, ScheduleOut, ThreadOut } from './desk-answers.ts'
import { Before, By, Limit, NoteChange, Outcome, OverbookReason, type Route, route, Version } from './desk-route.ts'
import { Changed } from './events.ts'
import { numberRoutes } from './number-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { Day, OpenSlotOut, SlotConflict, Time } from './times.ts'

/** Rises when a desk of an older version could misread the relay; a desk that knows another number says so instead of guessing. */
export const CONTRACT_VERSION = 1

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
  /** Queues one text that asks the patient to confirm. Throws `NOT_ASKABLE`, `ALREADY_ASKED` (details: `askedAt`, an instant; within four
   *  hours), `OPTED_OUT`, `CANNOT_TEXT` (no number, quiet hours, too many texts today). */
  'appointment.ask': route('POST', '/appointments/:appointmentId/ask', z.object({ appointmentId: AppointmentId }), Message),
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
      by: By,
    }),
    Patient,
  ),
  'patient.change': route(
    'POST',
    '/patients/:patientId',
    PatientFields.partial().extend({ patientId: PatientId, expectedVersion: Version, by: By }),
    Patient,
  ),
  /** Makes two records of one person one; answers with the kept one. Throws `BIRTH_DATES_DIFFER`, `SLOT_TAKEN` (both are booked at one
   *  time; details: `appointmentIds`), `CHANGED_MEANWHILE` (one is merged into somebody else already), `BAD_INPUT`. */
  'patient.merge': route(
    'POST',
    '/patients/:keepId/merge',
    z.object({ keepId: PatientId, mergeId: PatientId, evenIfBirthDatesDiffer: z.boolean().default(false), by: By }),
    Patient,
  ),
  'contact.add': route('POST', '/patients/:patientId/contacts', Contact.extend({ patientId: PatientId, by: By }), Patient),
  'contact.remove': route(
    'DELETE',
    '/patients/:patientId/contacts/:phoneNumber',
    z.object({ patientId: PatientId, phoneNumber: PhoneNumber, by: By }),
    Patient,
  ),
  'household.find': route('GET', '/households/:phoneNumber', z.object({ phoneNumber: PhoneNumber }), HouseholdOut),

  'thread.list': route(
    'GET',
    '/threads',
    z.object({ filter: z.enum(['actionable', 'waiting', 'all']).default('all'), ...Before(MessageId), limit: Limit }),
    z.array(ThreadOut),
  ),
  'thread.read': route(
    'GET',
    '/threads/:phoneNumber',
    z.object({ phoneNumber: PhoneNumber, ...Before(MessageId), limit: Limit }),
    z.array(Message),
  ),
  'thread.takeOver': route('POST', '/threads/:phoneNumber/take-over', z.object({ phoneNumber: PhoneNumber, by: By }), Thread),
  'thread.handBack': route('POST', '/threads/:phoneNumber/hand-back', z.object({ phoneNumber: PhoneNumber }), Thread),
  'thread.snooze': route('POST', '/threads/:phoneNumber/snooze', z.object({ phoneNumber: PhoneNumber, until: Time.nullable() }), Thread),
  /** Closes every open message of the number; answers with those it closed. */
  'thread.done': route('POST', '/threads/:phoneNumber/done', z.object({ phoneNumber: PhoneNumber }), z.array(Message)),
  'text.send': route(
    'POST',
    '/messages',
    z.object({ to: PhoneNumber, body: paragraph(1_600, 1), relatedAppointmentId: AppointmentId.nullable().default(null) }),
    Message,
  ),
  'message.done': route('POST', '/messages/:messageId/done', z.object({ messageId: MessageId }), Message),

  'call.list': route('GET', '/calls', z.object({ ...Before(CallId), limit: Limit }), z.array(Call)),
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

  /** Has a live call put through to the practice's `transferNumber`. The answer means asked for: when it fails for good, `takenOverBy` is
   *  null again and an urgent callback is open. Throws `CALL_OVER`, `NO_TRANSFER_NUMBER`, `VENDOR_UNAVAILABLE` (cannot be steered). */
  'call.takeOver': route('POST', '/calls/:callId/take-over', z.object({ callId: CallId, by: By }), Call),

  'lead.list': route('GET', '/leads', z.object({ status: z.enum(['open', 'done']).default('open'), limit: Limit }), z.array(Lead)),
  'lead.change': route(
    'POST',
    '/leads/:leadId',
    z.object({ leadId: LeadId, owner: line(80).nullable().optional(), snoozedUntil: Time.nullable().optional(), ...NoteChange }),
    Lead,
  ),
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
    Callback.pick({ patientId: true, callerName: true, phoneNumber: true, reason: true, urgency: true, owner: true, note: true }).extend({
      dueAt: Time,
    }),
    Callback,
  ),
  'callback.change': route(
    'POST',
    '/callbacks/:callbackId',
    z.object({ callbackId: CallbackId, dueAt: Time.optional(), owner: line(80).nullable().optional(), ...NoteChange }),
    Callback,
  ),
  'callback.close': route('POST', '/callbacks/:callbackId/close', z.object({ callbackId: CallbackId, outcome: Outcome }), Callback),
  'alarm.list': route('GET', '/alarms', z.object({}), z.array(Alarm)),
  'alarm.acknowledge': route('POST', '/alarms/:alarmId/acknowledge', z.object({ alarmId: AlarmId, by: line(80).default('') }), Alarm),

  ...setupRoutes,
  ...numberRoutes,
} satisfies Record<string, Route>

export type DeskRoutes = typeof deskRoutes
export type DeskRouteName = keyof DeskRoutes
export type DeskInput<N extends DeskRouteName> = z.input<DeskRoutes[N]['input']>
export type DeskOutput<N extends DeskRouteName> = z.infer<DeskRoutes[N]['output']>

export const EVENTS_PATH = '/api/desk/events'
export const PAIR_PATH = '/api/pair'

/** The audio of an ended call (`GET`, with the desk's token; `Range` is understood). Answers with the audio itself, or with an `ErrorReply`:
 *  `NOT_FOUND` (no recording), `VENDOR_UNAVAILABLE`. */
export const recordingPath = (callId: CallId): string => `/api/desk/calls/${callId}/recording`

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
