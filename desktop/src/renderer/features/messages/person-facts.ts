import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { addDays, type Instant, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadView } from '../../../ipc/views.ts'
import type { Tone } from '../../ui/Tag.tsx'
import { isOptedOut, isReachedOn } from '../../ui/thread/reach.ts'
import { ageOn, inSentence, type Times } from '../../ui/times.ts'

export type PersonFacts = {
  patient: Patient
  /** The next booked visit, or null. */
  next: Appointment | null
  tag: { tone: Tone; words: string } | null
  lines: { label: string; value: string }[]
}

const LOST = new Set<string>(['undelivered', 'failed', 'blocked'])

type Say = {
  times: Times
  today: LocalDate
  now: Instant
  typeName: (id: string) => string
  providerName: (id: string) => string
  operatoryName: (id: string) => string
}

/** What stands on a person's card beside a thread. */
export function personFacts(patient: Patient, view: ThreadView, say: Say): PersonFacts {
  const own = view.appointments.filter((one) => one.patientId === patient.id)
  const coming = own.filter((one) => one.status === 'booked' && one.startsAt > say.now).toSorted(byStart)
  const past = own.filter((one) => one.status !== 'cancelled' && one.startsAt <= say.now).toSorted(byStart)
  const next = coming[0] ?? null
  const last = past.at(-1)
  const { times, today } = say
  const lines = [
    { label: 'Age', value: ageWords(patient, view.patients, today) },
    { label: 'Next', value: next ? nextWords(next, say) : 'nothing booked' },
    ...(coming.length > 1
      ? [
          {
            label: 'Then',
            value: coming
              .slice(1, 3)
              .map((one) => times.dayAndTime(one.startsAt, today))
              .join(', '),
          },
        ]
      : []),
    { label: 'Last', value: last ? lastWords(last, say) : patient.isNew ? 'new patient' : 'over a month ago' },
    { label: 'Texting', value: textingWords(patient, view, say) },
    ...(patient.language === 'es' ? [{ label: 'Language', value: 'Spanish' }] : []),
  ]
  return { patient, next, tag: next ? tagOf(next, view, say) : null, lines }
}

const byStart = (a: Appointment, b: Appointment) => (a.startsAt < b.startsAt ? -1 : 1)

function ageWords({ birthDate, guardianId }: Patient, household: Patient[], today: LocalDate): string {
  const age = ageOn(birthDate, today)
  const guardian = household.find((one) => one.id === guardianId)
  const decides = guardian ? `${guardian.firstName} decides` : guardianId ? 'a guardian decides' : ''
  return [age === null ? 'birth date not known' : String(age), decides].filter(Boolean).join(', ')
}

function nextWords(one: Appointment, { times, today, typeName, providerName, operatoryName }: Say): string {
  return `${times.dayAndTime(one.startsAt, today)}, ${typeName(one.appointmentTypeId)}, ${operatoryName(one.operatoryId)} · ${providerName(one.providerId)}`
}

function lastWords(one: Appointment, { times, today, typeName }: Say): string {
  const missed = one.status === 'no_show' ? ', did not come' : ''
  return `${times.relativeDay(times.dayOf(one.startsAt), today)}, ${typeName(one.appointmentTypeId)}${missed}`
}

function tagOf(next: Appointment, view: ThreadView, { times, today }: Say): PersonFacts['tag'] {
  const day = times.dayOf(next.startsAt)
  const when =
    day === today
      ? times.clock(next.startsAt)
      : day < addDays(today, 7)
        ? `${times.weekday(day)} ${times.clock(next.startsAt)}`
        : times.shortDay(day)
  if (next.confirmation === 'confirmed') return { tone: 'green', words: `Confirmed ${when}` }
  const isAsked = view.messages.some((one) => one.asked === 'appointment' && one.relatedId === next.id && !LOST.has(one.status))
  return { tone: 'grey', words: `${isAsked ? 'Asked' : 'Unconfirmed'} ${when}` }
}

function textingWords(patient: Patient, { optOut, phoneNumber }: ThreadView, { times, today }: Say): string {
  if (optOut && isOptedOut(optOut)) return `stopped ${inSentence(times.relativeDay(times.dayOf(optOut.optedOutAt), today))}`
  if (!isReachedOn(patient, phoneNumber)) return 'stopped: wrong number'
  return optOut?.optedInAt ? `allowed again since ${inSentence(times.relativeDay(times.dayOf(optOut.optedInAt), today))}` : 'allowed'
}
