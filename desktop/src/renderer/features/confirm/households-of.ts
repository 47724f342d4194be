import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { OptOut, Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { epochMs, type Instant, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { DaysView, SetupView } from '../../../ipc/views.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { isOptedOut, refusedAsLandline } from '../../ui/thread/reach.ts'
import { textsFrom, whyNoSender } from '../../ui/thread/text-sender.ts'
import { type Asks, asksOf } from './asks-of.ts'
import { mostPressing, type NextStep, nextStep } from './next-step.ts'

export type Visit = { appointment: Appointment; patient: Patient | null; day: LocalDate; asks: Asks; step: NextStep }

/** The people who share a number, with all their visits of the days shown. */
export type Household = {
  key: string
  phoneNumber: PhoneNumber | null
  patients: Patient[]
  /** Earliest first. */
  visits: Visit[]
  open: Visit[]
  /** The day of the first visit that is not confirmed, else of the first one. */
  day: LocalDate
  step: NextStep
  noText: string | null
}

type ConfirmFacts = {
  view: DaysView
  now: Instant
  dayOf: (at: Instant) => LocalDate
  /** From when visits of a day are phoned for; null for days that are not the next one. */
  callFromOn: (day: LocalDate) => Instant | null
  days: readonly LocalDate[]
  phoneNumbers: SetupView['phoneNumbers']
}

/** Every household with a visit still to come on those days: what is at risk first. */
export function householdsOf(facts: ConfirmFacts): Household[] {
  const { view, now, days, dayOf } = facts
  const patients = new Map<string, Patient>(view.patients.map((one) => [one.id, one]))
  const coming = view.appointments.filter((one) => one.status === 'booked' && one.startsAt > now && days.includes(dayOf(one.startsAt)))
  const groups = Map.groupBy(coming, (one) => groupKey(one, patients.get(one.patientId)))
  return [...groups].map(([key, visits]) => householdOf(key, visits, patients, facts)).toSorted(byRisk)
}

function groupKey(visit: Appointment, patient: Patient | undefined): string {
  return (patient && mainNumber(patient)) ?? `patient ${visit.patientId}`
}

function householdOf(key: string, appointments: Appointment[], patients: Map<string, Patient>, facts: ConfirmFacts): Household {
  const { view, now, dayOf, callFromOn } = facts
  const inOrder = appointments.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const people = [...new Set(inOrder.map((one) => one.patientId))].map((id) => patients.get(id)).filter((one) => one !== undefined)
  const phoneNumber = people[0] ? mainNumber(people[0]) : null
  const noText = phoneNumber ? whyNotTexted(phoneNumber, facts) : null
  const visits = inOrder.map((appointment): Visit => {
    const patient = patients.get(appointment.patientId) ?? null
    const asks = asksOf(appointment, view.messages)
    const day = dayOf(appointment.startsAt)
    const step = nextStep({ visit: appointment, asks, noText, hasNumber: phoneNumber !== null, now, callFrom: callFromOn(day) })
    return { appointment, patient, day, asks, step }
  })
  const open = visits.filter((one) => one.appointment.confirmation === 'unconfirmed')
  return {
    key,
    phoneNumber,
    patients: people,
    visits,
    open,
    day: (open[0] ?? visits[0]!).day,
    step: mostPressing(visits.map((one) => one.step)),
    noText,
  }
}

function whyNotTexted(phoneNumber: PhoneNumber, { view, phoneNumbers }: ConfirmFacts): string | null {
  const optOut = view.optOuts.find((one: OptOut) => one.phoneNumber === phoneNumber)
  if (isOptedOut(optOut)) return 'Texting is blocked'
  const own = view.messages.filter((one) => one.patientNumber === phoneNumber)
  if (refusedAsLandline(own)) return 'This number cannot receive texts'
  return whyNoSender(textsFrom(phoneNumbers))?.short ?? null
}

/** Days in order; in a day what is not confirmed first, then sooner, then new patients and long visits. */
function byRisk(a: Household, b: Household): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  const isOpen = Number(b.open.length > 0) - Number(a.open.length > 0)
  if (isOpen !== 0) return isOpen
  const [one, other] = [(a.open[0] ?? a.visits[0]!).appointment, (b.open[0] ?? b.visits[0]!).appointment]
  if (one.startsAt !== other.startsAt) return one.startsAt < other.startsAt ? -1 : 1
  return weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1)
}

const NEW_PATIENT_MINUTES = 60
const minutesOf = ({ appointment: { startsAt, endsAt } }: Visit) => (epochMs(endsAt) - epochMs(startsAt)) / 60_000

/** What is lost when nobody comes, in chair minutes; a new patient counts for more. */
function weightOf({ visits, patients }: Household): number {
  return visits.reduce((sum, one) => sum + minutesOf(one), 0) + (patients.some((one) => one.isNew) ? NEW_PATIENT_MINUTES : 0)
}

const LONG_VISIT_MINUTES = 60
export const isLong = (visit: Visit): boolean => minutesOf(visit) >= LONG_VISIT_MINUTES
