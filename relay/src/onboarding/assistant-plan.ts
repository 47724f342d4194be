import { AssistantSettings } from '@dentalanswer/shared/domain/assistant.ts'
import { deskNumberOf, offeredTypes, transferNumberOf } from '@dentalanswer/shared/domain/assistant-words.ts'
import { openingHoursOf } from '@dentalanswer/shared/domain/opening-hours.ts'
import { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { AppointmentType, Provider, type Setup } from '@dentalanswer/shared/domain/practice.ts'
import { LocalTime, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { z } from 'zod'

const type = AppointmentType.shape
const PlannedType = z.object({
  name: type.name,
  spokenNames: type.spokenNames,
  durationMinutes: type.durationMinutes,
  /** Spoken names of those who do it and are here, in order of preference. */
  providers: z.array(z.string()),
  patients: type.patients,
  minimumAge: type.minimumAge,
  maximumAge: type.maximumAge,
  isEmergency: z.boolean(),
})
export type PlannedType = z.infer<typeof PlannedType>

/** All that the assistant speaks from: what the practice entered, and nothing else. Dates, openings and people come from the relay during
 *  the call. Holds no ids, so that two equal plans mean equal words. */
export const AssistantPlan = z.object({
  practiceName: z.string(),
  phoneNumber: PhoneNumber,
  country: z.string(),
  timeZone: TimeZone,
  /** Seven days, Monday first. */
  hours: z.array(z.object({ weekday: z.int(), spans: z.array(z.object({ startsAt: LocalTime, endsAt: LocalTime })) })),
  providers: z.array(z.object({ spokenName: z.string(), role: Provider.shape.role })),
  bookedAtOnce: z.array(PlannedType),
  leftToStaff: z.array(PlannedType),
  minimumNoticeMinutes: z.int(),
  takesNewPatients: z.boolean(),
  hasOnCall: z.boolean(),
  transferNumber: PhoneNumber.nullable(),
  /** The line that rings when the assistant fails; null where that line leads back to the assistant. */
  deskNumber: PhoneNumber.nullable(),
  assistant: AssistantSettings,
})
export type AssistantPlan = z.infer<typeof AssistantPlan>

/** What the assistant is to know, from the practice's set-up. Pure. */
export function assistantPlanOf(setup: Setup): AssistantPlan {
  const { practice } = setup
  const { settings } = practice
  const { atOnce, byStaff } = offeredTypes(setup.appointmentTypes)
  const providers = setup.providers.filter((one) => one.active).sort((a, b) => a.position - b.position)
  return {
    practiceName: practice.name,
    phoneNumber: practice.phoneNumber,
    country: practice.country,
    timeZone: practice.timeZone,
    hours: openingHoursOf(setup),
    providers: providers.map(({ spokenName, role }) => ({ spokenName, role })),
    bookedAtOnce: atOnce.map((one) => plannedType(one, providers)),
    leftToStaff: byStaff.map((one) => plannedType(one, providers)),
    minimumNoticeMinutes: settings.minimumNoticeMinutes,
    takesNewPatients: settings.newPatientsPerDay !== 0,
    hasOnCall: settings.onCall.length > 0,
    transferNumber: transferNumberOf(setup),
    deskNumber: deskNumberOf(setup),
    assistant: settings.assistant,
  }
}

function plannedType(one: AppointmentType, here: Provider[]): PlannedType {
  const { name, spokenNames, durationMinutes, patients, minimumAge, maximumAge, isEmergency } = one
  const providers = one.providers.flatMap(({ providerId }) => here.find((provider) => provider.id === providerId)?.spokenName ?? [])
  return { name, spokenNames, durationMinutes, providers, patients, minimumAge, maximumAge, isEmergency }
}
