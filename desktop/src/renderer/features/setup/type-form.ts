import { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { checkForm, type Problems, readWhole } from '../../ui/plain-problems.ts'

/** An appointment type as typed; empty means "no limit" or "the usual length". */
export type TypeForm = {
  name: string
  spokenNames: string
  durationMinutes: string
  bufferMinutes: string
  providers: { providerId: string; durationMinutes: string }[]
  operatoryIds: string[]
  patients: AppointmentType['patients']
  minimumAge: string
  maximumAge: string
  isEmergency: boolean
  dentistCheckMinutes: string
  maxPerDay: string
  bookableByVoice: boolean
  active: boolean
}

export const TYPE_FIELDS: Record<keyof TypeForm, string> = {
  name: 'Name',
  spokenNames: 'What callers say',
  durationMinutes: 'Length',
  bufferMinutes: 'Turnover',
  providers: 'Who does it',
  operatoryIds: 'Where',
  patients: 'For whom',
  minimumAge: 'From age',
  maximumAge: 'To age',
  isEmergency: 'Emergency',
  dentistCheckMinutes: 'Dentist’s check',
  maxPerDay: 'Most a day',
  bookableByVoice: 'Booked by the AI line',
  active: 'In use',
}

const text = (value: number | null) => (value === null ? '' : String(value))

export function typeForm(type: AppointmentType): TypeForm {
  const { name, patients, isEmergency, bookableByVoice, active } = type
  return {
    ...{ name, patients, isEmergency, bookableByVoice, active },
    spokenNames: type.spokenNames.join(', '),
    durationMinutes: text(type.durationMinutes),
    bufferMinutes: text(type.bufferMinutes),
    providers: type.providers.map((one) => ({ providerId: one.providerId, durationMinutes: text(one.durationMinutes) })),
    operatoryIds: [...type.operatoryIds],
    minimumAge: text(type.minimumAge),
    maximumAge: text(type.maximumAge),
    dentistCheckMinutes: text(type.dentistCheckMinutes),
    maxPerDay: text(type.maxPerDay),
  }
}

/** The whole type as the relay takes it, or what is wrong by field. */
export function readTypeForm(
  form: TypeForm,
  { id, position }: Pick<AppointmentType, 'id' | 'position'>,
): { type: AppointmentType } | { problems: Problems } {
  const spokenNames = form.spokenNames
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
  const { value, problems } = checkForm(AppointmentType, {
    ...form,
    ...{ id, position, spokenNames },
    durationMinutes: readWhole(form.durationMinutes),
    bufferMinutes: readWhole(form.bufferMinutes),
    providers: form.providers.map((one) => ({ ...one, durationMinutes: readWhole(one.durationMinutes) })),
    minimumAge: readWhole(form.minimumAge),
    maximumAge: readWhole(form.maximumAge),
    dentistCheckMinutes: readWhole(form.dentistCheckMinutes),
    maxPerDay: readWhole(form.maxPerDay),
  })
  if (!value) return { problems }
  if (value.minimumAge !== null && value.maximumAge !== null && value.minimumAge > value.maximumAge)
    return { problems: { maximumAge: 'Below the lowest age' } }
  return { type: value }
}

/** What stops this type from being booked at all; null when nothing does. */
export function whyNotBookable(form: TypeForm): string | null {
  if (!form.active) return 'Not in use: it is not offered.'
  if (form.providers.length === 0) return 'Nobody does it yet, so it cannot be booked.'
  if (form.operatoryIds.length === 0) return 'It has no operatory yet, so it cannot be booked.'
  return null
}
