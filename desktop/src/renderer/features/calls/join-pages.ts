import type { CallsView, WorkView } from '../../../ipc/views.ts'
import { isLiveCall } from './call-outcome.ts'

/** Pages of calls as one; what two pages both hold is there once. */
export function joinPages(pages: CallsView[]): CallsView {
  const [first] = pages
  if (first && pages.length === 1) return first
  return {
    calls: eachOnce(pages.flatMap((page) => page.calls)),
    patients: eachOnce(pages.flatMap((page) => page.patients)),
    changes: eachOnce(pages.flatMap((page) => page.changes)),
    appointments: eachOnce(pages.flatMap((page) => page.appointments)),
    callbacks: eachOnce(pages.flatMap((page) => page.callbacks)),
    leads: eachOnce(pages.flatMap((page) => page.leads)),
    alarms: eachOnce(pages.flatMap((page) => page.alarms)),
    ...(pages.some((page) => page.isPartial) && { isPartial: true }),
  }
}

/** The calls on the line with what came of them so far: on a busy day they can be older than the newest page. */
export function liveOf(work: WorkView): CallsView {
  const calls = work.calls.filter(isLiveCall)
  const ids = new Set<string | null>(calls.map((one) => one.id))
  const ofLive = (one: { callId: string | null }) => ids.has(one.callId)
  return {
    calls,
    patients: work.patients,
    changes: work.changes.filter(ofLive),
    appointments: work.appointments,
    callbacks: work.callbacks.filter(ofLive),
    leads: work.leads.filter(ofLive),
    alarms: work.alarms.filter(ofLive),
  }
}

function eachOnce<T extends { id: string }>(list: T[]): T[] {
  const seen = new Set<string>()
  return list.filter((one) => !seen.has(one.id) && seen.add(one.id))
}
