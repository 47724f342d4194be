import { type SlotConflict, TimeRefusal } from '@dentalanswer/shared/contract/times.ts'
import { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Target } from '../../ipc/pushes.ts'
import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { fullName } from '../ui/names.ts'
import type { PracticeNow } from './practice.ts'

type Input = Record<string, unknown>
type Names = Pick<PracticeNow, 'times' | 'today' | 'providerName' | 'operatoryName' | 'typeName' | 'phone'>

/** A change of this desk that the relay refused, with both versions in words. */
export type Conflict = {
  id: number
  label: string
  at: Instant
  /** What staff wanted, beyond the label. */
  wanted: string[]
  /** What is true now, or why it cannot be. */
  now: string[]
  /** Open times near the wanted one; each with the input that takes it. */
  alternatives: { words: string; input: Input }[]
  /** The same change over what is there now; null when sending it again cannot help. */
  again: Input | null
  /** Where it can be changed by hand. */
  target: Target | null
  command: QueuedCommand
}

const CONFLICT_WORDS: Record<SlotConflict, string> = {
  IN_THE_PAST_OR_TOO_SOON: 'That time is over.',
  BEYOND_HORIZON: 'That day is too far ahead.',
  OUTSIDE_HOURS: 'The provider does not work then.',
  CLOSED: 'The practice is closed then, or the time is kept for something else.',
  PROVIDER_BUSY: 'The provider has another appointment then.',
  OPERATORY_BUSY: 'The operatory is taken then.',
  OPERATORY_NOT_SUITABLE: 'This visit cannot be done in that operatory.',
  PROVIDER_NOT_SUITABLE: 'This provider does not do that kind of visit.',
  PATIENT_BUSY: 'The patient is booked elsewhere then.',
  NO_DENTIST_PRESENT: 'No dentist is there to check then.',
}
// What was decided once for good: the same request would only be refused again.
const IS_FINAL = new Set([
  'ALREADY_CANCELLED',
  'NOT_UNDOABLE',
  'OPTED_OUT',
  'CALL_OVER',
  'NOT_FOUND',
  'BAD_INPUT',
  'TOO_LARGE',
  'UNKNOWN_TYPE',
])

export function conflictOf(command: QueuedCommand, names: Names): Conflict {
  const { input, error } = command
  const details = error?.details ?? {}
  const appointment = Appointment.safeParse(details.appointment).data
  const patient = Patient.safeParse(details.patient).data
  const refusal = TimeRefusal.safeParse(details).data
  return {
    id: command.id,
    label: command.label,
    at: command.createdAt,
    wanted: wantedWords(input, names),
    now: [
      error?.message ?? 'The relay did not accept it.',
      ...(refusal?.conflicts ?? []).map((one) => CONFLICT_WORDS[one]),
      ...(appointment ? [`Now: ${appointmentWords(appointment, names)}`] : []),
      ...(patient ? [`Now: ${patientWords(patient, names)}`] : []),
      ...presentFields(input, appointment ?? patient ?? {}),
    ],
    alternatives: (refusal?.alternatives ?? []).map(({ startsAt, providerId, operatoryId }) => ({
      words: timeWords({ startsAt, providerId, operatoryId }, names),
      input: { ...input, startsAt, providerId, operatoryId },
    })),
    again:
      IS_FINAL.has(error?.code ?? '') || appointment?.status === 'cancelled'
        ? null
        : overPresent(input, appointment?.version ?? patient?.version),
    target: targetOf(input),
    command,
  }
}

/** A change made over a version that is gone is sent again over the present one, now that a person has seen it. */
function overPresent(input: Input, version: number | undefined): Input {
  return 'expectedVersion' in input && version !== undefined ? { ...input, expectedVersion: version } : input
}

const FIELDS: [string, string][] = [
  ['reason', 'Reason'],
  ['note', 'Note'],
  ['body', 'Text'],
  ['outcome', 'Outcome'],
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['birthDate', 'Birth date'],
  ['owner', 'Owner'],
]

function wantedWords(input: Input, names: Names): string[] {
  const type = text(input, 'appointmentTypeId')
  const time = timeWords(input, names)
  const fields = FIELDS.flatMap(([field, word]) => (text(input, field) ? [`${word}: ${text(input, field)}`] : []))
  return [[type ? names.typeName(type) : '', time].filter(Boolean).join(', '), ...fields].filter(Boolean)
}

/** What stands now in the fields that were to be changed. */
function presentFields(input: Input, present: Record<string, unknown>): string[] {
  return FIELDS.flatMap(([field, word]) => (text(input, field) && field in present ? [`${word}: ${text(present, field) ?? 'empty'}`] : []))
}

function timeWords(input: Input, { times, today, providerName, operatoryName }: Names): string {
  const startsAt = Instant.safeParse(input.startsAt).data
  const providerId = text(input, 'providerId')
  const operatoryId = text(input, 'operatoryId')
  const parts = [
    startsAt && times.dayAndTime(startsAt, today),
    providerId && providerName(providerId),
    operatoryId && operatoryName(operatoryId),
  ]
  return parts.filter(Boolean).join(' · ')
}

function appointmentWords(one: Appointment, names: Names): string {
  if (one.status === 'cancelled') {
    const when = one.cancelledAt ? ` ${names.times.dayAndTime(one.cancelledAt, names.today)}` : ''
    return `cancelled${when}${one.cancellationReason ? ` (${one.cancellationReason})` : ''}`
  }
  const state = { booked: one.confirmation, completed: 'completed', no_show: 'did not come' }[one.status]
  return `${timeWords(one, names)} · ${state}`
}

function patientWords(one: Patient, { times, phone }: Names): string {
  const born = one.birthDate ? [`born ${times.withYear(one.birthDate)}`] : []
  const numbers = one.contactPoints.filter((point) => point.status === 'active').map((point) => phone(point.phoneNumber))
  return [fullName(one), ...born, ...numbers].join(' · ')
}

function targetOf(input: Input): Target | null {
  const appointmentId = text(input, 'appointmentId')
  const startsAt = Instant.safeParse(input.startsAt).data
  const phoneNumber = text(input, 'phoneNumber') ?? text(input, 'to')
  if (appointmentId) return { place: 'day', id: appointmentId }
  if (startsAt && text(input, 'patientId')) return { place: 'day', id: `book:${text(input, 'patientId')}` }
  if (text(input, 'patientId')) return { place: 'people', id: text(input, 'patientId') }
  if (text(input, 'callbackId')) return { place: 'callbacks', id: text(input, 'callbackId') }
  return phoneNumber ? { place: 'messages', id: phoneNumber } : null
}

function text(input: Input, name: string): string | null {
  const value = input[name]
  return typeof value === 'string' && value !== '' ? value : null
}
