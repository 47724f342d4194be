import { z } from 'zod'
import { Appointment, Opening } from '../domain/appointment.ts'
import { Message } from '../domain/message.ts'
import { OptOut, Patient } from '../domain/patient.ts'
import { PhoneNumber } from '../domain/phone.ts'
import { Closure } from '../domain/practice.ts'
import { Instant } from '../domain/practice-time.ts'

export const ScheduleOut = z.object({
  appointments: z.array(Appointment),
  openings: z.array(Opening),
  closures: z.array(Closure),
  patients: z.array(Patient),
})
export const HouseholdOut = z.object({
  phoneNumber: PhoneNumber,
  patients: z.array(Patient),
  upcoming: z.array(Appointment),
  optOut: OptOut.nullable(),
})
export const ThreadOut = z.object({ newest: Message, openCount: z.int(), patients: z.array(Patient), optOut: OptOut.nullable() })
/** `who` is for people: the staff name when it was given, else the desk's name; "AI, phone" or "AI, text" for the machine. */
export const AuditLine = z.object({
  at: Instant,
  actor: z.string(),
  who: z.string(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
