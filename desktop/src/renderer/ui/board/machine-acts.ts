import type { DaysView } from '../../../ipc/views.ts'

/** What a machine did last to visits that nobody at the desk has seen since: booked or moved. */
export function machineActs(view: Pick<DaysView, 'appointments' | 'changes'>): Map<string, 'booked' | 'moved'> {
  const newest = new Map<string, DaysView['changes'][number]>()
  for (const change of view.changes) {
    if (change.undoneAt) continue
    const known = newest.get(change.appointmentId)
    if (!known || known.at <= change.at) newest.set(change.appointmentId, change)
  }
  const acts = new Map<string, 'booked' | 'moved'>()
  for (const one of view.appointments) {
    if (one.seenAt !== null) continue
    const action = newest.get(one.id)?.action
    if (action === 'appointment.moved') acts.set(one.id, 'moved')
    else if (action === 'appointment.booked' || (!action && one.bookedBy !== 'desk')) acts.set(one.id, 'booked')
  }
  return acts
}

/** Visits whose patients have been asked to confirm by a text that went out. */
export function askedIds(view: Pick<DaysView, 'messages'>): Set<string> {
  const gone = ['accepted', 'sent', 'delivered']
  return new Set(
    view.messages.flatMap((one) =>
      one.direction === 'outbound' && one.relatedId && one.purpose === 'confirmation_request' && gone.includes(one.status)
        ? [one.relatedId]
        : [],
    ),
  )
}
