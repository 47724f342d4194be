import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Target } from '../../../ipc/pushes.ts'
import type { WorkView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { boardName, householdName } from '../../ui/names.ts'
import { inSentence } from '../../ui/times.ts'

type Outcome = { key: string; at: Instant; who: string | null; words: string; target: Target }
const SHOWN = 5
const VERBS = {
  'appointment.booked': 'booked',
  'appointment.moved': 'moved to',
  'appointment.cancelled': 'cancelled',
  'appointment.confirmed': 'confirmed',
}

/** What the machine last came to, newest first: changes it made, callbacks it promised, and calls that led to nothing. */
export function outcomesOf(work: WorkView, { times, today, phone }: PracticeNow): Outcome[] {
  const patients = new Map<string, WorkView['patients'][number]>(work.patients.map((one) => [one.id, one]))
  const appointments = new Map<string, WorkView['appointments'][number]>(work.appointments.map((one) => [one.id, one]))
  const name = (id: string | null | undefined) => {
    const patient = id ? patients.get(id) : undefined
    return patient ? boardName(patient) : null
  }
  const changed = work.changes.map((one): Outcome => {
    const appointment = appointments.get(one.appointmentId)
    const when = appointment ? ` ${inSentence(times.dayAndTime(appointment.startsAt, today))}` : ''
    const undone = one.undoneAt ? ', undone' : ''
    return {
      key: one.id,
      at: one.at,
      who: name(appointment?.patientId) ?? 'A patient',
      words: `${VERBS[one.action]}${when.replace(' today', '')}${undone}`,
      target: { place: 'day', id: one.appointmentId },
    }
  })
  const promised = work.callbacks
    .filter((one) => one.callId !== null)
    .map(
      (one): Outcome => ({
        key: one.id,
        at: one.createdAt,
        who: name(one.patientId) ?? one.callerName ?? 'A caller',
        words: 'asked for a callback',
        target: { place: 'callbacks', id: one.id },
      }),
    )
  const led = new Set([...work.changes, ...work.callbacks, ...work.alarms].map((one) => one.callId))
  const others = work.calls
    .filter((one) => one.status === 'ended' && !led.has(one.id))
    .map((one): Outcome => {
      const people = work.patients.filter((patient) => patient.contactPoints.some((point) => point.phoneNumber === one.callerNumber))
      const seconds = one.startedAt && one.endedAt ? Math.round((Date.parse(one.endedAt) - Date.parse(one.startedAt)) / 1000) : 0
      return {
        key: one.id,
        at: one.endedAt ?? one.createdAt,
        who: householdName(people) ?? (one.callerNumber ? phone(one.callerNumber) : 'Withheld number'),
        words: seconds < 15 ? `hung up after ${seconds} s` : 'called, nothing changed',
        target: { place: 'calls', id: one.id },
      }
    })
  return [...changed, ...promised, ...others].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN)
}
