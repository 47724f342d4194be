import type { Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Target } from '../../../ipc/pushes.ts'
import type { WorkView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName, householdName } from '../../ui/names.ts'
import { inSentence } from '../../ui/times.ts'

/** A promise to phone back, or follow-up work, in the one shape the list draws. */
export type FollowUp = {
  id: string
  kind: 'callback' | Lead['kind']
  thing: Callback | Lead
  who: string
  patientId: PatientId | null
  number: PhoneNumber | null
  /** The name is one somebody gave, and no record stands behind it. */
  isNameGiven: boolean
  reason: string
  /** What they wrote, where it began with a text. */
  said: string | null
  /** When it is due; a lead has no due time, and is due when it was put off to. */
  dueAt: Instant | null
  createdAt: Instant
  /** How it came about: "by phone, promised by the AI". */
  origin: string
  owner: string | null
  /** What was tried so far, a line each. */
  note: string
  isUrgent: boolean
  status: 'open' | 'done'
  outcome: string | null
  doneAt: Instant | null
  /** The call or the texts it came from. */
  source: (Target & { words: string }) | null
  /** The visit it is about. */
  appointment: WorkView['appointments'][number] | null
  openingId: string | null
}

export const isCallback = (one: FollowUp): boolean => one.kind === 'callback'

/** Every callback and lead of the view. */
export function followUpsOf(work: WorkView, practice: PracticeNow): FollowUp[] {
  return [
    ...work.callbacks.map((one) => ({
      ...common(one, work, practice),
      kind: 'callback' as const,
      thing: one,
      who: whoOf(work, practice, one.patientId, one.phoneNumber, one.callerName),
      isNameGiven: one.patientId === null && one.callerName !== null,
      dueAt: one.dueAt,
      isUrgent: one.urgency === 'urgent',
      appointment: null,
      openingId: null,
    })),
    ...work.leads.map((one) => {
      const appointment = work.appointments.find((visit) => visit.id === one.appointmentId) ?? null
      return {
        ...common(one, work, practice),
        kind: one.kind,
        thing: one,
        who: whoOf(work, practice, one.patientId ?? appointment?.patientId ?? null, one.phoneNumber, null),
        isNameGiven: false,
        dueAt: one.snoozedUntil,
        isUrgent: one.kind === 'urgent',
        appointment,
        openingId:
          work.openings.find((opening) => opening.fromAppointmentId === one.appointmentId && opening.status === 'open')?.id ?? null,
      }
    }),
  ]
}

function common(one: Callback | Lead, work: WorkView, practice: PracticeNow) {
  const message = work.messages.find((text) => text.id === one.messageId)
  return {
    id: one.id,
    patientId: one.patientId,
    number: numberOf(work, one.patientId, one.phoneNumber),
    reason: one.reason,
    said: message?.body ?? null,
    createdAt: one.createdAt,
    origin: originOf(one, practice),
    owner: one.owner,
    note: one.note,
    status: one.status,
    outcome: one.outcome,
    doneAt: one.doneAt,
    source: sourceOf(one),
  }
}

function originOf(one: Callback | Lead, { times, today }: PracticeNow): string {
  const at = inSentence(times.dayAndTime(one.createdAt, today))
  const isPromise = 'dueAt' in one
  if (one.callId) return isPromise ? `promised by the AI, by phone, ${at}` : `from a call, ${at}`
  if (one.messageId) return isPromise ? `after a text, ${at}` : `from a text, ${at}`
  return `written down ${at}`
}

function sourceOf({ callId, messageId, phoneNumber }: Callback | Lead): FollowUp['source'] {
  if (callId) return { place: 'calls', id: callId, words: 'Open the call' }
  return messageId && phoneNumber ? { place: 'messages', id: phoneNumber, words: 'Open the texts' } : null
}

type Patients = WorkView['patients']
function whoOf(work: WorkView, practice: PracticeNow, patientId: string | null, number: PhoneNumber | null, given: string | null): string {
  const patient = work.patients.find((one) => one.id === patientId)
  if (patient) return fullName(patient)
  if (given) return given
  return number ? (householdName(onNumber(work.patients, number)) ?? practice.phone(number)) : 'Withheld number'
}

function onNumber(patients: Patients, number: PhoneNumber): Patients {
  const has = (one: Patients[number]) => one.contactPoints.some((point) => point.phoneNumber === number && point.status === 'active')
  return patients.filter((one) => one.mergedIntoId === null && has(one))
}

function numberOf(work: WorkView, patientId: string | null, number: PhoneNumber | null): PhoneNumber | null {
  if (number) return number
  return mainNumber(work.patients.find((one) => one.id === patientId))
}
