import { addDays, addMinutes, type Instant, instantAt, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import type { WorkView } from '../../ipc/views.ts'
import { nextBusinessDays } from './business-days.ts'
import type { Db } from './database.ts'
import { appointmentsBetween } from './read-days.ts'
import { eachOnce, numbersOf, optOutsOn, patientsOf, readPractice, readRows, readSmall, readWhereIn } from './read-rows.ts'

const DAY_MINUTES = 24 * 60
type Span = { now: Instant; today: Instant; tomorrow: Instant; back: (days: number) => Instant }

/** Everything that may need a person, and whom and what it mentions. */
export function readWork(db: Db, { now }: { now: Instant }): WorkView {
  const zone = readPractice(db)?.timeZone
  if (!zone) return EMPTY
  const date = localDateOf(now, zone)
  const span: Span = {
    now,
    today: instantAt(date, 0, zone),
    tomorrow: instantAt(addDays(date, 1), 0, zone),
    back: (days) => addMinutes(now, -days * DAY_MINUTES),
  }
  const found = { ...followUps(db, span), ...texts(db, span), ...callsNow(db, span), openings: openOpenings(db, now) }
  const changes = changesOf(db, found, span)
  // What an alarm, a follow-up or a change came from is shown in the patient's own words.
  const causes = [...found.alarms, ...found.leads, ...found.callbacks, ...changes].map((one) => one.messageId)
  const messages = eachOnce(found.messages, readWhereIn(db, 'messages', 'id', causes))
  const appointments = appointmentsOf(db, { ...found, changes }, span)
  const patients = patientsOf(db, peopleIn({ ...found, appointments }), numbersIn(found))
  const optOuts = optOutsOn(db, [...numbersOf(patients), ...numbersIn(found)])
  return { ...found, messages, changes, appointments, patients, optOuts, threads: readSmall(db, 'threads') }
}

const EMPTY: WorkView = {
  alarms: [],
  leads: [],
  callbacks: [],
  messages: [],
  changes: [],
  openings: [],
  calls: [],
  callTurns: [],
  threads: [],
  optOuts: [],
  appointments: [],
  patients: [],
}

function followUps(db: Db, { back }: Span): Pick<WorkView, 'alarms' | 'leads' | 'callbacks'> {
  const openOrRecent = 'where is_open = 1 or (is_open = 0 and done_at >= ?) order by id'
  return {
    alarms: readRows(db, 'alarms', 'where is_open = 1 or (is_open = 0 and raised_at >= ?) order by raised_at, id', back(1)),
    leads: readRows(db, 'leads', openOrRecent, back(7)),
    callbacks: readRows(db, 'callbacks', openOrRecent, back(7)),
  }
}

function texts(db: Db, { back }: Span): Pick<WorkView, 'messages'> {
  const open = readRows(db, 'messages', 'where is_open = 1 order by created_at, id')
  const lost = readRows(db, 'messages', 'where is_lost = 1 and created_at >= ? order by created_at, id', back(2))
  return { messages: eachOnce(open, lost) }
}

function callsNow(db: Db, { today, tomorrow }: Span): Pick<WorkView, 'calls' | 'callTurns'> {
  const live = readRows(db, 'calls', 'where is_live = 1')
  const calls = eachOnce(live, readRows(db, 'calls', 'where created_at >= ? and created_at < ?', today, tomorrow))
  return {
    calls: calls.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
    callTurns: live.flatMap((call) => turnsOf(db, call.id)),
  }
}

export function turnsOf(db: Db, callId: string): WorkView['callTurns'] {
  const rows = db.all<{ json: string }>('select json from call_turns where call_id = ? order by position', callId)
  return rows.map((row) => JSON.parse(row.json) as WorkView['callTurns'][number])
}

function openOpenings(db: Db, now: Instant): WorkView['openings'] {
  return readRows(db, 'openings', 'where is_open = 1 and starts_at > ? order by starts_at, id', now)
}

type Found = Omit<WorkView, 'changes' | 'threads' | 'optOuts' | 'appointments' | 'patients'>

/** Of the last day, and those behind what is still open. */
function changesOf(db: Db, found: Found, { back }: Span): WorkView['changes'] {
  const openLeads = found.leads.filter((lead) => lead.status === 'open')
  const recent = readRows(db, 'changes', 'where at >= ?', back(1))
  const behind = readWhereIn(db, 'changes', 'appointment_id', [
    ...found.openings.map((one) => one.fromAppointmentId),
    ...openLeads.map((one) => one.appointmentId),
    ...relatedTo(found.messages),
  ])
  const byText = readWhereIn(db, 'changes', 'message_id', [
    ...found.messages.map((one) => one.id),
    ...found.alarms.map((one) => one.messageId),
    ...openLeads.map((one) => one.messageId),
  ])
  const inCalls = readWhereIn(
    db,
    'changes',
    'call_id',
    found.calls.map((one) => one.id),
  )
  return eachOnce(recent, behind, byText, inCalls).sort((a, b) => (a.at < b.at ? 1 : -1))
}

function appointmentsOf(db: Db, found: Found & Pick<WorkView, 'changes'>, { now, today, tomorrow }: Span): WorkView['appointments'] {
  const mentioned = readWhereIn(db, 'appointments', 'id', [
    ...found.changes.map((one) => one.appointmentId),
    ...found.leads.map((one) => one.appointmentId),
    ...found.openings.map((one) => one.fromAppointmentId),
    ...relatedTo(found.messages),
  ])
  const unseen = readRows(db, 'appointments', 'where is_unseen = 1 and starts_at > ?', now)
  const all = eachOnce(appointmentsBetween(db, today, tomorrow), ...comingDays(db, now), unseen, mentioned)
  return all.sort((a, b) => (a.startsAt === b.startsAt ? (a.id < b.id ? -1 : 1) : a.startsAt < b.startsAt ? -1 : 1))
}

function comingDays(db: Db, now: Instant): WorkView['appointments'][] {
  const zone = readPractice(db)!.timeZone
  const week = { hours: workingHours(db), closures: readSmall(db, 'closures'), zone }
  return nextBusinessDays(week, localDateOf(now, zone), 2).map((day) =>
    appointmentsBetween(db, instantAt(day, 0, zone), instantAt(addDays(day, 1), 0, zone)),
  )
}

function workingHours(db: Db) {
  const gone = new Set(
    readSmall(db, 'providers')
      .filter((provider) => !provider.active)
      .map((provider) => provider.id),
  )
  return readSmall(db, 'hours').filter((one) => !gone.has(one.providerId))
}

function relatedTo(messages: WorkView['messages']): (string | null)[] {
  return messages.map((one) => (one.relatedType === 'appointment' ? one.relatedId : null))
}

function peopleIn(found: Found & Pick<WorkView, 'appointments'>): (string | null)[] {
  const calls = found.calls.flatMap((one) => one.provenPatientIds)
  return [...calls, ...[...found.appointments, ...found.leads, ...found.callbacks, ...found.alarms].map((one) => one.patientId)]
}

function numbersIn(found: Found): (string | null)[] {
  return [
    ...found.messages.map((one) => one.patientNumber),
    ...found.calls.map((one) => one.callerNumber),
    ...[...found.leads, ...found.callbacks, ...found.alarms].map((one) => one.phoneNumber),
  ]
}
