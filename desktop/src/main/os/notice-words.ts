import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { formatPhone, type PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Instant, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Notice, Target } from '../../ipc/pushes.ts'
import type { Facts, Matter } from './notice-of.ts'

export type Words = { title: string; body: string }
export type Teller = { practice: Pick<Practice, 'timeZone' | 'country'>; now: Instant; facts: Facts }

/** What a notice says with names, for eyes that may see them. */
export function fullWords(matter: Matter, teller: Teller): Words {
  switch (matter.kind) {
    case 'alarm':
      return { title: `Emergency: ${whoRaised(matter, teller)}`, body: matter.alarm.description }
    case 'cancelled':
      return {
        title: `${cancelledBy(matter, teller)} cancelled ${when(matter.appointments[0]!, teller)}`,
        body: `${how(matter.by)}. The time is open again.`,
      }
    case 'caller':
      return { title: `${asking(matter.isUrgent)}: ${whoIsOn(matter.phoneNumber, teller)}`, body: 'On the phone with the assistant.' }
    case 'optedOut':
      return {
        title: `${nameOf(matter.visit.patientId, teller) ?? whoIsOn(matter.phoneNumber, teller)} stopped texts`,
        body: `Visit ${when(matter.visit, teller)}. Texts are blocked, so phone them.`,
      }
  }
}

/** The same for a screen that others may see: no name, no number, no reason. */
export function discreetWords(matter: Matter): Words {
  switch (matter.kind) {
    case 'alarm':
      return { title: 'Emergency', body: 'Open the desk and acknowledge it.' }
    case 'cancelled':
      return {
        title: matter.appointments.length > 1 ? 'Visits were cancelled' : 'A visit was cancelled',
        body: `${how(matter.by)}. Open the desk to fill the time.`,
      }
    case 'caller':
      return { title: asking(matter.isUrgent), body: 'On the phone with the assistant.' }
    case 'optedOut':
      return { title: 'Someone with a visit stopped texts', body: 'Open the desk to phone them.' }
  }
}

/** Several matters in one notice. */
export function digestWords(matters: Matter[], cause: 'away' | 'grouped'): Words {
  const parts = KINDS.flatMap(([kind, one, many]) => {
    const count = matters.filter((matter) => matter.kind === kind).reduce((sum, matter) => sum + weightOf(matter), 0)
    return count ? [`${count} ${count === 1 ? one : many}`] : []
  })
  return { title: cause === 'away' ? 'While you were away' : 'Waiting for you', body: `${parts.join(', ')}.` }
}

export const levelOf = (matter: Matter): Notice['level'] =>
  matter.kind === 'alarm' ? 'urgent' : matter.kind === 'optedOut' ? 'normal' : 'high'

/** The same for the same matter, so that a later notice replaces an earlier one. */
export function keyOf(matter: Matter): string {
  switch (matter.kind) {
    case 'alarm':
      return `alarm:${matter.alarm.id}`
    case 'cancelled':
      return `cancelled:${matter.phoneNumber ?? matter.appointments[0]!.patientId}`
    case 'caller':
      return `caller:${matter.phoneNumber ?? matter.callId}`
    case 'optedOut':
      return `optedOut:${matter.phoneNumber}`
  }
}

/** Where a click leads. */
export function targetOf(matter: Matter): Target {
  switch (matter.kind) {
    case 'alarm':
      return { place: 'now', id: matter.alarm.id }
    case 'cancelled':
      return { place: 'now', id: matter.changeId ?? matter.appointments[0]!.id }
    case 'caller':
      return { place: 'calls', id: matter.callId }
    case 'optedOut':
      return { place: 'messages', id: matter.phoneNumber }
  }
}

const KINDS: [Matter['kind'], string, string][] = [
  ['alarm', 'emergency', 'emergencies'],
  ['cancelled', 'cancellation', 'cancellations'],
  ['caller', 'caller asked for a person', 'callers asked for a person'],
  ['optedOut', 'patient stopped texts', 'patients stopped texts'],
]

const weightOf = (matter: Matter) => (matter.kind === 'cancelled' ? matter.appointments.length : 1)
const how = (by: 'voice' | 'text') => (by === 'text' ? 'By text' : 'By phone')
const asking = (isUrgent: boolean) => (isUrgent ? 'Urgent call' : 'Caller asks for a person')

function whoRaised({ alarm }: Extract<Matter, { kind: 'alarm' }>, teller: Teller): string {
  return nameOf(alarm.patientId, teller) ?? alarm.callerName ?? whoIsOn(alarm.phoneNumber, teller)
}

function cancelledBy(matter: Extract<Matter, { kind: 'cancelled' }>, teller: Teller): string {
  const names = matter.appointments.map((one) => nameOf(one.patientId, teller) ?? whoIsOn(matter.phoneNumber, teller))
  return [...new Set(names)].join(' and ')
}

function whoIsOn(phoneNumber: PhoneNumber | null, { facts, practice }: Teller): string {
  if (!phoneNumber) return 'a withheld number'
  const people = facts.patients.filter((patient) => isOn(patient, phoneNumber))
  if (people.length === 1) return fullName(people[0]!)
  const number = formatPhone(phoneNumber, practice.country)
  return people.length ? `${people.length} people on ${number}` : number
}

const isOn = (patient: Patient, phoneNumber: PhoneNumber) =>
  patient.contactPoints.some((point) => point.phoneNumber === phoneNumber && point.status === 'active')

function nameOf(patientId: string | null, { facts }: Teller): string | null {
  const patient = facts.patients.find((one) => one.id === patientId)
  return patient ? fullName(patient) : null
}

const fullName = (patient: Patient) => `${patient.firstName} ${patient.lastName}`

function when(appointment: Appointment, { practice, now }: Teller): string {
  const { timeZone } = practice
  const at = new Date(appointment.startsAt)
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)
  if (localDateOf(appointment.startsAt, timeZone) === localDateOf(now, timeZone)) return `today ${time}`
  return `${new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', month: 'short', day: 'numeric' }).format(at)}, ${time}`
}
