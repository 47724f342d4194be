import type { Changed, DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Alarm } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, epochMs, type Instant, localDateOf, MS_PER_DAY, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'

/** What is worth telling at once. Everything else is a badge. */
export type Matter =
  | { kind: 'alarm'; alarm: Alarm; phoneNumber: PhoneNumber | null }
  | { kind: 'cancelled'; appointments: Appointment[]; changeId: string | null; by: 'voice' | 'text'; phoneNumber: PhoneNumber | null }
  | { kind: 'caller'; callId: string; isUrgent: boolean; phoneNumber: PhoneNumber | null }
  | { kind: 'optedOut'; visit: Appointment; phoneNumber: PhoneNumber }

export type Happened = { event: DeskEvent; before: Changed; now: Instant; zone: TimeZone }
/** What the cache knows of the people on the numbers an event names. */
export type Facts = { patients: Patient[]; appointments: Appointment[] }

const SOON_MS = 7 * MS_PER_DAY

/** What an applied event means for whoever sits here, or null. What people at desks do is never told, emergencies excepted. */
export function matterOf(happened: Happened, facts: Facts): Matter | null {
  const alarm = newAlarm(happened)
  if (alarm) return { kind: 'alarm', alarm, phoneNumber: alarm.phoneNumber }
  const { kind } = happened.event.by
  if (kind !== 'voice' && kind !== 'text' && kind !== 'system') return null
  return cancelledSoon(happened) ?? askingCaller(happened) ?? optedOutWithVisit(happened, facts)
}

function newAlarm({ event, before }: Happened): Alarm | undefined {
  return event.changed.alarms?.find((alarm) => alarm.acknowledgedAt === null && !before.alarms?.some((known) => known.id === alarm.id))
}

/** By a machine, and of today or tomorrow in the practice's own days. */
function cancelledSoon({ event, before, now, zone }: Happened): Matter | null {
  const { kind } = event.by
  if (kind !== 'voice' && kind !== 'text') return null
  const today = localDateOf(now, zone)
  const soon = [today, addDays(today, 1)]
  const appointments = newlyCancelled(event.changed, before).filter((one) => soon.includes(localDateOf(one.startsAt, zone)))
  const first = appointments[0]
  if (!first) return null
  const why = event.changed.changes?.find((one) => one.appointmentId === first.id && one.action === 'appointment.cancelled')
  return { kind: 'cancelled', appointments, changeId: why?.id ?? null, by: kind, phoneNumber: numberOf(event.changed) }
}

function newlyCancelled(changed: Changed, before: Changed): Appointment[] {
  const wasBooked = (one: Appointment) => before.appointments?.find((known) => known.id === one.id)?.status !== 'cancelled'
  return (changed.appointments ?? []).filter((one) => one.status === 'cancelled' && wasBooked(one))
}

/** Someone on the phone who wants a person, or who may need one quickly. */
function askingCaller({ event, before }: Happened): Matter | null {
  for (const call of event.changed.calls ?? []) {
    const known = before.calls?.find((one) => one.id === call.id)
    if (call.status === 'ended' || call.takenOverBy !== null) continue
    const isUrgent = call.urgency !== 'none' && (known?.urgency ?? 'none') === 'none'
    const isAsking = call.status === 'forwarding' && known?.status !== 'forwarding'
    if (isUrgent || isAsking) return { kind: 'caller', callId: call.id, isUrgent, phoneNumber: call.callerNumber }
  }
  const promise = event.changed.callbacks?.find(
    (one) => one.callId && one.urgency === 'urgent' && one.status === 'open' && !before.callbacks?.some((known) => known.id === one.id),
  )
  return promise?.callId ? { kind: 'caller', callId: promise.callId, isUrgent: true, phoneNumber: promise.phoneNumber } : null
}

/** They can no longer be texted although they are expected within a week. */
function optedOutWithVisit({ event, before, now }: Happened, facts: Facts): Matter | null {
  const isNew = (number: PhoneNumber) => !before.optOuts?.some((known) => known.phoneNumber === number && known.optedInAt === null)
  const optOut = event.changed.optOuts?.find((one) => one.optedInAt === null && isNew(one.phoneNumber))
  if (!optOut) return null
  const from = epochMs(now)
  const visit = [...(before.appointments ?? []), ...facts.appointments]
    .filter((one) => one.status === 'booked' && epochMs(one.startsAt) >= from && epochMs(one.startsAt) <= from + SOON_MS)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
  return visit ? { kind: 'optedOut', visit, phoneNumber: optOut.phoneNumber } : null
}

/** The numbers an event is about. */
export function numbersOf(changed: Changed): PhoneNumber[] {
  const all = [
    ...(changed.alarms ?? []).map((one) => one.phoneNumber),
    ...(changed.messages ?? []).map((one) => one.patientNumber),
    ...(changed.optOuts ?? []).map((one) => one.phoneNumber),
    ...(changed.calls ?? []).map((one: Call) => one.callerNumber),
    ...(changed.callbacks ?? []).map((one) => one.phoneNumber),
    ...(changed.leads ?? []).map((one) => one.phoneNumber),
  ]
  return [...new Set(all.filter((one) => one !== null))]
}

function numberOf(changed: Changed): PhoneNumber | null {
  return numbersOf(changed)[0] ?? null
}
