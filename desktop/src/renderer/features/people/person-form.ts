import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { checkForm, type Problems } from '../../ui/plain-problems.ts'
import { readBirthDate, writeBirthDate } from './read-birth-date.ts'

/** What staff may change about a person, as typed. */
export type PersonForm = {
  firstName: string
  lastName: string
  birthDate: string
  language: Patient['language']
  guardianId: string
  note: string
}
export type NewPersonForm = PersonForm & { phoneNumber: string; label: Patient['contactPoints'][number]['label'] }

export const FIELD_NAMES: Record<keyof PersonForm, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  birthDate: 'Birth date',
  language: 'Language',
  guardianId: 'Who decides',
  note: 'Note',
}

export const emptyForm: NewPersonForm = {
  firstName: '',
  lastName: '',
  birthDate: '',
  language: 'en',
  guardianId: '',
  note: '',
  phoneNumber: '',
  label: 'mobile',
}

export function formOf(patient: Patient, country: string): PersonForm {
  const { firstName, lastName, language, note } = patient
  return {
    firstName,
    lastName,
    language,
    note,
    birthDate: writeBirthDate(patient.birthDate, country),
    guardianId: patient.guardianId ?? '',
  }
}

type Ground = { country: string; today: LocalDate }
type Fields = Omit<DeskInput<'patient.change'>, 'patientId' | 'expectedVersion' | 'by'>
const PersonFields = Patient.pick({ firstName: true, lastName: true, language: true, guardianId: true, note: true })

/** The form as the relay takes it, or what is wrong with it by field. */
export function readForm(form: PersonForm, { country, today }: Ground): { fields: Required<Fields> } | { problems: Problems } {
  const { value, problems } = checkForm(PersonFields, { ...form, guardianId: (form.guardianId || null) as PatientId | null })
  const birthDate = form.birthDate.trim() === '' ? null : readBirthDate(form.birthDate, country, today)
  const isUnreadable = form.birthDate.trim() !== '' && birthDate === null
  if (value && !isUnreadable) return { fields: { ...value, birthDate } }
  return { problems: { ...problems, ...(isUnreadable ? { birthDate: 'Not a past day. Type it like 4/12/1988.' } : {}) } }
}

/** Only what was changed, so that what another desk changed meanwhile stays. */
export function changeOf(fields: Required<Fields>, edited: string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => edited.includes(field)))
}

/** A new person with the number typed, which is the main one. */
export function readNewPerson(form: NewPersonForm, ground: Ground): { input: DeskInput<'patient.create'> } | { problems: Problems } {
  const read = readForm(form, ground)
  const typed = form.phoneNumber.trim()
  const phoneNumber = typed === '' ? null : readPhoneNumber(typed, ground.country)
  const numberProblem: Problems = typed !== '' && !phoneNumber ? { phoneNumber: 'Not a phone number' } : {}
  if ('problems' in read || 'phoneNumber' in numberProblem)
    return { problems: { ...('problems' in read ? read.problems : {}), ...numberProblem } }
  const contactPoints = phoneNumber ? [{ phoneNumber, label: form.label, isPrimary: true }] : []
  return { input: { ...read.fields, contactPoints } }
}

/** The form as far as it can be compared with records: nothing until a name or a number is there. */
export function comparableForm(form: NewPersonForm, { country, today }: Ground) {
  const phoneNumber = readPhoneNumber(form.phoneNumber, country)
  return {
    firstName: form.firstName,
    lastName: form.lastName,
    birthDate: readBirthDate(form.birthDate, country, today),
    contactPoints: phoneNumber ? [{ phoneNumber, label: form.label, isPrimary: true, status: 'active' as const }] : [],
  }
}
