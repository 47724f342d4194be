import type { QueuedCommand } from '../../ipc/queue-state.ts'

/** Names in an input that say whom or what a command changes. A provider, an operatory or a type is only where and how. */
const SUBJECTS = new Set([
  'appointmentId',
  'movingId',
  'relatedAppointmentId',
  'patientId',
  'keepId',
  'mergeId',
  'guardianId',
  'changeId',
  'callId',
  'messageId',
  'leadId',
  'callbackId',
  'alarmId',
  'closureId',
  'deviceId',
  'phoneNumberId',
  'runId',
  'phoneNumber',
  'to',
])

/** Everything a command is about, for comparing: `appointment 0190…`, or the setting a `put` writes. */
export function subjectsOf({ name, input }: Pick<QueuedCommand, 'name' | 'input'>): Set<string> {
  const named = Object.entries(input).flatMap(([field, value]) => (SUBJECTS.has(field) && typeof value === 'string' ? [value] : []))
  // Two changes of the practice's settings may touch the same one.
  if (/\.put$|^practice\./.test(name)) named.push(`${name} ${String(input.id ?? input.providerId ?? '')}`)
  return new Set(named)
}

type Queued = Pick<QueuedCommand, 'id' | 'name' | 'input' | 'state'>

/** The queued changes that may be sent, in the order made: one stays behind an earlier one about the same person or thing that was
 *  refused, or that itself stays behind. */
export function sendable<Q extends Queued>(queue: Q[]): Q[] {
  const held = new Set<string>()
  return queue.filter((command) => {
    const subjects = subjectsOf(command)
    const isHeld = command.state === 'refused' || [...subjects].some((one) => held.has(one))
    if (isHeld) for (const one of subjects) held.add(one)
    return !isHeld
  })
}

/** Whether a change made now has to queue up: something is about to be sent before it, or waits that is about the same. A refused one
 *  alone holds nothing up: whoever acts now has seen it. */
export function mustQueue(queue: Queued[], next: Pick<QueuedCommand, 'name' | 'input'>): boolean {
  if (sendable(queue).length > 0) return true
  const subjects = subjectsOf(next)
  return queue.some((one) => one.state === 'waiting' && [...subjectsOf(one)].some((subject) => subjects.has(subject)))
}
