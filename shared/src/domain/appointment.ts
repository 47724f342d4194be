import { z } from 'zod'
import { AppointmentId, AppointmentTypeId, CallId, MessageId, OpeningId, OperatoryId, PatientId, ProviderId } from './ids.ts'
import { Instant } from './practice-time.ts'
import { line, paragraph } from './text.ts'

export const BookedBy = z.enum(['voice', 'text', 'desk', 'online'])
export type BookedBy = z.infer<typeof BookedBy>

export const Appointment = z.object({
  id: AppointmentId,
  patientId: PatientId,
  providerId: ProviderId,
  operatoryId: OperatoryId,
  appointmentTypeId: AppointmentTypeId,
  startsAt: Instant,
  endsAt: Instant,
  /** When the operatory is free again: `endsAt` plus turnover. */
  releasedAt: Instant,
  status: z.enum(['booked', 'completed', 'cancelled', 'no_show']),
  confirmation: z.enum(['unconfirmed', 'confirmed']),
  confirmedAt: Instant.nullable(),
  cancelledAt: Instant.nullable(),
  cancellationReason: line(200).nullable(),
  note: paragraph(2_000),
  /** Staff put it over another appointment, or outside the rules, and said why. Machines never do. */
  overbookReason: line(200).nullable(),
  bookedBy: BookedBy,
  sourceCallId: CallId.nullable(),
  sourceMessageId: MessageId.nullable(),
  calendarEventId: z.string().nullable(),
  /** When a person at the desk first saw what a machine booked or changed. */
  seenAt: Instant.nullable(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Appointment = z.infer<typeof Appointment>

/** A freed slot that could be filled. */
export const Opening = z.object({
  id: OpeningId,
  providerId: ProviderId,
  operatoryId: OperatoryId,
  startsAt: Instant,
  endsAt: Instant,
  fromAppointmentId: AppointmentId,
  status: z.enum(['open', 'filled', 'withdrawn']),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Opening = z.infer<typeof Opening>
