import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import type { CallsView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { fullName } from '../../ui/names.ts'
import { type CallOutcome, isLiveCall, isMissed, needsFollowUp, outcomesOf, partsOf } from './call-outcome.ts'
import { type CallWho, whoOf } from './call-who.ts'

export type CallFilter = 'all' | 'live' | 'followUp' | 'missed'
export type CallRow = { call: Call; who: CallWho; outcomes: CallOutcome[]; isWaiting: boolean; isMissed: boolean }
type CallItem = { key: string; heading: string } | { key: string; row: CallRow }

const IS_IN: Record<CallFilter, (row: CallRow) => boolean> = {
  all: () => true,
  live: (row) => isLiveCall(row.call),
  followUp: (row) => row.isWaiting,
  missed: (row) => row.isMissed,
}

/** Every call with who it was and what came of it: those on the line first, then the newest. */
export function callRows(view: CallsView, practice: PracticeNow): CallRow[] {
  const peopleOn = peopleByCall(view)
  const made = ofCalls(view)
  const rows = view.calls.map((call): CallRow => {
    const parts = partsOf(call, made(call.id))
    return {
      call,
      who: whoOf(call, peopleOn(call), parts),
      outcomes: outcomesOf(call, parts, practice),
      isWaiting: needsFollowUp(parts),
      isMissed: isMissed(call, parts),
    }
  })
  return rows.sort((a, b) => Number(isLiveCall(b.call)) - Number(isLiveCall(a.call)) || (a.call.createdAt < b.call.createdAt ? 1 : -1))
}

export function filterRows(rows: CallRow[], filter: CallFilter, text: string): CallRow[] {
  const words = fold(text).split(' ').filter(Boolean)
  const digits = text.replace(/\D/g, '')
  const isNumber = digits.length >= 3 && !/\p{L}/u.test(text)
  return rows.filter((row) => IS_IN[filter](row) && (words.length === 0 || (isNumber ? hasNumber(row, digits) : hasName(row, words))))
}

export function countsOf(rows: CallRow[]): Record<CallFilter, number> {
  const count = (filter: CallFilter) => rows.filter(IS_IN[filter]).length
  return { all: rows.length, live: count('live'), followUp: count('followUp'), missed: count('missed') }
}

/** The rows under their headings: "On the line", then a day each. */
export function withHeadings(rows: CallRow[], { times, today }: PracticeNow): CallItem[] {
  let last = ''
  return rows.flatMap((row) => {
    const heading = isLiveCall(row.call) ? 'On the line' : times.relativeDay(times.dayOf(row.call.startedAt ?? row.call.createdAt), today)
    const items: CallItem[] = heading === last ? [] : [{ key: `heading ${heading}`, heading }]
    last = heading
    return [...items, { key: row.call.id, row }]
  })
}

const hasNumber = ({ call }: CallRow, digits: string) => call.callerNumber?.includes(digits) ?? false
function hasName({ who }: CallRow, words: string[]): boolean {
  const names = fold([who.name, ...[...who.proven, ...who.others].map(fullName)].join(' ')).split(' ')
  return words.every((word) => names.some((name) => name.startsWith(word)))
}

function peopleByCall({ patients }: CallsView): (call: Call) => CallsView['patients'] {
  const byNumber = Map.groupBy(
    patients.flatMap((patient) => patient.contactPoints.map((point) => ({ number: point.phoneNumber as string, patient }))),
    (one) => one.number,
  )
  const byId = new Map<string, CallsView['patients'][number]>(patients.map((one) => [one.id, one]))
  return ({ callerNumber, provenPatientIds }) => {
    const onNumber = (callerNumber ? byNumber.get(callerNumber) : undefined)?.map((one) => one.patient) ?? []
    return [...new Set([...provenPatientIds.flatMap((id) => byId.get(id) ?? []), ...onNumber])]
  }
}

function ofCalls(view: CallsView) {
  const changes = Map.groupBy(view.changes, (one) => one.callId as string)
  const callbacks = Map.groupBy(view.callbacks, (one) => one.callId as string)
  const leads = Map.groupBy(view.leads, (one) => one.callId as string)
  const alarms = Map.groupBy(view.alarms, (one) => one.callId as string)
  const visits = new Map<string, CallsView['appointments'][number]>(view.appointments.map((one) => [one.id, one]))
  return (id: string) => {
    const ofCall = changes.get(id) ?? []
    return {
      changes: ofCall,
      appointments: ofCall.flatMap((one) => visits.get(one.appointmentId) ?? []),
      callbacks: callbacks.get(id) ?? [],
      leads: leads.get(id) ?? [],
      alarms: alarms.get(id) ?? [],
    }
  }
}
