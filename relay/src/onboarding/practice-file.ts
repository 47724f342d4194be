import { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { AppointmentType, Practice, PracticePhone, PracticeSettings, Provider, Shift } from '@dentalanswer/shared/domain/practice.ts'
import { LocalTime, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { line } from '@dentalanswer/shared/domain/text.ts'
import { z } from 'zod'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const Hours = z.partialRecord(z.enum(DAYS), z.array(z.tuple([LocalTime, LocalTime])).max(6))
const Name = line(80, 1)
const TypeFields = AppointmentType.shape

/** What an operator writes to set a practice up. Providers and operatories are named; ids are made when it is created. */
export const PracticeFile = z.strictObject({
  name: Practice.shape.name,
  textName: Practice.shape.textName,
  phoneNumber: PhoneNumber,
  country: Practice.shape.country.default('US'),
  timeZone: TimeZone,
  settings: PracticeSettings.prefault({}),
  providers: z
    .array(z.strictObject({ name: Name, spokenName: Name.optional(), role: Provider.shape.role, hours: Hours }))
    .min(1)
    .max(100),
  operatories: z.array(Name).min(1).max(100),
  appointmentTypes: z
    .array(
      z.strictObject({
        name: TypeFields.name,
        spokenNames: TypeFields.spokenNames.default([]),
        durationMinutes: TypeFields.durationMinutes,
        bufferMinutes: TypeFields.bufferMinutes.default(0),
        providers: z.array(z.union([Name, z.strictObject({ name: Name, durationMinutes: TypeFields.durationMinutes })])).min(1),
        operatories: z.array(Name).min(1),
        patients: TypeFields.patients.default('any'),
        minimumAge: TypeFields.minimumAge.default(null),
        maximumAge: TypeFields.maximumAge.default(null),
        isEmergency: z.boolean().default(false),
        dentistCheckMinutes: TypeFields.dentistCheckMinutes.default(0),
        maxPerDay: TypeFields.maxPerDay.default(null),
        bookableByVoice: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(100),
  phoneNumbers: z
    .array(
      z.strictObject({
        phoneNumber: PhoneNumber,
        label: PracticePhone.shape.label.default(''),
        isPrimary: z.boolean().default(true),
        twilioSid: z.string().nullable().default(null),
        messagingServiceSid: z.string().nullable().default(null),
        vapiPhoneNumberId: z.string().nullable().default(null),
        vapiAssistantId: z.string().nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
})
export type PracticeFile = z.infer<typeof PracticeFile>

export function shiftsOf(hours: z.infer<typeof Hours>): Shift[] {
  return DAYS.flatMap((day, at) => (hours[day] ?? []).map(([startsAt, endsAt]) => Shift.parse({ weekday: at + 1, startsAt, endsAt })))
}
